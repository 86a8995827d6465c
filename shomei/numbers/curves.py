"""The sides of a refuted relation around its counterexample, for a drawing.

In: an obligation and its refutation. Out: a `Curve`, or None where there is nothing to draw: the
goal is no relation, it has no variable, or it takes too long to evaluate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.value import Undecided, Value, to_interval
from shomei.numbers.budget import Budget, NoLimit, OutOfBudget, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.model import Refutation
from shomei.numbers.point import Scope
from shomei.numbers.truth import holds
from shomei.obligations.model import Obligation
from shomei.terms.curves import Curve
from shomei.terms.definitions import by_name
from shomei.terms.nodes import Expression, Relation
from shomei.terms.walk import free_variables

_PRECISION: Final = 72
#: How many points a curve has on each side of the counterexample, and one of integers.
_HALF: Final = 24
_HALF_OF_INTEGERS: Final = 4
#: How many variables are tried for the one that separates the sides.
_MOST_VARIABLES: Final = 4
_SECONDS: Final = 0.2
#: What no drawing shows.
_TOO_LARGE: Final = 1e12


def with_curve(obligation: Obligation, refutation: Refutation) -> Refutation:
    """The refutation with the sides of the goal over the variable that separates them most."""
    goal, scope = obligation.goal, refutation.scope
    if not isinstance(goal, Relation) or scope is None or refutation.right is None:
        return refutation
    evaluator = Evaluator(by_name(obligation.context.definitions), Budget.of_seconds(_SECONDS))
    try:
        curves = list(_curves(obligation, goal, scope, evaluator))
    except OutOfBudget:
        return refutation
    best = max(curves, key=_spread, default=None)
    return refutation if best is None else replace(refutation, curve=best)


def _curves(
    obligation: Obligation, goal: Relation, scope: Scope, evaluator: Evaluator
) -> Iterator[Curve]:
    """The sides over each of the first variables."""
    names = [name for name in sorted(free_variables(goal)) if name in scope.names]
    for name in names[:_MOST_VARIABLES]:
        value = scope.names[name]
        if not isinstance(value, Fraction) or abs(value) > _TOO_LARGE:
            continue
        whole = name in scope.integers
        points = tuple(
            (float(x), *_sides(obligation, goal, _moved(scope, name, x), evaluator))
            for x in _around(value, whole=whole)
        )
        if sum(left is not None and right is not None for _, left, right in points) > 1:
            yield Curve(name, float(value), points, dotted=whole)


def _around(value: Fraction, *, whole: bool) -> Iterator[Fraction]:
    """The values of the variable that are drawn, in ascending order; one of them is `value`."""
    if whole:
        first = max(value - _HALF_OF_INTEGERS, min(value, Fraction(0)))
        yield from (first + step for step in range(2 * _HALF_OF_INTEGERS + 1))
        return
    width = max(abs(value), Fraction(1)) * Fraction(3, 2)
    yield from (value + width * Fraction(step, _HALF) for step in range(-_HALF, _HALF + 1))


def _moved(scope: Scope, name: str, value: Fraction) -> Scope:
    """The point with another value of a variable, also where a definition captures it."""
    return replace(scope, names={**scope.names, name: value})


def _sides(
    obligation: Obligation, goal: Relation, scope: Scope, evaluator: Evaluator
) -> tuple[float | None, float | None]:
    for hypothesis in obligation.context.hypotheses:
        try:
            if holds(evaluator, hypothesis.statement, scope).answer == "no":
                return None, None
        except (Undefined, Undecided, NoLimit):
            return None, None
    return _height(goal.left, scope, evaluator), _height(goal.right, scope, evaluator)


def _height(side: Expression, scope: Scope, evaluator: Evaluator) -> float | None:
    try:
        value = _as_float(evaluator.value(side, scope, _PRECISION))
    except (Undefined, Undecided, NoLimit):
        return None
    return value if abs(value) < _TOO_LARGE else None


def _as_float(value: Value) -> float:
    if isinstance(value, iv.Interval):
        return float(libmp.to_float(iv.middle(value)))
    try:
        return float(value)
    except OverflowError:
        return float(libmp.to_float(iv.middle(to_interval(value, _PRECISION))))


def _spread(curve: Curve) -> float:
    """How much the difference of the sides varies, beside its size."""
    apart = [
        left - right for _, left, right in curve.points if left is not None and right is not None
    ]
    largest = max(map(abs, apart))
    return (max(apart) - min(apart)) / largest if largest else 0.0
