"""Finds systems of polynomial relations that have no solution even if every monomial is taken as an
independent variable.

In: relations over `terms.nodes`, each with a number that names it. Out: the numbers of some that
cannot hold together, or None, which means nothing. Exact: Gauss and Fourier–Motzkin elimination
over fractions. A term that is not a polynomial is a variable too, with the bounds of its kind (|u|
≥ 0, e^u > 0, -1 ≤ sin u ≤ 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from shomei.operations.registry import OPERATIONS
from shomei.terms.nodes import (
    Apply,
    Constant,
    Expression,
    NumberSet,
    Power,
    Relation,
    Variable,
)
from shomei.terms.polynomials import (
    UNIT,
    Expansion,
    Monomial,
    Polynomial,
    TooMany,
    of_number,
    scaled,
)

_MOST_ROWS = 300
_MOST_MONOMIALS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """polynomial ≥ 0, or > 0 if `strict`, or = 0 if `equal`; it follows from the relations in
    `origins`.
    """

    polynomial: Polynomial
    strict: bool = False
    equal: bool = False
    origins: frozenset[int] = frozenset()


class _Sides(Expansion):
    """Sides that are multiplied out only where few monomials come of it."""

    def multiplied(self, left: Polynomial, right: Polynomial) -> Polynomial:
        if len(left) * len(right) > _MOST_MONOMIALS * _MOST_MONOMIALS:
            raise TooMany
        return super().multiplied(left, right)


_SIDES: Final = _Sides()


def polynomial(expression: Expression) -> Polynomial:
    """The expression as a sum of monomials; parts that are not polynomials are factors as they
    are. Raises `TooMany`.
    """
    return _SIDES.of(expression)


def _line(monomial: Monomial, sign: int, value: Fraction) -> Polynomial:
    """sign · monomial + value."""
    return {monomial: Fraction(sign), **of_number(value)}


def clash(
    relations: Sequence[tuple[int, Relation]], domains: Mapping[str, NumberSet]
) -> frozenset[int] | None:
    """The numbers of relations that contradict each other, reduced by leaving out one at a time;
    None if none are found.
    """
    try:
        found = _clash(relations, domains)
        if found is None:
            return None
        for number in sorted(found):
            fewer = _clash([(n, r) for n, r in relations if n in found and n != number], domains)
            found = fewer if fewer is not None else found
    except TooMany:
        return None
    return found


def _clash(
    relations: Sequence[tuple[int, Relation]], domains: Mapping[str, NumberSet]
) -> frozenset[int] | None:
    rows: list[Row] = []
    unequal: list[tuple[int, Polynomial]] = []
    for number, relation in relations:
        difference = _SIDES.added(
            polynomial(relation.left), polynomial(relation.right), Fraction(-1)
        )
        origin = frozenset({number})
        if relation.operator == "!=":
            unequal.append((number, difference))
        elif relation.operator == "=":
            rows.append(Row(difference, equal=True, origins=origin))
        else:
            upwards = (
                difference if relation.operator in {">", ">="} else scaled(difference, Fraction(-1))
            )
            rows.append(Row(upwards, strict=relation.operator in {">", "<"}, origins=origin))
    rows += _known(
        {monomial for row in rows for monomial in row.polynomial}
        | {monomial for _, p in unequal for monomial in p},
        domains,
    )
    rows = [_tightened(row, domains) for row in rows]
    rows += _products(rows)
    found = _impossible(rows)
    if found is not None:
        return found
    for number, difference in unequal:
        # a convex set lies within a union of planes only if it lies within one of them
        origin = frozenset({number})
        sides = [
            _impossible([*rows, Row(side, strict=True, origins=origin)])
            for side in (difference, scaled(difference, Fraction(-1)))
        ]
        if sides[0] is not None and sides[1] is not None:
            return sides[0] | sides[1]
    return None


def _known(monomials: Iterable[Monomial], domains: Mapping[str, NumberSet]) -> list[Row]:
    """The known bounds of every factor and of every square, by its kind."""
    rows: list[Row] = []
    factors: dict[Expression, None] = {}
    for monomial in monomials:
        factors |= {factor: None for factor, _ in monomial}
        if monomial and all(power % 2 == 0 for _, power in monomial):
            rows.append(Row({monomial: Fraction(1)}))
    for factor in factors:
        itself: Monomial = ((factor, 1),)
        for lowest, highest, strict in _range(factor, domains):
            if lowest is not None:
                rows.append(Row(_line(itself, 1, -lowest), strict=strict))
            if highest is not None:
                rows.append(Row(_line(itself, -1, highest), strict=strict))
    return rows


def _range(
    factor: Expression, domains: Mapping[str, NumberSet]
) -> Iterable[tuple[Fraction | None, Fraction | None, bool]]:
    """The bounds of a factor, and whether they are strict."""
    if isinstance(factor, Apply):
        bounds = OPERATIONS[factor.operation].bounds
        if bounds is not None:
            yield bounds.lower, None, bounds.lower_open
            yield None, bounds.upper, bounds.upper_open
    match factor:
        case Variable(name=name) if domains.get(name) in {"N", "N+"}:
            yield Fraction(0 if domains[name] == "N" else 1), None, False
        case Constant(name="e"):
            yield Fraction(27182818, 10**7), Fraction(27182819, 10**7), True
        case Constant(name="pi"):
            yield Fraction(31415926, 10**7), Fraction(31415927, 10**7), True
        case Power(base=Constant()):
            yield Fraction(0), None, True
        case _:
            pass


def _tightened(row: Row, domains: Mapping[str, NumberSet]) -> Row:
    """A bound on one integer, moved to the next integer inside."""
    factors = [monomial for monomial in row.polynomial if monomial != UNIT]
    if row.equal or len(factors) != 1 or len(factors[0]) != 1:
        return row
    (factor, power), c = factors[0][0], row.polynomial[factors[0]]
    if (
        power != 1
        or not isinstance(factor, Variable)
        or domains.get(factor.name) not in {"N", "N+", "Z"}
    ):
        return row
    edge = -row.polynomial.get(UNIT, Fraction(0)) / c
    if c > 0:
        lowest = Fraction(floor(edge) + 1 if row.strict else ceil(edge))
        return Row(_line(factors[0], 1, -lowest), origins=row.origins)
    highest = Fraction(ceil(edge) - 1 if row.strict else floor(edge))
    return Row(_line(factors[0], -1, highest), origins=row.origins)


def _products(rows: Sequence[Row]) -> list[Row]:
    """The sign of a product of factors with given signs: x > 0 and y > 0 give x·y > 0."""
    signs: dict[Expression, tuple[int, frozenset[int]]] = {}
    for row in rows:
        factors = [monomial for monomial in row.polynomial if monomial != UNIT]
        if row.equal or len(factors) != 1 or len(factors[0]) != 1 or factors[0][0][1] != 1:
            continue
        c, constant = row.polynomial[factors[0]], row.polynomial.get(UNIT, Fraction(0))
        # c·u + constant > 0 with constant ≤ 0 gives u the sign of c
        if constant < 0 or (constant == 0 and row.strict):
            signs.setdefault(factors[0][0][0], (1 if c > 0 else -1, row.origins))
    found: list[Row] = []
    for monomial in {monomial for row in rows for monomial in row.polynomial}:
        if sum(power for _, power in monomial) > 1 and all(
            factor in signs for factor, _ in monomial
        ):
            sign, origins = 1, frozenset[int]()
            for factor, power in monomial:
                sign *= signs[factor][0] ** power
                origins |= signs[factor][1]
            found.append(Row({monomial: Fraction(sign)}, strict=True, origins=origins))
    return found


def _impossible(rows: Sequence[Row]) -> frozenset[int] | None:
    """The origins of a combination of the rows that states 0 > 0 or the like."""
    clash, rest = _solved(rows)
    while clash is None:
        clash = _absurd(rest)
        rest = _distinct(row for row in rest if set(row.polynomial) - {UNIT})
        if not rest:
            break
        if clash is None:
            rest = _projected(rest)
    return clash


def _solved(rows: Sequence[Row]) -> tuple[frozenset[int] | None, list[Row]]:
    """The inequalities after substituting the equalities; if the equalities contradict each other,
    their origins.
    """
    equalities = [row for row in rows if row.equal]
    others = [row for row in rows if not row.equal]
    while equalities:
        row = equalities.pop()
        pivot = next((monomial for monomial in row.polynomial if monomial != UNIT), None)
        if pivot is not None:
            equalities = [_without(pivot, other, row) for other in equalities]
            others = [_without(pivot, other, row) for other in others]
        elif row.polynomial:
            return row.origins, others
    return None, others


def _absurd(rows: Sequence[Row]) -> frozenset[int] | None:
    """The origins of a row that is a false statement about numbers alone."""
    for row in rows:
        if set(row.polynomial) <= {UNIT}:
            constant = row.polynomial.get(UNIT, Fraction(0))
            if constant < 0 or (constant == 0 and row.strict):
                return row.origins
    return None


def _projected(rows: Sequence[Row]) -> list[Row]:
    """One step of Fourier–Motzkin elimination: the rows without the monomial that is cheapest to
    eliminate. Raises `TooMany`.
    """
    pivot = _cheapest(rows)
    above = [row for row in rows if row.polynomial.get(pivot, 0) > 0]
    below = [row for row in rows if row.polynomial.get(pivot, 0) < 0]
    rest = [row for row in rows if pivot not in row.polynomial]
    if len(above) * len(below) + len(rest) > _MOST_ROWS:
        raise TooMany
    return rest + [_eliminated(pivot, up, down) for up in above for down in below]


def _without(pivot: Monomial, row: Row, equality: Row) -> Row:
    c = row.polynomial.get(pivot)
    if c is None:
        return row
    return Row(
        _SIDES.added(row.polynomial, equality.polynomial, -c / equality.polynomial[pivot]),
        row.strict,
        row.equal,
        row.origins | equality.origins,
    )


def _eliminated(pivot: Monomial, up: Row, down: Row) -> Row:
    scaled = {monomial: c / up.polynomial[pivot] for monomial, c in up.polynomial.items()}
    return Row(
        _SIDES.added(scaled, down.polynomial, -1 / down.polynomial[pivot]),
        up.strict or down.strict,
        origins=up.origins | down.origins,
    )


def _cheapest(rows: Sequence[Row]) -> Monomial:
    counts: dict[Monomial, list[int]] = {}
    for row in rows:
        for monomial, c in row.polynomial.items():
            if monomial != UNIT:
                counts.setdefault(monomial, [0, 0])[c > 0] += 1
    return min(
        counts, key=lambda monomial: (counts[monomial][0] * counts[monomial][1], repr(monomial))
    )


def _distinct(rows: Iterable[Row]) -> list[Row]:
    """The distinct inequalities, each with the fewest origins."""
    kept: dict[tuple[frozenset[tuple[Monomial, Fraction]], bool], Row] = {}
    for row in rows:
        scale = abs(next(c for monomial, c in row.polynomial.items() if monomial != UNIT))
        key = (
            frozenset((monomial, c / scale) for monomial, c in row.polynomial.items()),
            row.strict,
        )
        if key not in kept or len(row.origins) < len(kept[key].origins):
            kept[key] = row
    return list(kept.values())
