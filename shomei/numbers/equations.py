"""Systems of equalities: linear ones are solved together, a polynomial in one variable by its
roots.

In: relations `=`. Out: for some variables, the expressions that they equal. Exact: the result
satisfies the equalities, except that the root of a negative number has no value.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from shomei.arithmetic.value import exact_root
from shomei.numbers.linear import polynomial
from shomei.terms.literals import ONE
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.polynomials import Monomial, Polynomial, TooMany
from shomei.terms.walk import free_variables

_MOST_TRIED = 400
_HIGHEST_DEGREE = 12


def linear_solution(equalities: Sequence[Relation]) -> dict[str, Expression]:
    """A solution of the linear equalities: each pivot variable in terms of the others, which are
    free. Empty if they have none.
    """
    rows: list[dict[str | None, Fraction]] = []
    for equality in equalities:
        row = _linear_row(equality)
        if row is not None:
            rows.append(row)
    pivots: dict[str, dict[str | None, Fraction]] = {}
    for row in rows:
        for name, other in pivots.items():
            row = _reduced(row, name, other)  # noqa: PLW2901 (each pivot in turn)
        pivot = next((name for name in reversed(row) if name is not None), None)
        if pivot is None:
            if row:
                return {}
            continue
        pivots = {name: _reduced(other, pivot, row) for name, other in pivots.items()}
        pivots[pivot] = row
    return {name: _solved_for(name, row) for name, row in pivots.items()}


def is_linear(equality: Relation) -> bool:
    """Whether an equality is linear in variables."""
    return _linear_row(equality) is not None


def _linear_row(equality: Relation) -> dict[str | None, Fraction] | None:
    """left - right as coefficients, with None for the constant; None where it is not linear in
    variables.
    """
    terms = _difference(equality)
    row: dict[str | None, Fraction] = {}
    for monomial, c in (terms or {}).items():
        match monomial:
            case ():
                row[None] = c
            case ((Variable(name=name), 1),):
                row[name] = c
            case _:
                return None
    return row if terms is not None else None


def _difference(equality: Relation) -> Polynomial | None:
    try:
        return polynomial(Binary("-", equality.left, equality.right))
    except TooMany:
        return None


def _reduced(
    row: dict[str | None, Fraction], pivot: str, other: dict[str | None, Fraction]
) -> dict[str | None, Fraction]:
    if pivot not in row:
        return row
    factor = row[pivot] / other[pivot]
    total = {
        name: row.get(name, Fraction(0)) - factor * other.get(name, Fraction(0))
        for name in dict.fromkeys([*row, *other])
    }
    return {name: c for name, c in total.items() if c}


def _solved_for(pivot: str, row: dict[str | None, Fraction]) -> Expression:
    """The pivot as a sum over the other variables of its row."""
    result: Expression = literal(-row.get(None, Fraction(0)) / row[pivot])
    for name, c in row.items():
        if name is not None and name != pivot:
            result = Binary("+", result, Binary("*", literal(-c / row[pivot]), Variable(name)))
    return result


def literal(value: Fraction) -> Expression:
    """A fraction as an expression."""
    return Number(value) if value >= 0 else Negation(Number(-value))


def cleared(equality: Relation) -> Relation:
    """`x^2 + 1 = 4 x` for `x + \\frac{1}{x} = 4`. Where a denominator is 0 it says something else:
    whoever takes numbers from it tries them in what was said.
    """
    (above, below), (other, under) = _quotient(equality.left), _quotient(equality.right)
    if not (free_variables(below) or free_variables(under)):
        return equality
    return replace(equality, left=Binary("*", above, under), right=Binary("*", other, below))


def _quotient(term: Expression) -> tuple[Expression, Expression]:
    """A term as the quotient of two that have no denominators with variables."""
    match term:
        case Binary(operator="+" | "-", left=left, right=right):
            (above, below), (other, under) = _quotient(left), _quotient(right)
            if not (free_variables(below) or free_variables(under)):
                return term, ONE
            sides = Binary("*", above, under), Binary("*", other, below)
            return replace(term, left=sides[0], right=sides[1]), Binary("*", below, under)
        case Binary(operator="*", left=left, right=right):
            (above, below), (other, under) = _quotient(left), _quotient(right)
            return Binary("*", above, other), Binary("*", below, under)
        case Binary(operator="/", left=left, right=right):
            (above, below), (other, under) = _quotient(left), _quotient(right)
            return Binary("*", above, under), Binary("*", below, other)
        case Power(base=base, exponent=Number() as exponent):
            above, below = _quotient(base)
            return replace(term, base=above), Power(below, exponent)
        case _:
            return term, ONE


def roots(equality: Relation) -> tuple[str, tuple[Expression, ...]] | None:
    """The variable of a polynomial equality in one variable, and its roots: the rational ones, and
    those of the remaining factor if it is quadratic.
    """
    terms = _difference(equality)
    if terms is None:
        return None
    names = {factor for monomial in terms for factor, _ in monomial}
    if len(names) != 1 or not isinstance(variable := names.pop(), Variable):
        return None
    coefficients = _coefficients(terms)
    found: list[Expression] = []
    if not 2 <= len(coefficients) <= _HIGHEST_DEGREE + 1:
        return None
    for root in _rational_roots(coefficients):
        found.append(literal(root))
        while len(coefficients) > 1 and not _at(coefficients, root):
            coefficients = _divided(coefficients, root)
    if len(coefficients) == 3:
        found += _quadratic(coefficients)
    return (variable.name, tuple(found)) if found else None


def _coefficients(terms: Polynomial) -> list[Fraction]:
    """The coefficients, from the constant upwards."""
    powers: dict[int, Fraction] = {_power(monomial): c for monomial, c in terms.items()}
    return [powers.get(power, Fraction(0)) for power in range(max(powers) + 1)]


def _power(monomial: Monomial) -> int:
    return sum(power for _, power in monomial)


def _at(coefficients: Sequence[Fraction], x: Fraction) -> Fraction:
    total = Fraction(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def _divided(coefficients: Sequence[Fraction], root: Fraction) -> list[Fraction]:
    """The polynomial without one factor (x - root)."""
    result: list[Fraction] = []
    carry = Fraction(0)
    for c in reversed(coefficients[1:]):
        carry = carry * root + c
        result.append(carry)
    return result[::-1]


def _rational_roots(coefficients: Sequence[Fraction]) -> Iterator[Fraction]:
    """By the rational root theorem: divisors of the lowest coefficient over divisors of the
    highest.
    """
    scale = math.lcm(*(c.denominator for c in coefficients))
    whole = [int(c * scale) for c in coefficients]
    if not whole[0]:
        yield Fraction(0)
    lowest = next(c for c in whole if c)
    tried = itertools.product(_divisors(lowest), _divisors(whole[-1]), (1, -1))
    for candidate in dict.fromkeys(
        Fraction(sign * p, q) for p, q, sign in itertools.islice(tried, _MOST_TRIED)
    ):
        if not _at(coefficients, candidate):
            yield candidate


def _divisors(value: int) -> list[int]:
    size = abs(value)
    return [d for d in range(1, min(size, 60) + 1) if size % d == 0] + ([size] if size > 60 else [])


def _quadratic(coefficients: Sequence[Fraction]) -> list[Expression]:
    c, b, a = coefficients
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    exact = exact_root(discriminant, 2)
    distance: Expression = (
        literal(exact) if exact is not None else Apply("sqrt", (literal(discriminant),))
    )
    return [Binary("/", Binary(sign, literal(-b), distance), literal(2 * a)) for sign in ("+", "-")]
