"""Conditions under binders: whether one fails for some index, or for all numbers near enough to a
point.

In: a `Condition` and a point. Out: where and how it fails, or None. "Near" is tested on scales that
no constant of an author reaches.
"""

from __future__ import annotations

import math
from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic.interval import middle, size_order
from shomei.arithmetic.value import Undecided, Value, sign, to_interval
from shomei.numbers import numerals
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.point import Bound, Scope
from shomei.numbers.truth import holds
from shomei.obligations.model import (
    Binder,
    Condition,
    IndexBinder,
    LimitBinder,
    NearBinder,
    RangeBinder,
)
from shomei.terms.nodes import Binary, Expression, Infinity, Node, Number, Relation
from shomei.terms.walk import free_variables

_FACTOR = Fraction(73_908_513, 100_000_000)
_SCALES = (20, 60, 180)
_MOST_INDICES = 60
_SMALL_BITS = 40
#: Where a condition between two bounds is tried, and how near to them it is not.
_PARTS_BETWEEN = tuple(Fraction(*each) for each in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 7)))
_MARGIN = Fraction(1, 10**6)


def failure(
    evaluator: Evaluator, condition: Condition, scope: Scope
) -> tuple[str | None, str] | None:
    """How the condition fails at the point: the value of its left side if known, and a description
    of the values of its bound variables.
    """
    if not all(_surely(evaluator, premise, scope) for premise in condition.premises):
        return None
    statement = condition.statement
    if not isinstance(statement, Relation):
        return None  # the sample functions that stand for declared ones have all derivatives
    found = _fails(evaluator, statement, condition.binders, scope)
    if found is None:
        return None
    inner, words = found
    value: str | None = None
    if isinstance(statement.right, Number):
        try:
            value = _told(evaluator.value(statement.left, inner, 64), near=bool(words))
        except (Undefined, Undecided, NoLimit):
            value = None
    return value, words


def _surely(evaluator: Evaluator, premise: Relation, scope: Scope) -> bool:
    """Whether a premise holds at the point for certain."""
    try:
        return holds(evaluator, premise, scope, zeros=True).answer == "yes"
    except (Undefined, Undecided, NoLimit):
        return False


def _told(value: Value, *, near: bool) -> str:
    """The value as text; near a point only its sign, if the number is as small as the step."""
    shown = to_interval(value, 64)
    if near and size_order(shown) < -_SMALL_BITS and sign(value):
        return "negative" if sign(value) == -1 else "positive"
    return numerals.number(value)


def free_in(condition: Condition) -> dict[str, None]:
    """The free variables of a condition and its binders."""
    return _mentioned(condition.said, condition.binders)


def is_bound(condition: Condition) -> bool:
    """Whether the condition contains a variable that its binders bind."""
    names = free_variables(condition.said)
    return any(binder.variable in names for binder in condition.binders)


def _mentioned(statement: Node, binders: tuple[Binder, ...]) -> dict[str, None]:
    names = dict.fromkeys(free_variables(statement))
    for binder in reversed(binders):
        bounds = (
            (binder.lower, binder.upper)
            if isinstance(binder, IndexBinder | RangeBinder)
            else (binder.point,)
        )
        names = dict.fromkeys(name for name in names if name != binder.variable)
        for bound in bounds:
            if not isinstance(bound, Infinity):
                names |= dict.fromkeys(free_variables(bound))
    return names


def _fails(
    evaluator: Evaluator, statement: Relation, binders: tuple[Binder, ...], scope: Scope
) -> tuple[Scope, str] | None:
    """The point at which the statement fails under the binders, and a description of it."""
    if not binders:
        try:
            return (
                (scope, "")
                if holds(evaluator, statement, scope, zeros=True).answer == "no"
                else None
            )
        except (Undefined, Undecided, NoLimit):
            # whatever makes this undefined is a separate condition
            return None
    binder, rest = binders[0], binders[1:]
    if not isinstance(binder, IndexBinder) and binder.variable not in _mentioned(statement, rest):
        return _fails(evaluator, statement, rest, scope)
    if isinstance(binder, IndexBinder):
        return _fails_at_an_index(evaluator, statement, binder, rest, scope)
    if isinstance(binder, RangeBinder):
        return _fails_between(evaluator, statement, binder, rest, scope)
    return _fails_near(evaluator, statement, binder, rest, scope)


def _simple(number: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """The number with as few decimals as keep it between two others."""
    for digits in range(4):
        rounded = Fraction(round(number * 10**digits), 10**digits)
        if low < rounded < high:
            return rounded
    return number


def _fails_between(
    evaluator: Evaluator,
    statement: Relation,
    binder: RangeBinder,
    rest: tuple[Binder, ...],
    scope: Scope,
) -> tuple[Scope, str] | None:
    """A number strictly between the bounds at which the statement fails. At the bounds themselves
    an author may have an improper integral in mind.
    """
    try:
        lower, upper = (
            to_interval(evaluator.value(bound, scope, 64), 64)
            for bound in (binder.lower, binder.upper)
        )
    except (Undefined, Undecided, NoLimit):
        return None
    ends = [Fraction(libmp.to_float(middle(end))) for end in (lower, upper)]
    if ends[0] == ends[1] or not all(map(math.isfinite, map(float, ends))):
        return None
    margin = abs(ends[1] - ends[0]) * _MARGIN
    for part in _PARTS_BETWEEN:
        inner = ends[0] + (ends[1] - ends[0]) * part
        rounded = _simple(inner, min(ends) + margin, max(ends) - margin)
        found = _fails(evaluator, statement, rest, scope.bind(binder.variable, rounded))
        if found is not None:
            there, words = found
            return there, f" and {binder.variable} = {numerals.number(rounded)}{words}"
    return None


def _fails_at_an_index(
    evaluator: Evaluator,
    statement: Relation,
    binder: IndexBinder,
    rest: tuple[Binder, ...],
    scope: Scope,
) -> tuple[Scope, str] | None:
    try:
        lower, upper = (evaluator.value(bound, scope, 64) for bound in (binder.lower, binder.upper))
    except (Undefined, Undecided, NoLimit):
        return None
    if (
        not (isinstance(lower, Fraction) and isinstance(upper, Fraction))
        or lower.denominator != 1
        or upper.denominator != 1
    ):
        return None
    for k in range(lower.numerator, min(upper.numerator, lower.numerator + _MOST_INDICES) + 1):
        found = _fails(
            evaluator, statement, rest, scope.bind(binder.variable, Fraction(k), integer=True)
        )
        if found is not None:
            return found[0], f", {binder.variable} = {k}{found[1]}"
    return None


def _fails_near(
    evaluator: Evaluator,
    statement: Relation,
    binder: LimitBinder | NearBinder,
    rest: tuple[Binder, ...],
    scope: Scope,
) -> tuple[Scope, str] | None:
    """Whether a statement fails near a point: it does if it fails at every scale on one side."""
    name, point = binder.variable, binder.point
    side = binder.side if isinstance(binder, LimitBinder) else None
    natural = isinstance(binder, LimitBinder) and binder.natural
    integer = natural or name in scope.integers
    for direction in (
        (1, -1)
        if side is None and not isinstance(point, Infinity)
        else (-1,)
        if side == "-"
        else (1,)
    ):
        found: tuple[Scope, str] | None = None
        for scale in _SCALES:
            step = direction * _FACTOR / (1 << scale)
            bound: Fraction | Bound
            if isinstance(point, Infinity):
                place = Fraction(math.floor(1 / step))
                bound = place if point.positive else -place
            else:
                try:
                    at = evaluator.value(point, scope, 64)
                except (Undefined, Undecided, NoLimit):
                    return None
                bound = (
                    at + step
                    if isinstance(at, Fraction)
                    else Bound(Binary("+", point, Number(step)), scope)
                )
            found = _fails(evaluator, statement, rest, scope.bind(name, bound, integer=integer))
            if found is None:
                break
        if found is not None:
            return found[
                0
            ], f" and {name} {_where(evaluator, point, scope, direction, side)}{found[1]}"
    return None


def _where(
    evaluator: Evaluator,
    point: Expression | Infinity,
    scope: Scope,
    direction: int,
    side: str | None,
) -> str:
    if isinstance(point, Infinity):
        return "large" if point.positive else "very negative"
    text = numerals.number(evaluator.value(point, scope, 64))
    return (
        f"near {text} from the {'right' if direction > 0 else 'left'}"
        if side is None
        else f"near {text}"
    )
