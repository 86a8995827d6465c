"""Terms multiplied out: sums of monomials with rational coefficients."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, TypeAlias

from shomei.terms.evaluate import Evaluation
from shomei.terms.nodes import Binary, Expression, Number, Power

#: Factors with their exponents, in the order of their texts.
Monomial: TypeAlias = tuple[tuple[Expression, int], ...]
Polynomial: TypeAlias = dict[Monomial, Fraction]

#: The monomial without a factor.
UNIT: Monomial = ()


class TooMany(Exception):  # noqa: N818 (an outcome that callers expect, named for what happened)
    """A term has too many monomials."""


class Expansion(Evaluation[Polynomial]):
    """The walk over polynomials: a part that is none is a factor as it is. Natural powers up to
    `highest` are multiplied out, and quotients by numbers. A domain may know others, and says how
    many monomials are too many.
    """

    highest: ClassVar[int] = 8

    def of(self, term: Expression) -> Polynomial:
        """The term multiplied out. Raises `TooMany`."""
        return self._value(term)

    def limited(self, terms: Polynomial) -> Polynomial:
        """The terms whose coefficients are not 0. Raises `TooMany`."""
        return {monomial: value for monomial, value in terms.items() if value}

    def _quotient(self, term: Binary, left: Polynomial, right: Polynomial) -> Polynomial:
        return scaled(left, 1 / right[UNIT]) if set(right) == {UNIT} else self._no_value(term)

    def _power(self, term: Power) -> Polynomial:
        match term.exponent:
            case Number(value=value) if value.denominator == 1 and value <= self.highest:
                return self.raised(self._value(term.base), value.numerator)
            case _:
                return self._no_value(term)

    def _no_value(self, term: Expression) -> Polynomial:
        return {((term, 1),): Fraction(1)}

    def _number(self, term: Number) -> Polynomial:
        return of_number(term.value)

    def _negated(self, value: Polynomial) -> Polynomial:
        return scaled(value, Fraction(-1))

    def _combined(self, term: Binary, left: Polynomial, right: Polynomial) -> Polynomial:
        match term.operator:
            case "+":
                return self.added(left, right)
            case "-":
                return self.added(left, right, Fraction(-1))
            case "*":
                return self.multiplied(left, right)
            case "/":
                return self._quotient(term, left, right)

    def added(
        self, left: Polynomial, right: Polynomial, factor: Fraction = Fraction(1)
    ) -> Polynomial:
        """left + factor · right."""
        found = dict(left)
        for monomial, coefficient in right.items():
            found[monomial] = found.get(monomial, Fraction(0)) + factor * coefficient
        return self.limited(found)

    def multiplied(self, left: Polynomial, right: Polynomial) -> Polynomial:
        """The product."""
        found: Polynomial = {}
        for one, a in left.items():
            for other, b in right.items():
                product = joined(one, other)
                found[product] = found.get(product, Fraction(0)) + a * b
        return self.limited(found)

    def raised(self, base: Polynomial, exponent: int) -> Polynomial:
        """The power by a natural number."""
        found = of_number(Fraction(1))
        for _ in range(exponent):
            found = self.multiplied(found, base)
        return found


def of_number(value: Fraction) -> Polynomial:
    """A number as a polynomial."""
    return {UNIT: value} if value else {}


def scaled(terms: Polynomial, factor: Fraction) -> Polynomial:
    """factor · terms; the factor is not 0."""
    return {monomial: factor * coefficient for monomial, coefficient in terms.items()}


@lru_cache(maxsize=10_000)
def joined(one: Monomial, other: Monomial) -> Monomial:
    """The product of two monomials."""
    if not one or not other:
        return one or other
    exponents = dict(one)
    for factor, exponent in other:
        exponents[factor] = exponents.get(factor, 0) + exponent
    kept = [(factor, exponent) for factor, exponent in exponents.items() if exponent]
    return tuple(sorted(kept, key=repr) if len(kept) > 1 else kept)
