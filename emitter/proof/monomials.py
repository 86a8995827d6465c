"""Terms as sums of monomials: rational multiples of products of powers of other terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Final

from shomei.emitter.effort import spend
from shomei.terms.literals import ONE, ZERO, E, integer_value, numeral
from shomei.terms.nodes import Binary, Choice, Expression, Negation, Number, Power
from shomei.terms.polynomials import UNIT, Expansion, Monomial, Polynomial, TooMany

#: The most monomials that a term may have.
_MOST: Final = 48


class _Terms(Expansion):
    """Multiplies out powers by small integers, and divides by monomials; a choice is a sum of its
    cases.
    """

    highest = 6

    def limited(self, terms: Polynomial) -> Polynomial:
        kept = super().limited(terms)
        if len(kept) > _MOST:
            raise TooMany
        return kept

    def multiplied(self, left: Polynomial, right: Polynomial) -> Polynomial:
        spend(2 * len(left) * len(right))
        return super().multiplied(left, right)

    def _value(self, term: Expression) -> Polynomial:
        if not isinstance(term, Binary):
            spend(5)
        return super()._value(term)

    def _combined(self, term: Binary, left: Polynomial, right: Polynomial) -> Polynomial:
        spend(5)
        return super()._combined(term, left, right)

    def _quotient(self, term: Binary, left: Polynomial, right: Polynomial) -> Polynomial:
        return self.multiplied(left, _inverse(term.right, right))

    def _power(self, term: Power) -> Polynomial:
        order = None if term.base == E else integer_value(term.exponent)
        if order is None or abs(order) > self.highest:
            return self._no_value(term)
        if order < 0:
            turned = Power(term.base, numeral(-order))
            return _inverse(turned, self._value(turned))
        return self.raised(self._value(term.base), order)

    def _choice(self, term: Choice) -> Polynomial:
        if (term.chosen, term.otherwise) == (ONE, ZERO):
            return self._no_value(term)
        first, second = self._value(term.chosen), self._value(term.otherwise)
        chosen = self._no_value(Choice(term.left, term.right, ONE, ZERO))
        return self.added(second, self.multiplied(self.added(first, second, Fraction(-1)), chosen))


_TERMS: Final = _Terms()


def polynomial(term: Expression) -> Polynomial:
    """`term` multiplied out. Raises `TooMany`."""
    return _TERMS.of(term)


def _inverse(term: Expression, value: Polynomial) -> Polynomial:
    """`1 / term`: the inverse of each factor, where it is a product."""
    if len(value) == 1:
        ((monomial, coefficient),) = value.items()
        return {tuple((factor, -order) for factor, order in monomial): 1 / coefficient}
    return {((term, -1),): Fraction(1)}


# --------------------------------------------------------------------------------------------------
# Back to terms


def product(monomial: Monomial) -> Expression:
    """The monomial as a term."""
    above = [_power(factor, order) for factor, order in monomial if order > 0]
    below = [_power(factor, -order) for factor, order in monomial if order < 0]
    top = times(above)
    return Binary("/", top, times(below)) if below else top


def _power(factor: Expression, order: int) -> Expression:
    return factor if order == 1 else Power(factor, numeral(order))


def times(factors: Iterable[Expression]) -> Expression:
    """The product of some terms; 1 without any."""
    every = list(factors)
    return reduce(lambda a, b: Binary("*", a, b), every) if every else ONE


def total(terms: Mapping[Monomial, Fraction]) -> Expression:
    """The sum of the monomials as a term."""
    found: Expression | None = None
    for monomial, coefficient in terms.items():
        size = abs(coefficient)
        part = product(monomial)
        if size != 1 or not monomial:
            part = Number(size) if not monomial else Binary("*", Number(size), part)
        if found is None:
            found = part if coefficient > 0 else Negation(part)
        else:
            found = Binary("+" if coefficient > 0 else "-", found, part)
    return ZERO if found is None else found


def difference(left: Expression, right: Expression) -> int | None:
    """`left - right`, if it is an integer whatever the variables are."""
    try:
        found = polynomial(Binary("-", left, right))
    except TooMany:
        return None
    if not found:
        return 0
    if set(found) == {UNIT} and found[UNIT].denominator == 1:
        return found[UNIT].numerator
    return None
