"""Limits: proof terms built along the form of an expression, from the limits of its parts and a table of known ones.

`Limiter.limit(term)` gives the value and a proof of `Tendsto (fun h => term) filter (𝓝 value)`, or None. `eventually` proves that a condition holds
near the point. Rules are those of `Shomei.Limits` and `Shomei.SpecialFunctions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from emitter.effort import spend
from emitter.lean.term import as_argument, filter_of, natural, real, relation
from emitter.proof.numeric import evaluate, sample
from emitter.proof.setting import Known, Setting
from emitter.proof.sign import discharge, nonzero, positive
from emitter.rules.match import match
from obligations.definedness import ONE, ZERO, E, integer_value, is_natural
from obligations.domain import tidy
from obligations.terms import free_variables
from parser.ast import (
    Absolute,
    Binary,
    Expression,
    Function,
    Infinity,
    Limit,
    Log,
    Negation,
    Number,
    Power,
    Relation,
    Root,
    Variable,
)

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Proved:
    """`Tendsto (fun h => term) filter (𝓝 value)`, proved by the Lean term `proof`."""

    value: Expression
    proof: str


@dataclass(frozen=True, slots=True)
class Approach:
    """A limit's variable and where it goes."""

    variable: str
    point: Expression | Infinity
    side: str | None

    @staticmethod
    def of(limit: Limit) -> Approach:
        """How the variable of `limit` goes to its point."""
        return Approach(limit.variable, limit.point, limit.side)

    @property
    def at_infinity(self) -> bool:
        """Whether the variable grows or falls without bound."""
        return isinstance(self.point, Infinity)


def known_limits() -> tuple[tuple[Expression, Expression, Expression, str], ...]:
    """(pattern in t, point, value, lemma): limits at a punctured point that are no matter of continuity."""
    t = Variable("t")
    one_plus = Binary("+", ONE, t)
    plus_one = Binary("+", t, ONE)
    inverse = Binary("/", ONE, t)
    exp = Power(E, t)
    two, half = Number(Fraction(2)), Number(Fraction(1, 2))
    cosine = Binary("-", ONE, Function("cos", t))
    return (
        (Power(one_plus, inverse), ZERO, E, "Shomei.tendsto_one_add_rpow_inv"),
        (Power(plus_one, inverse), ZERO, E, "(by simpa only [add_comm] using Shomei.tendsto_one_add_rpow_inv)"),
        (Binary("/", Binary("-", exp, ONE), t), ZERO, ONE, "Shomei.tendsto_exp_sub_one_div"),
        (Binary("/", Log(None, one_plus), t), ZERO, ONE, "Shomei.tendsto_log_one_add_div"),
        (Binary("/", Function("sin", t), t), ZERO, ONE, "Shomei.tendsto_sin_div"),
        (Binary("/", cosine, Power(t, two)), ZERO, half, "Shomei.tendsto_one_sub_cos_div_sq"),
        (Binary("/", cosine, t), ZERO, ZERO, "Shomei.tendsto_one_sub_cos_div"),
    )


class Limiter:
    """Limits of terms in one variable along one filter, in one setting (which does not hold the variable)."""

    def __init__(self, approach: Approach, setting: Setting) -> None:
        self.approach = approach
        self.setting = setting
        self.filter = filter_of(approach.point, approach.side, setting.notation)
        self.inner = setting.notation.bind(approach.variable)

    # -- values --------------------------------------------------------------------------------------------------

    def limit(self, term: Expression) -> Proved | None:
        """The limit of `term`; its value is tidied, and written in the point's own terms."""
        spend(20)
        known = self._known(term)
        if known is not None:
            return known
        name = self.approach.variable
        if name not in free_variables(term):
            return Proved(term, f"(Shomei.tendsto_const ({real(term, self.setting.notation)} : ℝ))")
        match term:
            case Variable():
                if isinstance(self.approach.point, Infinity):
                    return None
                lemma = {None: "tendsto_self_punctured", "+": "tendsto_self_right", "-": "tendsto_self_left", "full": "tendsto_self"}[self.approach.side]
                return Proved(self.approach.point, f"(Shomei.{lemma} _)")
            case Negation(operand=a):
                return self._one(a, Negation, "Shomei.tendsto_neg {p}")
            case Binary(operator="/", left=a, right=b):
                return self._quotient(a, b)
            case Binary(operator=operator, left=a, right=b):
                p, q = self.limit(a), self.limit(b)
                if p is None or q is None:
                    return None
                rule = {"+": "add", "-": "sub", "*": "mul"}[operator]
                return Proved(Binary(operator, p.value, q.value), f"(Shomei.tendsto_{rule} {p.proof} {q.proof})")
            case Power(base=base, exponent=exponent) if base == E:
                return self._one(exponent, lambda v: Power(E, v), "Shomei.tendsto_exp {p}")
            case Power(base=base, exponent=exponent):
                return self._power(base, exponent)
            case Log(base=None, argument=a):
                return self._one(a, lambda v: Log(None, v), "Shomei.tendsto_log {p} {c}", lambda v: Relation(">", v, ZERO))
            case Log(base=base, argument=a) if base is not None:
                if name in free_variables(base):
                    return None
                p = self.limit(a)
                above = p and positive(p.value, self.setting)
                apart = nonzero(Log(None, base), self.setting)
                if p is None or above is None or apart is None:
                    return None
                text = real(base, self.setting.notation)
                divided = f"(Shomei.tendsto_div (Shomei.tendsto_log {p.proof} {above}) (Shomei.tendsto_const (Real.log ({text}))) {apart})"
                return Proved(Log(base, p.value), divided)
            case Function(name="sin" | "cos" as function, argument=a):
                return self._one(a, lambda v: Function(function, v), f"Shomei.tendsto_{function} {{p}}")
            case Function(name="tan", argument=a):
                return self._one(a, lambda v: Function("tan", v), "Shomei.tendsto_tan {p} {c}", lambda v: Relation("!=", Function("cos", v), ZERO))
            case Root(degree=2, argument=a):
                return self._one(a, lambda v: Root(2, v), "Shomei.tendsto_sqrt {p}")
            case Absolute(argument=a):
                return self._one(a, Absolute, "Shomei.tendsto_abs {p}")
            case _:
                return None

    def _one(
        self,
        argument: Expression,
        build: Callable[[Expression], Expression],
        rule: str,
        condition: Callable[[Expression], Relation] | None = None,
    ) -> Proved | None:
        """The limit `build(v)` where `argument` has the limit v: `rule` is its proof, `{p}` that of v, `{c}` that of `condition(v)`."""
        p = self.limit(argument)
        if p is None:
            return None
        c = ""
        if condition is not None:
            found = discharge(condition(p.value), self.setting)
            if found is None:
                return None
            c = found
        return Proved(build(p.value), f"({rule.format(p=p.proof, c=c)})")

    def _quotient(self, a: Expression, b: Expression) -> Proved | None:
        q = self.limit(b)
        if q is not None:
            p = self.limit(a)
            other = nonzero(tidy(q.value), self.setting) or nonzero(q.value, self.setting)
            if p is None or other is None:
                return None
            if tidy(q.value) != q.value:
                other = f"(by have apart := {other}; grind)"
            return Proved(Binary("/", p.value, q.value), f"(Shomei.tendsto_div {p.proof} {q.proof} {other})")
        up = self.diverges(b)
        if up is not None and self.approach.variable not in free_variables(a):
            sign, proof = up
            rule = "Shomei.tendsto_div_atTop" if sign > 0 else "Shomei.tendsto_div_atBot"
            return Proved(ZERO, f"({rule} ({real(a, self.setting.notation)} : ℝ) {proof})")
        return None

    def _power(self, base: Expression, exponent: Expression) -> Proved | None:
        p = self.limit(base)
        if p is None:
            return None
        if is_natural(exponent, self.inner.naturals):
            return Proved(Power(p.value, exponent), f"(Shomei.tendsto_pow {as_argument(natural(exponent, self.inner))} {p.proof})")
        literal = integer_value(exponent)
        if literal is not None:
            return self._quotient(ONE, Power(base, Number(Fraction(-literal))))
        q = self.limit(exponent)
        above = positive(tidy(p.value), self.setting)
        if q is None or above is None:
            return None
        if tidy(p.value) != p.value:
            above = f"(by have above := {above}; grind)"
        proof = f"(Shomei.tendsto_rpow {p.proof} {q.proof} {above})"
        if p.value == E:  # what has limit e is raised to a power: Lean's e ^ y, which is written exp y
            proof = f"(Shomei.tendsto_value {proof} (Real.exp_one_rpow ({real(q.value, self.setting.notation)})))"
        return Proved(Power(p.value, q.value), proof)

    def _known(self, term: Expression) -> Proved | None:
        for pattern, point, value, lemma in known_limits():
            found = match(pattern, term, {"t": "R"}, self.inner)
            if found is None:
                continue
            inside = found["t"]
            if self.approach.variable not in free_variables(inside):
                continue
            reached = self.towards(inside, point)
            if reached is None:
                continue
            if inside == Variable(self.approach.variable):
                return Proved(value, lemma)
            body = real(term, self.inner)
            name = real(Variable(self.approach.variable), self.inner)
            target = real(value, self.setting.notation)
            return Proved(value, f"(Filter.Tendsto.comp {lemma} {reached} : Tendsto (fun {name} : ℝ => {body}) ({self.filter}) (𝓝 ({target})))")
        if self.approach.at_infinity and isinstance(term, Power):
            x = Variable(self.approach.variable)
            for base in (Binary("+", ONE, Binary("/", ONE, x)),):
                if term == Power(base, x) and self.approach.point == Infinity():
                    return Proved(E, "Shomei.tendsto_one_add_inv_rpow_atTop")
        return None

    def towards(self, inside: Expression, point: Expression) -> str | None:
        """A proof that `inside` tends to `point` without being it: `Tendsto (fun h => inside) filter (𝓝[≠] point)`."""
        p = self.limit(inside)
        if p is None or not self._same(p.value, point):
            return None
        apart = self.eventually(Relation("!=", inside, point))
        if apart is None:
            return None
        return f"(Shomei.tendsto_punctured {self.retarget(p, point)} {apart})"

    def retarget(self, p: Proved, value: Expression) -> str:
        """The proof `p`, of a limit written as `value`."""
        if p.value == value:
            return p.proof
        return f"(Shomei.tendsto_value {p.proof} (by grind : {real(p.value, self.setting.notation)} = ({real(value, self.setting.notation)} : ℝ)))"

    def _same(self, a: Expression, b: Expression) -> bool:
        if tidy(a) == tidy(b):
            return True
        seems = self.setting.seems(Relation("=", a, b))
        return bool(seems) or (not self.setting.points and evaluate(a, {}) is not None and evaluate(a, {}) == evaluate(b, {}))

    # -- divergence ----------------------------------------------------------------------------------------------

    def diverges(self, term: Expression) -> tuple[int, str] | None:
        """(+1 or -1, proof) where `term` tends to plus or minus infinity."""
        if self.approach.variable not in free_variables(term):
            return None
        match term:
            case Variable() if isinstance(self.approach.point, Infinity):
                return (1, "Filter.tendsto_id") if self.approach.point.positive else (-1, "Filter.tendsto_id")
            case Power(base=base, exponent=exponent) if base == E:
                up = self.diverges(exponent)
                return (1, f"(Filter.Tendsto.comp Shomei.tendsto_exp_atTop {up[1]})") if up and up[0] > 0 else None
            case Power(base=base, exponent=Number(value=value)) if value.denominator == 1 and value >= 1:
                up = self.diverges(base)
                return (1, f"(Shomei.tendsto_atTop_pow (n := {value}) (by omega) {up[1]})") if up and up[0] > 0 else None
            case Binary(operator="+", left=a, right=b):
                for first, second, rule in ((a, b, "add_const"), (b, a, "const_add")):
                    up = self.diverges(first)
                    if up and up[0] > 0 and self.approach.variable not in free_variables(second):
                        return (1, f"(Shomei.tendsto_atTop_{rule} ({real(second, self.setting.notation)} : ℝ) {up[1]})")
                p, q = self.diverges(a), self.diverges(b)
                return (1, f"(Shomei.tendsto_atTop_add {p[1]} {q[1]})") if p and q and p[0] > 0 and q[0] > 0 else None
            case Binary(operator="*", left=a, right=b):
                for first, second, rule in ((a, b, "mul_const"), (b, a, "const_mul")):
                    up = self.diverges(first)
                    if up and up[0] > 0 and self.approach.variable not in free_variables(second):
                        above = positive(second, self.setting)
                        return (1, f"(Shomei.tendsto_atTop_{rule} {above} {up[1]})") if above else None
                p, q = self.diverges(a), self.diverges(b)
                return (1, f"(Shomei.tendsto_atTop_mul {p[1]} {q[1]})") if p and q and p[0] > 0 and q[0] > 0 else None
            case _:
                return None

    # -- conditions ----------------------------------------------------------------------------------------------

    def base_fact(self) -> tuple[Relation, str]:
        """What the filter itself says of its variable, and its proof."""
        name = Variable(self.approach.variable)
        point = self.approach.point
        if isinstance(point, Infinity):
            if point.positive:
                return Relation(">", name, ONE), "(Shomei.eventually_gt_atTop 1)"
            return Relation("<", name, Negation(ONE)), "(Shomei.eventually_lt_atBot (-1))"
        if self.approach.side == "+":
            return Relation(">", name, point), "(Shomei.eventually_gt _)"
        if self.approach.side == "-":
            return Relation("<", name, point), "(Shomei.eventually_lt _)"
        if self.approach.side == "full":
            return Relation("=", name, name), "(Filter.Eventually.of_forall fun _ => rfl)"
        return Relation("!=", name, point), "(Shomei.eventually_ne _)"

    def near(self, facts: Sequence[Known] = ()) -> Setting:
        """The setting inside `∀ᶠ`: what is known there (the filter's own fact, `near`, if nothing is given), and sample points close to the point."""
        name = self.approach.variable
        known = (*_about_others(self.setting, name), *(facts or (Known("near", self.base_fact()[0]),)))
        names = tuple(dict.fromkeys((*self.setting.variables, name)))
        wide = sample(names, self.inner.naturals & frozenset(names), tuple(k.relation for k in known))
        return Setting(self.inner, names, known, self._close_points(), wide)

    def _close_points(self) -> tuple[dict[str, float], ...]:
        points: list[dict[str, float]] = []
        for outer in self.setting.points:
            if isinstance(self.approach.point, Infinity):
                steps = [50.0, 333.0] if self.approach.point.positive else [-50.0, -333.0]
                points += [{**outer, self.approach.variable: step} for step in steps]
                continue
            centre = evaluate(self.approach.point, outer)
            if centre is None:
                continue
            offsets = {"+": [0.011, 0.0023], "-": [-0.011, -0.0023], None: [0.011, -0.0023], "full": [0.0, 0.011, -0.0023]}[self.approach.side]
            points += [{**outer, self.approach.variable: centre + offset} for offset in offsets]
        return tuple(points)

    def eventually(self, condition: Relation, given: Sequence[tuple[Relation, str]] = ()) -> str | None:
        """A proof of `∀ᶠ h in filter, condition`; `given` are relations already known to hold near the point, with their proofs."""
        variables = {*free_variables(condition.left), *free_variables(condition.right)}
        if self.approach.variable not in variables:
            found = discharge(condition, self.setting)
            return f"(Filter.Eventually.of_forall fun _ => {found})" if found else None
        fact, proof = self.base_fact()
        if condition == fact:
            return proof
        name = real(Variable(self.approach.variable), self.inner)
        statement = relation(condition, self.inner)
        by_limit = self._by_limit(condition, name, statement)
        if by_limit is not None:
            return by_limit
        facts = [(fact, proof), *((r, p) for r, p in given if r != fact)]
        named = {f"near{i}": each for i, each in enumerate(facts)}
        inner = self.near([Known(label, r) for label, (r, _) in named.items()])
        pointwise = discharge(condition, inner)
        if pointwise is None:
            return None
        if "by " not in pointwise:  # the proof names what it uses; a tactic may use anything
            words = set(_WORDS.findall(pointwise))
            named = {name: fact for name, fact in named.items() if name in words} or {"near0": facts[0]}
        together, pattern = conjunction([p for _, p in named.values()], list(named))
        return f"(Filter.Eventually.mono {together} (fun {name} {pattern} => ({pointwise} : {statement})) : ∀ᶠ {name} in {self.filter}, {statement})"

    def _by_limit(self, condition: Relation, name: str, statement: str) -> str | None:
        left, operator, right = condition.left, condition.operator, condition.right
        if operator in (">=", "<="):
            return None
        p = self.limit(left)
        if p is None:
            return None
        if right == ZERO:
            value = tidy(p.value)
            match operator:
                case ">":
                    c = positive(value, self.setting)
                    rule = "eventually_pos"
                case "!=":
                    c = nonzero(value, self.setting)
                    rule = "eventually_ne_zero"
                case "<":
                    c = discharge(Relation("<", value, ZERO), self.setting)
                    rule = "eventually_neg"
                case _:
                    return None
            if c is None or self.setting.seems(Relation(operator, value, ZERO)) is False:
                return None
            if self.setting.seems(Relation(operator, value, ZERO)) is None and not self.setting.points and c == "(by grind)":
                return None
            if value != p.value:
                c = f"(by have there := {c}; grind)"
            return f"(Shomei.{rule} {p.proof} {c} : ∀ᶠ {name} in {self.filter}, {statement})"
        q = self.limit(right)
        if q is None or not self.setting.seems(Relation(operator, p.value, q.value)):
            return None
        if operator == "<":
            return f"(Shomei.eventually_lt_of_tendsto {p.proof} {q.proof} (by grind) : ∀ᶠ {name} in {self.filter}, {statement})"
        if operator == ">":
            return f"(Shomei.eventually_lt_of_tendsto {q.proof} {p.proof} (by grind) : ∀ᶠ {name} in {self.filter}, {statement})"
        if operator == "!=":
            return f"(Shomei.eventually_ne_of_tendsto {p.proof} {q.proof} (by grind) : ∀ᶠ {name} in {self.filter}, {statement})"
        return None


def conjunction(proofs: Sequence[str], names: Sequence[str]) -> tuple[str, str]:
    """Proofs of several `∀ᶠ` as one, and the pattern that takes its members apart, with their names."""
    together = proofs[-1]
    for proof in reversed(proofs[:-1]):
        together = f"(Filter.Eventually.and {proof} {together})"
    return together, names[0] if len(names) == 1 else "⟨" + ", ".join(names) + "⟩"


def _about_others(setting: Setting, name: str) -> tuple[Known, ...]:
    """What is known of the variables outside; a bound `name` hides the outer variable of that name."""
    return tuple(k for k in setting.known if name not in (*free_variables(k.relation.left), *free_variables(k.relation.right)))
