"""Polynomials with given values and derivatives at given points: sample functions for hypotheses
such as `f(0) = 1` and `f'(0) = 2`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import perm

from shomei.terms.nodes import Binary, Expression, Negation, Number, Power, Variable

#: More data than these are not fitted.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Datum:
    """The derivative of order `order` at `point` is `value`."""

    point: Fraction
    order: int
    value: Fraction


def through(data: Sequence[Datum]) -> Iterator[Expression]:
    """Polynomials in t with these data: the simplest one, and one with a higher degree."""
    if not data or len(data) > _MOST:
        return
    for more in (
        (),
        (Datum(Fraction(7, 3), 0, Fraction(2)), Datum(Fraction(-5, 2), 0, Fraction(1))),
    ):
        found = _solved([*data, *more])
        if found is not None:
            yield _polynomial(found)


def _solved(data: Sequence[Datum]) -> list[Fraction] | None:
    """The coefficients, from the constant one on; None if the data exclude each other."""
    size = len(data)
    rows = [[*(_coefficient(each, power) for power in range(size)), each.value] for each in data]
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        rows[column] = [value / lead for value in rows[column]]
        for row in range(size):
            if row != column and rows[row][column]:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


def _coefficient(datum: Datum, power: int) -> Fraction:
    if power < datum.order:
        return Fraction(0)
    return perm(power, datum.order) * datum.point ** (power - datum.order)


def _polynomial(coefficients: Sequence[Fraction]) -> Expression:
    whole: Expression = _number(coefficients[0])
    t = Variable("t")
    for power, value in enumerate(coefficients[1:], start=1):
        if value:
            monomial = t if power == 1 else Power(t, Number(Fraction(power)))
            whole = Binary("+", whole, Binary("*", _number(value), monomial))
    return whole


def _number(value: Fraction) -> Expression:
    whole: Expression = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        whole = Binary("/", whole, Number(Fraction(value.denominator)))
    return Negation(whole) if value < 0 else whole
