"""Terms as sums of `c k^j b^k`, with the same natural number k: those of geometric series."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import Final, TypeAlias

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import Notation, real
from shomei.terms.literals import ONE, ZERO, integer_value, numeral
from shomei.terms.nodes import Binary, Expression, Negation, Power, Variable
from shomei.terms.recurrence import parted
from shomei.terms.walk import free_variables

#: The coefficients of a polynomial, that of the lowest power first.
Coefficients: TypeAlias = tuple[Expression, ...]
#: The polynomials in k by the base of the power that each is multiplied with.
Parts: TypeAlias = dict[Expression, Coefficients]
#: The highest power of k.
_HIGHEST: Final = 4
_MINUS: Final = Negation(ONE)


@dataclass(frozen=True, slots=True)
class Powers:
    """A term as a sum of `c k^j b^k`, and the equations between powers that show it."""

    parts: Parts
    lines: tuple[Have, ...]


def as_powers(term: Expression, variable: str, notation: Notation) -> Powers | None:
    """A term in a natural variable, which `notation` knows; None if it has another form."""
    reader = _Reader(variable, notation)
    parts = reader.parts(term)
    if parts is None or any(len(each) > _HIGHEST + 1 for each in parts.values()):
        return None
    facts = enumerate(reader.facts.items())
    return Powers(parts, tuple(Have(f"power{i}", each, proof) for i, (each, proof) in facts))


def written(parts: Parts, variable: str) -> Expression:
    """The term of such parts."""
    k = Variable(variable)
    whole: Expression = ZERO
    for base, coefficients in parts.items():
        for degree, each in enumerate(coefficients):
            power = Binary("*", Power(k, numeral(degree)), Power(base, k))
            whole = _plus(whole, each if each == ZERO else Binary("*", each, power))
    return whole


def summed(parts: Parts) -> Parts | None:
    """The parts of T with `f(k) = T(k + 1) - T(k)`, for those of f; None where a base is 1. It is
    `T(k) = Q(k) b^k` with `b Q(k + 1) - Q(k) = P(k)`.
    """
    found: Parts = {}
    for base, given in parts.items():
        if base == ONE:
            return None
        below = Binary("-", base, ONE)
        own: list[Expression] = [ZERO] * len(given)
        for i in reversed(range(len(given))):
            rest: Expression = ZERO
            for j in range(i + 1, len(given)):
                rest = _plus(rest, _times(numeral(comb(j, i)), own[j]))
            left = given[i] if rest == ZERO else Binary("-", given[i], _times(base, rest))
            own[i] = ZERO if left == ZERO else Binary("/", left, below)
        found[base] = tuple(own)
    return found


class _Reader:
    def __init__(self, variable: str, notation: Notation) -> None:
        self.variable = variable
        self.notation = notation
        self.index = identifier(variable)
        #: The equations between powers, with their proofs.
        self.facts: dict[str, str] = {}

    def parts(self, term: Expression) -> Parts | None:
        """The parts of a term."""
        if self.variable not in free_variables(term):
            return {ONE: (term,)}
        match term:
            case Variable():
                return {ONE: (ZERO, ONE)}
            case Negation(operand=a):
                return self._product(self.parts(a), {ONE: (_MINUS,)})
            case Binary(operator="+", left=a, right=b):
                return _sum(self.parts(a), self.parts(b))
            case Binary(operator="-", left=a, right=b):
                return _sum(self.parts(a), self._product(self.parts(b), {ONE: (_MINUS,)}))
            case Binary(operator="*", left=a, right=b):
                return self._product(self.parts(a), self.parts(b))
            case Binary(operator="/", left=a, right=b):
                return self._quotient(self.parts(a), self.parts(b))
            case Power(base=base, exponent=exponent) if self.variable not in free_variables(base):
                return self._power(base, exponent)
            case Power(base=base, exponent=exponent):
                times = integer_value(exponent) or 0
                whole: Parts | None = {ONE: (ONE,)} if 0 < times <= _HIGHEST else None
                for _ in range(times):
                    whole = self._product(whole, self.parts(base))
                return whole
            case _:
                return None

    def _power(self, base: Expression, exponent: Expression) -> Parts | None:
        inner, offset = parted(exponent)
        factor = Power(base, numeral(offset)) if offset > 0 else ONE
        match inner:
            case Variable(name=name) if name == self.variable and offset >= 0:
                return {base: (factor,)}
            case Binary(operator="*", left=times, right=Variable(name=name)) if (
                name == self.variable and offset >= 0 and (integer_value(times) or 0) > 0
            ):
                whole = Power(base, times)
                a, m, k = self._text(base), integer_value(times), self.index
                self.facts[f"({a} ^ {m}) ^ {k} = {a} ^ ({m} * {k})"] = (
                    f"Shomei.pow_of_power {a} {m} {k}"
                )
                return {whole: (factor,)}
            case _:
                return None

    def _product(self, a: Parts | None, b: Parts | None) -> Parts | None:
        if a is None or b is None:
            return None
        found: Parts | None = {}
        for one, first in a.items():
            for other, second in b.items():
                product: list[Expression] = [ZERO] * (len(first) + len(second) - 1)
                for i, x in enumerate(first):
                    for j, y in enumerate(second):
                        product[i + j] = _plus(product[i + j], _times(x, y))
                found = _sum(found, {self._base("*", one, other): tuple(product)})
        return found

    def _quotient(self, a: Parts | None, b: Parts | None) -> Parts | None:
        if a is None or b is None or len(b) != 1:
            return None
        ((below, (divisor, *more)),) = b.items()
        if more:
            return None
        found: Parts | None = {}
        for above, coefficients in a.items():
            part = tuple(_over(each, divisor) for each in coefficients)
            found = _sum(found, {self._base("/", above, below): part})
        return found

    def _base(self, operator: str, one: Expression, other: Expression) -> Expression:
        """The base of a product or quotient of two powers."""
        if other == ONE:
            return one
        if operator == "*" and one == ONE:
            return other
        a, b, k = self._text(one), self._text(other), self.index
        if one == ONE:
            self.facts[f"{a} ^ {k} = 1"] = f"one_pow {k}"
        if operator == "*":
            self.facts[f"({a} * {b}) ^ {k} = {a} ^ {k} * {b} ^ {k}"] = f"mul_pow {a} {b} {k}"
            return Binary("*", one, other)
        self.facts[f"({a} / {b}) ^ {k} = {a} ^ {k} / {b} ^ {k}"] = (
            f"Shomei.pow_of_quotient {a} {b} {k}"
        )
        return Binary("/", one, other)

    def _text(self, term: Expression) -> str:
        return f"({real(term, self.notation)} : ℝ)"


def _sum(a: Parts | None, b: Parts | None) -> Parts | None:
    if a is None or b is None:
        return None
    found = dict(a)
    for base, second in b.items():
        first = found.get(base, ())
        length = max(len(first), len(second))
        one, other = ((*each, *([ZERO] * (length - len(each)))) for each in (first, second))
        found[base] = tuple(map(_plus, one, other))
    return found


def _plus(a: Expression, b: Expression) -> Expression:
    return b if a == ZERO else a if b == ZERO else Binary("+", a, b)


def _times(a: Expression, b: Expression) -> Expression:
    if ZERO in (a, b):
        return ZERO
    return b if a == ONE else a if b == ONE else Binary("*", a, b)


def _over(a: Expression, b: Expression) -> Expression:
    return a if a == ZERO or b == ONE else Binary("/", a, b)
