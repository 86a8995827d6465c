"""Quotients of polynomials in t and in square roots of polynomials in t, for terms of a variable
that grows or falls: t is 1/x, -1/x, or 1 over the root of x.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from shomei.emitter.effort import spend
from shomei.emitter.proof.monomials import polynomial, product
from shomei.terms.literals import ZERO, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Variable,
    applies,
)
from shomei.terms.polynomials import Expansion, Polynomial, TooMany, of_number, scaled
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables

#: Higher degrees are left alone, and polynomials with more monomials.
_HIGHEST: Final = 8
_MOST: Final = 60
#: What stands for t in polynomials: no author's letter.
SMALL: Final = Variable("1/x")

_PLAIN: Final = Expansion()
Fracture: TypeAlias = tuple[Polynomial, Polynomial]


@dataclass(frozen=True, slots=True)
class Root:
    """A square root in the term: `scale^order` times the root of `inside`, a polynomial in t;
    `letter` stands for that root in polynomials.
    """

    written: Apply
    order: int
    inside: Polynomial
    letter: Variable


@dataclass(frozen=True, slots=True)
class Scale:
    """What grows: x, -x or the root of x, whose `power` is x up to its `sign`."""

    term: Expression
    power: int
    sign: int

    @property
    def base(self) -> Expression:
        """What grows, without its sign."""
        return self.term.operand if isinstance(self.term, Negation) else self.term


@dataclass(frozen=True, slots=True)
class Ring:
    """The polynomials in t and in the letters of `roots`, by the name of the `variable`."""

    variable: str
    scale: Scale
    roots: tuple[Root, ...]

    def fraction(self, term: Expression) -> Fracture:
        """The term as a quotient. Raises `LookupError` for what is no algebra."""
        one = of_number(Fraction(1))
        name = self.variable
        if term == self.scale.term:
            return one, power_of_small(1)
        for root in self.roots:
            if term == root.written:
                return {((root.letter, 1),): Fraction(1)}, power_of_small(root.order)
        if name not in free_variables(term):
            return polynomial(term), one
        match term:
            case Variable():
                return of_number(Fraction(self.scale.sign)), power_of_small(self.scale.power)
            case Negation(operand=a):
                above, below = self.fraction(a)
                return scaled(above, Fraction(-1)), below
            case Binary(operator=operator, left=a, right=b):
                (n, d), (m, e) = self.fraction(a), self.fraction(b)
                if operator == "*":
                    return self.times(n, m), self.times(d, e)
                if operator == "/":
                    return self.times(n, e), self.times(d, m)
                factor = Fraction(1 if operator == "+" else -1)
                if d == e:
                    return _PLAIN.added(n, m, factor), d
                both = self.times(d, e)
                return _PLAIN.added(self.times(n, e), self.times(m, d), factor), both
            case Power(base=base, exponent=exponent):
                order = integer_value(exponent)
                if order is None or not 1 <= order <= _HIGHEST:
                    raise LookupError
                above, below = self.fraction(base)
                return _PLAIN.raised(above, order), _PLAIN.raised(below, order)
            case _:
                raise LookupError

    def times(self, one: Polynomial, other: Polynomial) -> Polynomial:
        """The product, without squares of roots. Raises `TooMany`."""
        spend(2 * len(one) * len(other))
        return self.reduced(_PLAIN.multiplied(one, other))

    def reduced(self, terms: Polynomial) -> Polynomial:
        """With the polynomials in place of the squares of their roots. Raises `TooMany`."""
        if len(terms) > _MOST:
            raise TooMany
        for root in self.roots:
            terms = _without_squares(terms, root.letter, root.inside)
        for factor in dict.fromkeys(factor for monomial in terms for factor, _ in monomial):
            if applies(factor, "sqrt") and isinstance(factor.arguments[0], Number):
                terms = _without_squares(terms, factor, of_number(factor.arguments[0].value))
        return terms

    def turned(self, terms: Polynomial, root: Root) -> Polynomial:
        """The conjugate: with minus the root."""
        return {
            monomial: -value if dict(monomial).get(root.letter) else value
            for monomial, value in terms.items()
        }

    def at_zero(self, terms: Polynomial) -> Expression:
        """The value of a polynomial at t = 0."""
        roots = {
            root.letter.name: Apply("sqrt", (_sum(_constant(root.inside)),)) for root in self.roots
        }
        return substitute(_sum(_constant(terms)), roots)


def coefficients(part: Apply, name: str) -> dict[int, Polynomial]:
    """The coefficients of what stands under a root, by degrees. Raises `LookupError` if it is no
    polynomial of a positive degree.
    """
    found: dict[int, Polynomial] = {}
    for monomial, value in polynomial(part.arguments[0]).items():
        powers = dict(monomial)
        degree = powers.pop(Variable(name), 0)
        rest = tuple(powers.items())
        if not 0 <= degree <= _HIGHEST or any(name in free_variables(each) for each in powers):
            raise LookupError
        found.setdefault(degree, {})[rest] = value
    if not found or max(found) == 0:
        raise LookupError
    return found


def root_of(part: Apply, coefficients: Mapping[int, Polynomial], scale: Scale, place: int) -> Root:
    """The root of a polynomial with these coefficients, by degrees, in terms of t; `place` tells
    its letter from the others. Raises `LookupError` if its degree in 1/t is odd.
    """
    highest = max(coefficients) * scale.power
    inside: Polynomial = {}
    for degree, coefficient in coefficients.items():
        power = power_of_small(highest - degree * scale.power)
        signed = scaled(coefficient, Fraction(scale.sign**degree))
        inside = _PLAIN.added(inside, _PLAIN.multiplied(power, signed))
    if highest % 2:
        raise LookupError
    return Root(part, highest // 2, inside, Variable(f"root {place}"))


def _without_squares(terms: Polynomial, root: Expression, inside: Polynomial) -> Polynomial:
    """With `inside` in place of the square of `root`."""
    while True:
        found = next((monomial for monomial in terms if dict(monomial).get(root, 0) > 1), None)
        if found is None:
            return terms
        powers = dict(found)
        powers[root] -= 2
        rest = {tuple((factor, k) for factor, k in powers.items() if k): terms[found]}
        others = {monomial: value for monomial, value in terms.items() if monomial != found}
        terms = _PLAIN.added(others, _PLAIN.multiplied(rest, inside))


def power_of_small(order: int) -> Polynomial:
    """t to this power."""
    return {((SMALL, order),): Fraction(1)} if order else of_number(Fraction(1))


def lowest(terms: Polynomial) -> tuple[int, Polynomial]:
    """The power of t that all terms share, and the rest."""
    order = min(dict(monomial).get(SMALL, 0) for monomial in terms)
    return order, _PLAIN.multiplied(terms, power_of_small(-order))


def _constant(terms: Polynomial) -> Polynomial:
    """The monomials without t."""
    return {monomial: value for monomial, value in terms.items() if SMALL not in dict(monomial)}


def _sum(terms: Polynomial) -> Expression:
    """A polynomial as a term in t."""
    parts: list[tuple[Fraction, Expression]] = []
    for monomial, value in terms.items():
        size = Number(abs(value))
        parts.append((value, Binary("*", size, product(monomial)) if monomial else size))
    return joined(parts)


def joined(parts: list[tuple[Fraction, Expression]]) -> Expression:
    """A sum of terms with the signs of the numbers beside them, a positive one first."""
    if not parts:
        return ZERO
    first = next((each for each in parts if each[0] > 0), parts[0])
    value, whole = first
    found: Expression = whole if value > 0 else Negation(whole)
    for each in parts:
        if each is not first:
            found = Binary("+" if each[0] > 0 else "-", found, each[1])
    return found
