"""Roots and fractional powers as whole powers of one root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from shomei.arithmetic.value import exact_root
from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Have, Obtain, script
from shomei.emitter.lean.term import as_argument, real, real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import nonnegative, positive
from shomei.emitter.search import inside
from shomei.terms.literals import ONE, ZERO, exact_value, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Number,
    Power,
    Relation,
    Variable,
    applies,
)
from shomei.terms.substitution import fresh
from shomei.terms.walk import children, factors_of, free_variables, rebuild, subterms

_HOW = "powers of one root"
_MOST_DEGREE = 60


@method(
    name="powers of one root",
    goal=("relation", "arithmetic"),
    reasons=("algebra", "rule"),
    cost=145,
    proofs=4,
)
def powers_of_one_root(problem: Problem) -> Iterator[Proof]:
    """`8^{2/3} = 4`, since `8 = 2^3`; `\\sqrt{x} \\sqrt[3]{x} = x^{5/6}`, with `x = t^6`."""
    goal, setting = problem.relation, problem.setting
    roots = _Roots(setting)
    for side in (goal.left, goal.right):
        for part in subterms(side):
            roots.collect(part)
    if (
        all(applies(part, "sqrt") for base in roots.bases.values() for part in base.powers)
        or any(base.degree > _MOST_DEGREE for base in roots.bases.values())
        or not roots.found()
    ):
        return
    start = script(problem.start, roots.start)
    uses = frozenset({"algebra"})
    yield Proof(script(start, GRIND), _HOW, uses)
    if goal.operator in ("=", "!=") or not roots.names:
        return
    changed = Relation(goal.operator, roots.changed(goal.left), roots.changed(goal.right))
    names = tuple(roots.names)
    inner = setting.extend(tuple(roots.known), names)
    for each in inside(problem.within("arithmetic", changed, Place(inner))):
        whole = Have("whole", real_relation(changed, inner.notation), each.script)
        yield Proof(script(start, whole, GRIND), f"{_HOW}, {each.how}", each.uses)


@dataclass
class _Base:
    """The base of some roots and fractional powers, and those, with their exponents. `factors` are
    the bases that it is a product of.
    """

    term: Expression
    degree: int = 1
    powers: dict[Expression, Fraction] = field(default_factory=dict)
    factors: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class _Root:
    """The number whose power is a base: `sign` proves that it is not negative (or positive, if
    `strict`), and `same` that the base is its power.
    """

    term: Expression
    strict: bool
    sign: str
    same: str

    @property
    def weak(self) -> str:
        """The proof that it is not negative."""
        return f"(le_of_lt {self.sign})" if self.strict else self.sign


class _Roots:
    """The roots in a goal, and the terms that they are powers of."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.bases: dict[Expression, _Base] = {}
        self.roots: dict[Expression, _Root] = {}
        self.names: list[str] = []
        self.known: list[Known] = []
        self.start: list[Have | Obtain] = []

    def collect(self, term: Expression) -> None:
        """Notes a root or a fractional power."""
        found = _fractional(term)
        if found is None or not set(free_variables(term)) <= set(self.setting.variables):
            return
        base, exponent = found
        factors = tuple(factors_of(base))
        if len(factors) == 1 or not all(isinstance(each, Variable) for each in factors):
            factors = ()
        entry = self.bases.setdefault(base, _Base(base, factors=factors))
        entry.powers[term] = exponent
        for each in (base, *factors):
            part = self.bases.setdefault(each, _Base(each))
            part.degree = lcm(part.degree, exponent.denominator)

    def found(self) -> bool:
        """Finds the roots, those of products last; False if a base may be negative."""
        for base in sorted(self.bases.values(), key=lambda each: len(each.factors)):
            degrees = [self.bases[each].degree for each in base.factors]
            root = (
                self._product(base)
                if base.factors and all(each == base.degree for each in degrees)
                else self._number(base) or self._unknown(base)
            )
            if root is None:
                return False
            self.roots[base.term] = root
        return all(map(self._state, self.bases.values()))

    def _number(self, base: _Base) -> _Root | None:
        value = exact_value(base.term, quotients=True)
        root = exact_root(value, base.degree) if value is not None and value > 0 else None
        if root is None:
            return None
        sign = f"(by grind : (0 : ℝ) < {real(Number(root), self.setting.notation)})"
        return _Root(Number(root), True, sign, "(by grind)")

    def _unknown(self, base: _Base) -> _Root | None:
        above = positive(base.term, self.setting)
        proof = above or nonnegative(base.term, self.setting)
        if proof is None:
            return None
        variable = Variable(fresh("t", {*self.setting.variables, *self.names}))
        self.names.append(variable.name)
        lemma = "Shomei.exists_positive_root" if above else "Shomei.exists_root"
        name = f"root{len(self.names)}"
        pattern = f"⟨{identifier(variable.name)}, {name}a, {name}b⟩"
        self.start.append(Obtain(pattern, f"{lemma} {proof} {base.degree} (by omega)"))
        power = Power(variable, numeral(base.degree))
        self.known.append(Known(f"{name}a", Relation(">" if above else ">=", variable, ZERO)))
        self.known.append(Known(f"{name}b", Relation("=", base.term, power)))
        return _Root(variable, above is not None, f"{name}a", f"{name}b")

    def _product(self, base: _Base) -> _Root:
        roots = [self.roots[each] for each in base.factors]
        strict = all(each.strict for each in roots)
        term, sign = roots[0].term, roots[0].sign if strict else roots[0].weak
        for each in roots[1:]:
            term = Binary("*", term, each.term)
            own = each.sign if strict else each.weak
            sign = f"({'mul_pos' if strict else 'mul_nonneg'} {sign} {own})"
        return _Root(term, strict, sign, "(by grind)")

    def _state(self, base: _Base) -> bool:
        """States what the roots and powers of a base are."""
        text, root = self.setting.notation, self.roots[base.term]
        argument = as_argument(real(root.term, text))
        for power, exponent in base.powers.items():
            times = int(exponent * base.degree)
            if times < 0 and not root.strict:
                return False
            ends = f"(t := {argument}) {base.degree} {abs(times)}"
            if isinstance(power, Apply) and power.operation == "sqrt":
                proof = f"Shomei.sqrt_of_pow {ends} {root.weak} {root.same} (by omega)"
            elif times < 0:
                proof = f"Shomei.rpow_of_pow_neg {ends} {root.sign} {root.same} (by grind)"
            else:
                proof = f"Shomei.rpow_of_pow {ends} {root.weak} {root.same} (by grind)"
            whole: Expression = Power(root.term, numeral(abs(times)))
            value = Binary("/", ONE, whole) if times < 0 else whole
            statement = Relation("=", power, value)
            name = f"power{len(self.start)}"
            self.start.append(Have(name, real_relation(statement, text), proof))
        return True

    def _power(self, base: _Base, times: int) -> Expression:
        root = self.roots[base.term].term
        whole = root if abs(times) == 1 else Power(root, numeral(abs(times)))
        return Binary("/", ONE, whole) if times < 0 else whole

    def changed(self, term: Expression) -> Expression:
        """The term with the powers of the roots, also in place of variables that are bases."""
        found = _fractional(term)
        if found is not None and found[0] in self.bases:
            base = self.bases[found[0]]
            return self._power(base, int(found[1] * base.degree))
        if term in self.roots and isinstance(self.roots[term].term, Variable):
            return Power(self.roots[term].term, numeral(self.bases[term].degree))
        parts = children(term)
        return rebuild(term, tuple(map(self.changed, parts))) if parts else term


def _fractional(term: Expression) -> tuple[Expression, Fraction] | None:
    """The base and the exponent of a root or a fractional power."""
    match term:
        case Apply("sqrt", (inside,)):
            return inside, Fraction(1, 2)
        case Apply("root", (degree, inside)):
            value = exact_value(degree, quotients=True)
            return (inside, 1 / value) if value is not None and value > 0 else None
        case Power(base=base, exponent=exponent):
            value = exact_value(exponent, quotients=True)
            if value is not None and value.denominator > 1:
                return base, value
    return None
