"""Searches for a point where an inequality fails, downhill from points where it nearly does.

In: an inequality, points, and how they were made. Out: further points, each with a smaller margin
between the sides than the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.value import Undecided, combine, to_interval
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.sampling import Plan, Point, points_at
from shomei.terms.nodes import Relation

_PRECISION = 72
_STEPS = tuple(Fraction(1, 2**k) for k in range(1, 11))
_ROUNDS = 2


def room(goal: Relation, point: Point, evaluator: Evaluator) -> float | None:
    """The margin of the inequality at the point, negative if it fails; None if it is not known."""
    try:
        left, right = (
            evaluator.value(side, point.scope, _PRECISION) for side in (goal.left, goal.right)
        )
    except (Undecided, Undefined, NoLimit):
        return None
    larger, smaller = (left, right) if goal.operator in {">", ">="} else (right, left)
    middle = iv.middle(to_interval(combine("-", larger, smaller, _PRECISION), _PRECISION))
    return float(libmp.to_float(middle)) if iv.order(middle) < 1000 else None


def downhill(goal: Relation, start: Point, how: Plan, evaluator: Evaluator) -> Iterator[Point]:
    """Points with smaller and smaller margins, changing one variable at a time, by smaller and
    smaller steps.
    """
    point, least = start, room(goal, start, evaluator)
    for _ in range(_ROUNDS):
        for step in _STEPS:
            for name, value in point.chosen.items():
                if not isinstance(value, Fraction) or how.domains[name] in {"N", "N+", "Z"}:
                    continue
                size = max(abs(value), Fraction(1))
                for moved in (value + step * size, value - step * size):
                    nearer = next(
                        points_at(
                            {**point.chosen, name: moved.limit_denominator(4096)}, how, evaluator
                        ),
                        None,
                    )
                    left = None if nearer is None else room(goal, nearer, evaluator)
                    if nearer is not None and left is not None and (least is None or left < least):
                        point, least = nearer, left
                        yield point
                        break
