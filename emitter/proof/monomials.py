"""Terms as sums of monomials: products of powers of factors that are no sums, with a rational
coefficient.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Final, TypeAlias

from shomei.emitter.effort import spend
from shomei.terms.literals import ONE, ZERO, E, integer_value, numeral
from shomei.terms.nodes import Binary, Choice, Expression, Negation, Number, Power

#: The factors of a monomial with their exponents, in the order of their texts.
Monomial: TypeAlias = tuple[tuple[Expression, int], ...]
Polynomial: TypeAlias = dict[Monomial, Fraction]

#: The most monomials that a term may have, and the highest power of a sum that is multiplied out.
_MOST: Final = 48
_HIGHEST: Final = 6


class TooMany(Exception):  # noqa: N818 (an outcome that callers expect, named for what happened)
    """A term has too many monomials."""


def polynomial(term: Expression) -> Polynomial:
    """`term` multiplied out. Raises `TooMany`."""
    spend(5)
    match term:
        case Number(value=value):
            return {(): value} if value else {}
        case Negation(operand=a):
            return _scaled(polynomial(a), Fraction(-1))
        case Binary(operator="+", left=a, right=b):
            return _added(polynomial(a), polynomial(b))
        case Binary(operator="-", left=a, right=b):
            return _added(polynomial(a), _scaled(polynomial(b), Fraction(-1)))
        case Binary(operator="*", left=a, right=b):
            return _multiplied(polynomial(a), polynomial(b))
        case Binary(operator="/", left=a, right=b):
            return _multiplied(polynomial(a), _inverse(b))
        case Power(base=base, exponent=exponent) if base != E:
            order = integer_value(exponent)
            if order is None or abs(order) > _HIGHEST:
                return _atom(term)
            if order < 0:
                return _inverse(Power(base, numeral(-order)))
            return reduce(_multiplied, [polynomial(base)] * order, {(): Fraction(1)})
        case Choice(left=left, right=right, chosen=a, otherwise=b) if (a, b) != (ONE, ZERO):
            first, second = polynomial(a), polynomial(b)
            more = _added(first, _scaled(second, Fraction(-1)))
            return _added(second, _multiplied(more, _atom(Choice(left, right, ONE, ZERO))))
        case _:
            return _atom(term)


def _atom(term: Expression) -> Polynomial:
    return {((term, 1),): Fraction(1)}


def _inverse(term: Expression) -> Polynomial:
    """`1 / term`: the inverse of each factor, where it is a product."""
    found = polynomial(term)
    if len(found) == 1:
        ((monomial, coefficient),) = found.items()
        if coefficient:
            return {tuple((factor, -order) for factor, order in monomial): 1 / coefficient}
    return {((term, -1),): Fraction(1)}


def _added(left: Polynomial, right: Polynomial) -> Polynomial:
    found = dict(left)
    for monomial, coefficient in right.items():
        found[monomial] = found.get(monomial, Fraction(0)) + coefficient
    return _limited({each: value for each, value in found.items() if value})


def _scaled(terms: Polynomial, by: Fraction) -> Polynomial:
    return {monomial: coefficient * by for monomial, coefficient in terms.items()}


def _multiplied(left: Polynomial, right: Polynomial) -> Polynomial:
    found: Polynomial = {}
    for one, a in left.items():
        for other, b in right.items():
            spend(2)
            product = _joined(one, other)
            found[product] = found.get(product, Fraction(0)) + a * b
    return _limited({each: value for each, value in found.items() if value})


def _joined(one: Monomial, other: Monomial) -> Monomial:
    orders: dict[Expression, int] = dict(one)
    for factor, order in other:
        orders[factor] = orders.get(factor, 0) + order
    kept = ((factor, order) for factor, order in orders.items() if order)
    return tuple(sorted(kept, key=repr))


def _limited(terms: Polynomial) -> Polynomial:
    if len(terms) > _MOST:
        raise TooMany
    return terms


# --------------------------------------------------------------------------------------------------
# Back to terms


def product(monomial: Monomial) -> Expression:
    """The monomial as a term."""
    above = [_power(factor, order) for factor, order in monomial if order > 0]
    below = [_power(factor, -order) for factor, order in monomial if order < 0]
    top = _times(above)
    return Binary("/", top, _times(below)) if below else top


def _power(factor: Expression, order: int) -> Expression:
    return factor if order == 1 else Power(factor, numeral(order))


def _times(factors: Iterable[Expression]) -> Expression:
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
    if set(found) == {()} and found[()].denominator == 1:
        return found[()].numerator
    return None
