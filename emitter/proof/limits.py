"""Limits: proof terms built along the form of an expression, from the limits of its parts and a
table of known limits.

`Limiter.limit(term)` returns the value and a proof of `Tendsto (fun h => term) filter (𝓝 value)`,
or None. `eventually` proves that a condition holds near the point. The rules are those of
`Shomei.Limits` and `Shomei.SpecialFunctions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from shomei.emitter.effort import spend
from shomei.emitter.lean.term import as_argument, filter_of, natural, real, relation
from shomei.emitter.proof.growth import outgrown, squeezed
from shomei.emitter.proof.laws import justify, with_laws
from shomei.emitter.proof.numeric import evaluate, holds
from shomei.emitter.proof.setting import Known, Setting, samples
from shomei.emitter.proof.sign import nonzero
from shomei.emitter.rules.match import match
from shomei.obligations.domain import tidy
from shomei.operations.operation import Arguments, Operation
from shomei.operations.registry import KNOWN_LIMITS, applied, head
from shomei.operations.spelling import respelled
from shomei.symbolic import factored_difference
from shomei.terms.literals import ONE, ZERO, E, integer_value, is_natural, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Infinity,
    Limit,
    Negation,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import COMPARISONS
from shomei.terms.walk import free_variables, rebuild

_WORDS = re.compile(r"\w+")
#: How deeply limits by growth may be nested.
_DEEPEST = 2
#: The distances (or, near a point, their reciprocals) at which numbers are tried.
_FAR = (20.0, 200.0, 600.0, 1e4, 1e8)


@dataclass(frozen=True, slots=True)
class Proved:
    """`Tendsto (fun h => term) filter (𝓝 value)`, proved by the Lean term `proof`."""

    value: Expression
    proof: str


@dataclass(frozen=True, slots=True)
class Approach:
    """The variable of a limit and its point."""

    variable: str
    point: Expression | Infinity
    side: str | None

    @staticmethod
    def of(limit: Limit) -> Approach:
        """The variable of `limit` and its point."""
        return Approach(limit.variable, limit.point, limit.side)

    @property
    def at_infinity(self) -> bool:
        """Whether the variable grows or falls without bound."""
        return isinstance(self.point, Infinity)


class Limiter:
    """Limits of terms in one variable along one filter, in one setting (which does not contain the
    variable).
    """

    def __init__(
        self,
        approach: Approach,
        setting: Setting,
        known: Mapping[Expression, Proved] | None = None,
    ) -> None:
        self.known = known or {}
        self.approach = approach
        self.setting = setting
        self.filter = filter_of(approach.point, approach.side, setting.notation)
        self.inner = setting.notation.bind(approach.variable)
        self.name = real(Variable(approach.variable), self.inner)
        self._depth = 0
        self._found: dict[tuple[Expression, int], Proved | None] = {}

    # -- values ------------------------------------------------------------------------------------

    def limit(self, term: Expression) -> Proved | None:
        """The limit of `term`. Its value is simplified, and written in the terms of the point."""
        if term in self.known:
            return self.known[term]
        place = (term, self._depth)
        if place not in self._found:
            self._found[place] = self._limit(term)
        return self._found[place]

    def _limit(self, term: Expression) -> Proved | None:
        spend(20)
        known = self._known(term)
        if known is not None:
            return known
        name = self.approach.variable
        if name not in free_variables(term):
            return Proved(term, f"(Shomei.tendsto_const ({real(term, self.setting.notation)} : ℝ))")
        function = applied(term)
        if function is not None:
            return self._applied(term, *function)
        if isinstance(term, Variable):
            return self._itself()
        if isinstance(term, Power):
            return self._power(term.base, term.exponent)
        operator = head(term)
        if operator is None:
            return None
        found = self._continuous(term, *operator)
        match term:
            case Binary(operator="*"):
                return found or self._vanishes(term)
            case Binary(operator="/", left=a, right=b):
                return found or self._over_growing(a, b) or self._vanishes(term)
            case _:
                return found

    def _continuous(
        self, term: Expression, operation: Operation, arguments: Arguments
    ) -> Proved | None:
        """The limit of `term`, an operation that is continuous, from those of its arguments."""
        rule = operation.continuity
        if rule is None:
            return None
        limits: list[Proved] = []
        for argument in arguments:
            found = self.limit(argument)
            if found is None:
                return None
            limits.append(found)
        values = tuple(each.value for each in limits)
        needs: list[str] = []
        for need in rule.needs(*values):
            shown = self._shown(need)
            if shown is None:
                return None
            needs.append(shown)
        proof = " ".join([rule.rule, *(each.proof for each in limits), *needs])
        return Proved(respelled(rebuild(term, values)), f"({proof})")

    def _itself(self) -> Proved | None:
        """The limit of the variable."""
        if isinstance(self.approach.point, Infinity):
            return None
        lemma = {
            None: "tendsto_self_punctured",
            "+": "tendsto_self_right",
            "-": "tendsto_self_left",
            "full": "tendsto_self",
        }[self.approach.side]
        return Proved(self.approach.point, f"(Shomei.{lemma} _)")

    def _applied(
        self, term: Expression, operation: Operation, arguments: Arguments
    ) -> Proved | None:
        """An operation, by its record: because its argument grows or falls without bound, or
        because it is continuous.
        """
        if operation.along is not None:
            return self._logarithm(*arguments)
        a = arguments[-1]
        for end in operation.ends:
            if isinstance(end.value, Infinity) or end.at == "0+":
                continue
            gone = self.diverges(a)
            if gone is not None and (gone[0] > 0) == (end.at == "+oo"):
                target = f"(𝓝 {as_argument(real(end.value, self.setting.notation))})"
                return Proved(
                    end.value, self.typed(term, end.proof.replace("{1}", gone[1]), target)
                )
        return self._continuous(Apply(operation.name, arguments), operation, arguments)

    def _logarithm(self, base: Expression, a: Expression) -> Proved | None:
        """A logarithm to a constant base: a quotient of natural logarithms."""
        if self.approach.variable in free_variables(base):
            return None
        p = self.limit(a)
        above = p and self._shown(Relation(">", p.value, ZERO))
        apart = nonzero(Apply("log", (base,)), self.setting)
        if p is None or above is None or apart is None:
            return None
        text = real(base, self.setting.notation)
        divided = (
            f"(Shomei.tendsto_div (Shomei.tendsto_log {p.proof} {above}) (Shomei.tendsto_const "
            f"(Real.log ({text}))) {apart})"
        )
        return Proved(Apply("log_base", (base, p.value)), divided)

    def _over_growing(self, a: Expression, b: Expression) -> Proved | None:
        """The limit 0 of a quotient whose denominator grows or falls without bound."""
        up = self.diverges(b) if self.limit(b) is None else None
        p = up and self.limit(a)
        if up is None or p is None:
            return None
        return Proved(
            ZERO,
            f"(Shomei.tendsto_limit_div_{'atTop' if up[0] > 0 else 'atBot'} {p.proof} {up[1]})",
        )

    def _vanishes(self, term: Expression) -> Proved | None:
        """The limit 0 of a product or quotient with a factor that has no limit, or that grows
        without bound.
        """
        if self._depth >= _DEEPEST or not self._seems_to_vanish(term):
            return None
        self._depth += 1
        try:
            proof = squeezed(term, self) or outgrown(term, self)
        finally:
            self._depth -= 1
        return Proved(ZERO, proof) if proof else None

    def _seems_to_vanish(self, term: Expression) -> bool:
        """Whether `term` becomes smaller at numbers nearer and nearer to the point; true if numbers
        show nothing.
        """
        found = self._towards_the_point(term)
        return len(found) < 2 or min(found[1:]) < 0.9 * found[0] or found[0] == 0

    def seems_to_settle(self, term: Expression) -> bool:
        """Whether `term` stays bounded at numbers nearer and nearer to the point; true if numbers
        show nothing.
        """
        found = self._towards_the_point(term)
        return len(found) < 2 or found[-1] <= 1.2 * found[-2]

    def _towards_the_point(self, term: Expression) -> list[float]:
        """The absolute values of `term` at numbers nearer and nearer to the point, where it has
        values.
        """
        outer = self.setting.points[0] if self.setting.points else {}
        centre = (
            0.0
            if isinstance(self.approach.point, Infinity)
            else evaluate(self.approach.point, outer)
        )
        if centre is None:
            return []
        found: list[float] = []
        for far in _FAR:
            if isinstance(self.approach.point, Infinity):
                near = far if self.approach.point.positive else -far
            else:
                near = centre + (-1 / far if self.approach.side == "-" else 1 / far)
            value = evaluate(term, {**outer, self.approach.variable: near})
            if value is not None:
                found.append(abs(value))
        return found

    def _by_exponential(self, base: Expression, exponent: Expression) -> Proved | None:
        """A real power whose base has no positive limit, such as `x^x` at 0 or `x^{1/x}` at
        infinity: written as a power of e.
        """
        if (
            is_natural(exponent, self.inner.naturals)
            or integer_value(exponent) is not None
            or self.approach.variable not in free_variables(exponent)
        ):
            return None
        found = self.limit(Power(E, Binary("*", Apply("log", (base,)), exponent)))
        above = self.eventually(Relation(">", base, ZERO)) if found else None
        if found is None or above is None:
            return None
        name, text = (
            self.name,
            as_argument(real(exponent, self.inner)),
        )
        proof = (
            f"(Shomei.tendsto_of_eq {found.proof} (Filter.Eventually.mono {above} fun {name} "
            f"above => Real.rpow_def_of_pos above {text}))"
        )
        return Proved(found.value, proof)

    def _power(self, base: Expression, exponent: Expression) -> Proved | None:
        return self._power_of_limit(base, exponent) or self._by_exponential(base, exponent)

    def _power_of_limit(self, base: Expression, exponent: Expression) -> Proved | None:
        p = self.limit(base)
        if p is None:
            return None
        if is_natural(exponent, self.inner.naturals):
            whole = as_argument(natural(exponent, self.inner))
            proof = f"(Shomei.tendsto_pow {whole} {p.proof})"
            if p.value == E:  # Lean's e ^ n, which is printed as exp n
                proof = (
                    f"(Shomei.tendsto_value {proof} (by rw [← Real.exp_nat_mul]; grind : "
                    f"Real.exp 1 ^ {whole} = {real(Power(E, exponent), self.inner)}))"
                )
            return Proved(Power(p.value, exponent), proof)
        literal = integer_value(exponent)
        if literal is not None:
            return self.limit(Binary("/", ONE, Power(base, numeral(-literal))))
        q = self.limit(exponent)
        above = self._shown(Relation(">", p.value, ZERO)) if q else None
        if q is None or above is None:
            return None
        proof = f"(Shomei.tendsto_rpow {p.proof} {q.proof} {above})"
        if p.value == E:  # a power of a term with limit e: Lean's e ^ y, which is printed as exp y
            proof = (
                f"(Shomei.tendsto_value {proof} (Real.exp_one_rpow "
                f"({real(q.value, self.setting.notation)})))"
            )
        return Proved(Power(p.value, q.value), proof)

    def _known(self, term: Expression) -> Proved | None:
        for known in KNOWN_LIMITS:
            found = match(known.pattern, term, {"t": "R"}, self.inner)
            if found is None:
                continue
            inside = found["t"]
            if self.approach.variable not in free_variables(inside):
                continue
            reached = self.towards(inside, known.point)
            if reached is None:
                continue
            if inside == Variable(self.approach.variable):
                sided = {
                    "+": f"(Shomei.tendsto_right_of_punctured {known.lemma})",
                    "-": f"(Shomei.tendsto_left_of_punctured {known.lemma})",
                }
                return Proved(known.value, sided.get(self.approach.side or "", known.lemma))
            body = real(term, self.inner)
            name = self.name
            target = real(known.value, self.setting.notation)
            return Proved(
                known.value,
                (
                    f"(Filter.Tendsto.comp {known.lemma} {reached} : Tendsto (fun {name} : ℝ => "
                    f"{body}) ({self.filter}) (𝓝 ({target})))"
                ),
            )
        if self.approach.at_infinity and isinstance(term, Power):
            x = Variable(self.approach.variable)
            for base in (Binary("+", ONE, Binary("/", ONE, x)),):
                if term == Power(base, x) and self.approach.point == Infinity():
                    return Proved(E, "Shomei.tendsto_one_add_inv_rpow_atTop")
        return None

    def towards(self, inside: Expression, point: Expression) -> str | None:
        """A proof that `inside` tends to `point` without being equal to it: `Tendsto (fun h =>
        inside) filter (𝓝[≠] point)`.
        """
        p = self.limit(inside)
        if p is None or not self.same(p.value, point):
            return None
        apart = self.eventually(Relation("!=", inside, point))
        if apart is None:
            return None
        return f"(Shomei.tendsto_punctured {self.retarget(p, point)} {apart})"

    def retarget(self, p: Proved, value: Expression) -> str:
        """The proof `p`, for the limit written as `value`."""
        if p.value == value:
            return p.proof
        same = Relation("=", p.value, value)
        proof = with_laws(same, self.setting)
        proof = proof or f"(by grind : {relation(same, self.setting.notation)})"
        return f"(Shomei.tendsto_value {p.proof} {proof})"

    def same(self, a: Expression, b: Expression) -> bool:
        """Whether two constant values seem to be equal."""
        if tidy(a) == tidy(b):
            return True
        if free_variables(a) or free_variables(b):
            return bool(self.setting.seems(Relation("=", a, b)))
        return bool(holds(Relation("=", a, b), {}))

    # -- divergence --------------------------------------------------------------------------------

    def diverges(self, term: Expression) -> tuple[int, str] | None:
        """(+1 or -1, proof) if `term` tends to plus or minus infinity."""
        if self.approach.variable not in free_variables(term):
            return None
        up = self.grows(term, 1)
        if up is not None:
            return 1, up
        down = self.grows(term, -1)
        if down is None:
            return None
        return -1, self._rewritten(term, f"(Shomei.tendsto_atBot_neg {down})", "atBot")

    def grows(self, term: Expression, sign: int) -> str | None:
        """A proof that `sign * term` (written `term` or `-term`) tends to plus infinity."""
        if self.approach.variable not in free_variables(term):
            return None
        function = applied(term)
        if function is not None:
            return self._operation_grows(term, sign, *function)
        if isinstance(term, Variable):
            return self._itself_grows(sign)
        if isinstance(term, Power):
            exponent = integer_value(term.exponent)
            grows = exponent is not None and exponent >= 1
            return self._power_grows(term.base, exponent, sign) if exponent and grows else None
        match term:
            case Negation(operand=a):
                up = self.grows(a, -sign)
                return (
                    up if sign > 0 or up is None else self._rewritten(Negation(term), up, "atTop")
                )
            case Binary(operator="+", left=a, right=b):
                return self._sum_grows((a, sign), (b, sign), _signed(term, sign))
            case Binary(operator="-", left=a, right=b):
                return self._sum_grows((a, sign), (b, -sign), _signed(term, sign))
            case Binary(operator="*", left=a, right=b):
                return self._product_grows(a, b, sign, _signed(term, sign))
            case Binary(operator="/", left=a, right=b):
                return self._quotient_grows(a, b, sign, _signed(term, sign))
            case _:
                return None

    def _itself_grows(self, sign: int) -> str | None:
        """A proof that `sign` times the variable tends to plus infinity."""
        point = self.approach.point
        if not isinstance(point, Infinity) or (sign > 0) != point.positive:
            return None
        return "Filter.tendsto_id" if sign > 0 else "(Shomei.tendsto_atTop_neg Filter.tendsto_id)"

    def _operation_grows(
        self, term: Expression, sign: int, operation: Operation, arguments: Arguments
    ) -> str | None:
        """An operation whose argument tends to a point where it grows (or, for a negative `sign`,
        falls) without bound.
        """
        for end in operation.ends:
            if not isinstance(end.value, Infinity) or end.value.positive != (sign > 0):
                continue
            gone = self._goes(arguments[-1], end.at)
            if gone is None:
                continue
            proof = end.proof.replace("{1}", gone)
            if sign > 0:
                return self.typed(term, proof, "atTop")
            return self.typed(Negation(term), f"Shomei.tendsto_atTop_neg ({proof})", "atTop")
        return None

    def _goes(self, a: Expression, to: Literal["+oo", "-oo", "0+"]) -> str | None:
        """A proof that `a` tends to infinity, or to 0 from above."""
        if to == "+oo":
            return self.grows(a, 1)
        if to == "-oo":
            down = self.grows(a, -1)
            return down and self._rewritten(a, f"(Shomei.tendsto_atBot_neg {down})", "atBot")
        reached = self.limit(a)
        above = (
            self.eventually(Relation(">", a, ZERO))
            if reached and self.same(reached.value, ZERO)
            else None
        )
        if reached is None or above is None:
            return None
        return f"(Shomei.tendsto_right {self.retarget(reached, ZERO)} {above})"

    def _power_grows(self, base: Expression, exponent: int, sign: int) -> str | None:
        power = _signed(Power(base, numeral(exponent)), sign)
        if sign > 0 and (up := self.grows(base, 1)):
            return self.typed(
                power, f"Shomei.tendsto_atTop_pow (n := {exponent}) (by omega) {up}", "atTop"
            )
        if (sign > 0) == (exponent % 2 == 0) and (down := self.grows(base, -1)):
            return self._rewritten(
                power, f"(Shomei.tendsto_atTop_pow (n := {exponent}) (by omega) {down})", "atTop"
            )
        return None

    def _sum_grows(
        self, one: tuple[Expression, int], other: tuple[Expression, int], total: Expression
    ) -> str | None:
        """A proof that `total`, the sum of two terms with their signs, grows: both do, or one does
        and the other has a limit.
        """
        up, also = self.grows(*one), self.grows(*other)
        if up and also:
            return self._rewritten(total, f"(Shomei.tendsto_atTop_add_atTop {up} {also})", "atTop")
        rest = other if up else one
        growing = up or also
        bounded = self.limit(_signed(*rest)) if growing else None
        if bounded is None:
            return None
        return self._rewritten(
            total, f"(Shomei.tendsto_atTop_add {growing} {bounded.proof})", "atTop"
        )

    def _product_grows(
        self, a: Expression, b: Expression, sign: int, product: Expression
    ) -> str | None:
        for first, second in ((a, b), (b, a)):
            for own in (1, -1):
                up = self.grows(first, own)
                if up is None:
                    continue
                also = self.grows(second, own * sign)
                if also is not None:
                    return self._rewritten(
                        product, f"(Shomei.tendsto_atTop_mul {up} {also})", "atTop"
                    )
                factor = self.limit(_signed(second, own * sign))
                above = factor and self._positive(factor.value)
                if factor and above:
                    return self._rewritten(
                        product,
                        f"(Shomei.tendsto_atTop_mul_pos {up} {factor.proof} {above})",
                        "atTop",
                    )
        return None

    def _quotient_grows(
        self, a: Expression, b: Expression, sign: int, quotient: Expression
    ) -> str | None:
        q = self.limit(b)
        if q is None:
            return None
        if not self.same(q.value, ZERO):
            return self._product_grows(a, Binary("/", ONE, b), sign, quotient)
        for own in (1, -1):
            p = self.limit(_signed(a, own * sign))
            above = p and self._positive(p.value)
            beyond = self.eventually(Relation(">", _signed(b, own), ZERO)) if above else None
            small = self.limit(_signed(b, own)) if beyond else None
            if p and small:
                reciprocal = f"(Shomei.tendsto_atTop_one_div {self.retarget(small, ZERO)} {beyond})"
                return self._rewritten(
                    quotient,
                    f"(Shomei.tendsto_atTop_mul_pos {reciprocal} {p.proof} {above})",
                    "atTop",
                )
        return None

    def _positive(self, value: Expression) -> str | None:
        """A proof that a limit is positive."""
        return self._shown(Relation(">", value, ZERO))

    def _shown(self, fact: Relation) -> str | None:
        """A proof of a condition on the value of a limit; None if it is false, or does not follow
        from what is known.
        """
        plain = Relation(fact.operator, tidy(fact.left), tidy(fact.right))
        if not self._holds(plain):
            return None
        proof = justify(plain, self.setting)
        if proof is None or plain == fact:
            return proof
        return f"(by have there : {relation(plain, self.setting.notation)} := {proof}; grind)"

    def _holds(self, fact: Relation) -> bool:
        """Whether numbers confirm `fact`; if it has no variables, a single evaluation decides."""
        if free_variables(fact):
            return self.setting.seems(fact) is not False
        return bool(holds(fact, {}))

    def typed(self, term: Expression, proof: str, target: str) -> str:
        """A proof that `term` tends to `target`, with its statement, so that Lean need not infer
        the function.
        """
        name = self.name
        return (
            f"({proof} : Tendsto (fun {name} : ℝ => {real(term, self.inner)}) "
            f"{_bracket(self.filter)} {target})"
        )

    def _rewritten(self, term: Expression, proof: str, target: str) -> str:
        """`proof`, of another form of `term`, as a proof for `term`."""
        return self.typed(
            term,
            f"Shomei.tendsto_of_eq {proof} (Filter.Eventually.of_forall fun _ => by grind)",
            target,
        )

    # -- conditions --------------------------------------------------------------------------------

    def base_fact(self) -> tuple[Relation, str]:
        """The fact about the variable that the filter itself gives, and its proof."""
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
            x = real(name, self.inner)
            return Relation(
                "=", name, name
            ), f"(Filter.Eventually.of_forall fun _ => rfl : ∀ᶠ {x} in {self.filter}, {x} = {x})"
        return Relation("!=", name, point), "(Shomei.eventually_ne _)"

    def near(self, facts: Sequence[Known] = ()) -> Setting:
        """The setting inside `∀ᶠ`: the facts known there (by default the filter's own, `near`), and
        sample points close to the point.
        """
        name = self.approach.variable
        known = (
            *_about_others(self.setting, name),
            *(facts or (Known("near", self.base_fact()[0]),)),
        )
        names = tuple(dict.fromkeys((*self.setting.variables, name)))
        return Setting(
            self.inner, names, known, self._close_points(), samples(self.inner, names, known)[1]
        )

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
            offsets = {
                "+": [0.011, 0.0023],
                "-": [-0.011, -0.0023],
                None: [0.011, -0.0023],
                "full": [0.0, 0.011, -0.0023],
            }[self.approach.side]
            points += [{**outer, self.approach.variable: centre + offset} for offset in offsets]
        return tuple(points)

    def eventually(
        self, condition: Relation, given: Sequence[tuple[Relation, str]] = ()
    ) -> str | None:
        """A proof of `∀ᶠ h in filter, condition`; `given` are relations already known to hold near
        the point, with their proofs.
        """
        variables = set(free_variables(condition))
        if self.approach.variable not in variables:
            found = justify(condition, self.setting)
            return f"(Filter.Eventually.of_forall fun _ => {found})" if found else None
        fact, proof = self.base_fact()
        if condition == fact:
            return proof
        name = self.name
        statement = relation(condition, self.inner)
        by_limit = self._by_limit(condition, name, statement)
        if by_limit is not None:
            return by_limit
        pointwise = self._pointwise(condition, given)
        if pointwise is None or "grind" in pointwise:
            return (
                self._by_factors(condition, given)
                or self._by_divergence(condition)
                or (pointwise and self._from(pointwise, given, condition))
            )
        return self._from(pointwise, given, condition)

    def _facts(self, given: Sequence[tuple[Relation, str]]) -> dict[str, tuple[Relation, str]]:
        fact = self.base_fact()
        return {
            f"near{i}": each
            for i, each in enumerate([fact, *((r, p) for r, p in given if r != fact[0])])
        }

    def _pointwise(self, condition: Relation, given: Sequence[tuple[Relation, str]]) -> str | None:
        """A proof of `condition` at one value of the variable, from what is known near the
        point.
        """
        return justify(
            condition, self.near([Known(label, r) for label, (r, _) in self._facts(given).items()])
        )

    def _from(
        self, pointwise: str, given: Sequence[tuple[Relation, str]], condition: Relation
    ) -> str:
        """The proof `pointwise`, for every value of the variable near the point."""
        named = self._facts(given)
        if "by " not in pointwise:  # a proof term names what it uses; a tactic may use anything
            words = set(_WORDS.findall(pointwise))
            named = {name: fact for name, fact in named.items() if name in words} or {
                "near0": named["near0"]
            }
        together, pattern = conjunction([p for _, p in named.values()], list(named))
        name, statement = self.name, relation(condition, self.inner)
        return (
            f"(Filter.Eventually.mono {together} (fun {name} {pattern} => ({pointwise} : "
            f"{statement})) : ∀ᶠ {name} in {self.filter}, {statement})"
        )

    def _by_factors(self, condition: Relation, given: Sequence[tuple[Relation, str]]) -> str | None:
        """A product's sign, or that it is not 0, from its factors; if it has none, from those that
        sympy finds.
        """
        if condition.right != ZERO or condition.operator not in (">", ">=", "!="):
            return None
        parts = [
            part
            for part in _factors(condition.left)
            if part != condition.left and self.approach.variable in free_variables(part)
        ]
        if not parts:
            other = (
                factored_difference(condition.left, ZERO) if condition.operator == "!=" else None
            )
            if other is None or not isinstance(other, Binary | Power) or _factors(other) == [other]:
                return None
            proof = self._by_factors(Relation("!=", other, ZERO), given)
            name, statement = (
                self.name,
                relation(condition, self.inner),
            )
            same = f"(by grind : {real(condition.left, self.inner)} = {real(other, self.inner)})"
            return proof and (
                f"(Filter.Eventually.mono {proof} (fun {name} apart => (by rw [{same}]; "
                f"exact apart : {statement})))"
            )
        more = list(given)
        for part in dict.fromkeys(parts):
            fact = Relation(condition.operator, part, ZERO)
            proof = self.eventually(fact, given)
            if proof is None:
                return None
            more.append((fact, proof))
        pointwise = self._pointwise(condition, more)
        return pointwise and self._from(pointwise, more, condition)

    def _by_limit(self, condition: Relation, name: str, statement: str) -> str | None:
        left, operator, right = condition.left, condition.operator, condition.right
        if operator in (">=", "<="):
            strict = Relation(COMPARISONS[operator].strict, left, right)
            proof = self._by_limit(strict, name, relation(strict, self.inner))
            return proof and (
                f"(Filter.Eventually.mono {proof} fun {name} apart => (le_of_lt apart : "
                f"{statement}))"
            )
        p = self.limit(left)
        if p is None:
            return None
        rules = {">": "eventually_pos", "!=": "eventually_ne_zero", "<": "eventually_neg"}
        if right == ZERO and operator in rules:
            c = self._shown(Relation(operator, p.value, ZERO))
            return c and (
                f"(Shomei.{rules[operator]} {p.proof} {c} : ∀ᶠ {name} in {self.filter}, "
                f"{statement})"
            )
        q = self.limit(right)
        c = self._shown(Relation(operator, p.value, q.value)) if q is not None else None
        if q is None or c is None:
            return None
        first, second = (q, p) if operator == ">" else (p, q)
        rule = "eventually_ne_of_tendsto" if operator == "!=" else "eventually_lt_of_tendsto"
        return (
            f"(Shomei.{rule} {first.proof} {second.proof} {c} : ∀ᶠ {name} in {self.filter}, "
            f"{statement})"
        )

    def _by_divergence(self, condition: Relation) -> str | None:
        """A term that grows or falls without bound is eventually above, or below, and not equal to
        any constant.
        """
        left, operator, bound = condition.left, condition.operator, condition.right
        if (
            operator not in ("<", ">", "!=")
            or isinstance(left, Variable)
            or self.approach.variable in free_variables(bound)
        ):
            return None
        found = self.diverges(left)
        if (
            found is None
            or (found[0] > 0 and operator == "<")
            or (found[0] < 0 and operator == ">")
        ):
            return None
        beyond = (
            f"(Shomei.eventually_{'gt_atTop' if found[0] > 0 else 'lt_atBot'} "
            f"({real(bound, self.setting.notation)}))"
        )
        unequal = "LT.lt.ne'" if found[0] > 0 else "LT.lt.ne"
        apart = f"({unequal} apart)" if operator == "!=" else "apart"
        name, statement = self.name, relation(condition, self.inner)
        shown = (
            f"Filter.Eventually.mono (Filter.Tendsto.eventually {found[1]} {beyond}) fun {name} "
            f"apart => {apart}"
        )
        return f"({shown} : ∀ᶠ {name} in {self.filter}, {statement})"


def conjunction(proofs: Sequence[str], names: Sequence[str]) -> tuple[str, str]:
    """Proofs of several `∀ᶠ` as one, and the pattern that splits it, with the names of its
    members.
    """
    together = proofs[-1]
    for proof in reversed(proofs[:-1]):
        together = f"(Filter.Eventually.and {proof} {together})"
    return together, names[0] if len(names) == 1 else "⟨" + ", ".join(names) + "⟩"


def _signed(term: Expression, sign: int) -> Expression:
    return term if sign > 0 else Negation(term)


def _bracket(text: str) -> str:
    return text if text.startswith("(") else f"({text})"


def _factors(term: Expression) -> list[Expression]:
    """The terms that must not be 0 for a product, a quotient or a whole power not to be 0."""
    match term:
        case Binary(operator="*" | "/", left=a, right=b):
            return [*_factors(a), *_factors(b)]
        case Power(base=base, exponent=exponent) if (
            base != E and integer_value(exponent) is not None
        ):
            return _factors(base)
        case Negation(operand=a):
            return _factors(a)
        case _:
            return [term]


def _about_others(setting: Setting, name: str) -> tuple[Known, ...]:
    """The facts about the variables outside; a bound `name` hides the outer variable of that
    name.
    """
    return tuple(k for k in setting.known if name not in free_variables(k.relation))
