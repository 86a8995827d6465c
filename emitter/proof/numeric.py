"""Floating-point values of terms at sample points. They only guide the search for a proof: they
suggest what to try, never what is true.
"""

from __future__ import annotations

import math
import operator
import random
from collections.abc import Mapping
from functools import reduce
from typing import TypeAlias

from shomei.emitter.effort import Exhausted, spend
from shomei.operations.operators import BINARY
from shomei.operations.powers import REAL_POWER
from shomei.operations.registry import OPERATIONS
from shomei.operations.values import whole
from shomei.terms.evaluate import Evaluation
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Choice,
    Constant,
    Expression,
    Infinity,
    Limit,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import COMPARISONS, sign

Point: TypeAlias = Mapping[str, float]

_TINY = 1e-9
_LARGEST_INDEX = 1000

#: The number of points to try before giving up the search for negative coordinates.
_ENOUGH = 60


def evaluate(term: Expression, point: Mapping[str, float]) -> float | None:
    """The value of `term` if the variables have the values of `point`; None if it is undefined, too
    large, or has no plain value.
    """
    try:
        value = _FLOATS.at(term, point)
    except (ArithmeticError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return value if isinstance(value, float | int) and math.isfinite(value) else None


class _Floats(Evaluation[float, Point]):
    """Raises `ArithmeticError`, `ValueError` or `KeyError` if there is no value."""

    __slots__ = ()

    def at(self, term: Expression, point: Point) -> float:
        """The value of `term` at the point."""
        return self._value(term, point)

    def _value(self, term: Expression, point: Point) -> float:
        if type(term) is not Binary:
            spend()
        value: float = self._rules[type(term)](self, term, point)
        return value

    def _no_value(self, _term: Expression, _point: Point) -> float:
        raise ValueError("no plain value")

    def _number(self, term: Number, _point: Point) -> float:
        return float(term.value)

    def _variable(self, term: Variable, point: Point) -> float:
        return point[term.name]

    def _constant(self, term: Constant, _point: Point) -> float:
        return math.e if term.name == "e" else math.pi

    def _negated(self, value: float) -> float:
        return -value

    def _combined(self, term: Binary, left: float, right: float, _point: Point) -> float:
        spend()
        return BINARY[term.operator].approximate(left, right)

    def _power(self, term: Power, point: Point) -> float:
        return REAL_POWER.approximate(
            self._value(term.base, point), self._value(term.exponent, point)
        )

    def _apply(self, term: Apply, point: Point) -> float:
        values = [self._value(part, point) for part in term.arguments]
        return OPERATIONS[term.operation].approximate(*values)

    def _big_operator(self, term: BigOperator, point: Point) -> float:
        first, last = (
            whole(self._value(term.lower, point), _LARGEST_INDEX),
            whole(self._value(term.upper, point), _LARGEST_INDEX),
        )
        if last - first > 200:
            raise ValueError("too long")
        values = [
            self._value(term.body, {**point, term.index: float(k)}) for k in range(first, last + 1)
        ]
        return sum(values) if term.operator == "sum" else reduce(operator.mul, values, 1.0)

    def _choice(self, term: Choice, point: Point) -> float:
        same = self._value(term.left, point) == self._value(term.right, point)
        return self._value(term.chosen if same else term.otherwise, point)

    def _limit(self, term: Limit, point: Point) -> float:
        """The value near the point, which suffices for a guess."""
        step = 1e-6
        if isinstance(term.point, Infinity):
            near = (1 / step) * (1 if term.point.positive else -1)
        else:
            near = self._value(term.point, point) + (-step if term.side == "-" else step)
        return self._value(term.body, {**point, term.variable: near})


_FLOATS = _Floats()


def holds(relation: Relation, point: Mapping[str, float]) -> bool | None:
    """Whether `relation` is true at `point`, with some tolerance; None if a side is undefined."""
    a, b = evaluate(relation.left, point), evaluate(relation.right, point)
    if a is None or b is None:
        return None
    close = abs(a - b) <= _TINY * max(1.0, abs(a), abs(b))
    return (0 if close else sign(a - b)) in COMPARISONS[relation.operator].signs


def corners(
    names: tuple[str, ...], relations: tuple[Relation, ...]
) -> tuple[dict[str, float], ...]:
    """Points at which a condition may fail only by accident (all variables 0, 1, -1, or equal),
    among those at which all `relations` hold.
    """
    alike = [dict.fromkeys(names, value) for value in (0.0, 1.0, -1.0, 0.7, 4.3, -4.3, 7.3, -7.3)]
    single = [
        {**dict.fromkeys(names, 0.7), name: value}
        for name in names
        for value in (0.0, 1.0, -1.0, 0.1, -0.1, 4.3, -4.3, 7.3, -7.3)
    ]
    return tuple(
        point
        for point in (*alike, *single)
        if all(holds(relation, point) for relation in relations)
    )


def _ends(relations: tuple[Relation, ...], point: Mapping[str, float]) -> dict[str, float]:
    """The ends of ranges that have one: `x ≥ -1` also holds for x = -1, which no random number
    is.
    """
    found: dict[str, float] = {}
    for relation in relations:
        for one, other in ((relation.left, relation.right), (relation.right, relation.left)):
            value = (
                evaluate(other, point)
                if relation.operator in ("<=", ">=") and isinstance(one, Variable)
                else None
            )
            if value is not None and isinstance(one, Variable):
                found[one.name] = value
                break
    return found


def sample(
    names: tuple[str, ...],
    naturals: frozenset[str],
    relations: tuple[Relation, ...],
    *,
    count: int = 4,
) -> tuple[dict[str, float], ...]:
    """Up to `count` points at which all `relations` hold, half of them with a negative coordinate
    if possible. Seeded by the names.
    """
    source = random.Random("|".join(names))  # noqa: S311 (sample points are no secret, and must be the same in every run)
    solved = {
        r.left.name: r.right
        for r in relations
        if r.operator == "=" and isinstance(r.left, Variable)
    }
    positive: list[dict[str, float]] = []
    signed: list[dict[str, float]] = []
    for attempt in range(400):
        spread = (1.0, 3.0, 0.4, 10.0)[attempt % 4]
        # Every third point has negative coordinates: all of them, or some.
        low = {
            n: -spread if attempt % 3 == 2 and (attempt % 2 == 0 or source.random() < 0.5) else 0.05
            for n in names
        }
        high = -0.05 if attempt % 6 == 2 else spread
        least = (
            0 if attempt % 4 == 0 else 1
        )  # guesses about natural numbers fail at 0, so it must be among the points
        most = 0 if attempt % 8 == 0 else 6
        point = {
            n: float(source.randint(least, most)) if n in naturals else source.uniform(low[n], high)
            for n in names
        }
        try:
            if attempt % 3 == 1:
                point.update(_ends(relations, point))
            for name, value in solved.items():
                number = evaluate(value, point)
                if number is not None:
                    point[name] = number
            holding = all(holds(relation, point) for relation in relations)
        except Exhausted:
            break
        if holding:
            (signed if any(number < 0 for number in point.values()) else positive).append(point)
            if (len(signed) >= count // 2 or attempt >= _ENOUGH) and len(signed) + len(
                positive
            ) >= count:
                break
    kept = signed[: max(count // 2, count - len(positive))]
    return tuple([*kept, *positive][:count])
