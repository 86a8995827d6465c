"""Limits and derivatives as numbers, from values very near the point at very high precision.

In: a function of a step h, or a `Limit`. Out: an interval that is not `sure`. `NoLimit` is raised
if the values diverge or the two sides disagree by far, `Undecided` if the evidence is anything less
than overwhelming.

The steps are h = c·2^-k with k doubling twice, and every value is an enclosure. A function that is
smooth on each side changes between two scales by no more than about the coarser step, so the last
change is far above the true error. Slowly converging functions are left undecided.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Undecided, Value, combine, to_interval
from shomei.numbers.budget import NoLimit, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.extrapolation import extrapolated
from shomei.numbers.point import Bound, Scope
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Expression,
    Infinity,
    Limit,
    Number,
    applies,
)
from shomei.terms.walk import subtrees

#: A function of the step and the precision.
Sampled: TypeAlias = Callable[[Fraction, int], Value]

#: An arbitrary factor, so that sin(pi/h) and the like show no false regularity.
_FACTOR = Fraction(73_908_513, 100_000_000)
_SCALES = (24, 48, 96)
_DEEP_SCALES = (130, 260, 520)
_SHALLOW_SCALES = (5, 10, 20)
_MIDDLE_SCALES = (30, 60, 120)
#: For sums and factorials up to the place: 5, 21, 346 and 10, 43, 346 terms; where these show no
#: trend, three larger ones, and where they converge slowly, as many as are to be extrapolated.
_TERM_SCALES = (2, 4, 8)
_DEEP_TERM_SCALES = (3, 5, 8)
_LATE_TERM_SCALES = (6, 7, 8)
_DOUBLING_SCALES = (4, 5, 6, 7, 8)
_DEEP_DOUBLING_SCALES = (3, 4, 5, 6, 7, 8)
_MODEST = 100
#: Dividing differences of nearly equal numbers by small steps loses precision; extra bits make up
#: for it, up to this many.
_MOST_BITS = 6000
#: Beyond these, an enclosure that twice as many bits have not made narrower will stay as wide.
_ENOUGH_BITS = 400
_TIGHT = 60
#: The number of values that must oscillate, and the least amplitude, for a limit to be considered
#: missing.
_SWINGS = 16
_LEAST_SWING = 0.01


def limit(evaluator: Evaluator, node: Limit, scope: Scope) -> Interval:
    """The value of a limit at the point `scope`."""
    point = node.point
    if isinstance(point, Infinity):

        def far(step: Fraction, precision: int) -> Value:
            place = Fraction(math.floor(1 / step))
            inner = scope.bind(
                node.variable,
                place if point.positive else -place,
                integer=node.natural or node.variable in scope.integers,
            )
            return evaluator.value(node.body, inner, precision)

        return _one_side(far, evaluator.deep, terms=_has_terms(node.body))

    at = evaluator.value(point, scope, 64)

    def near(step: Fraction, precision: int) -> Value:
        place = (
            at + step
            if not isinstance(at, Interval)
            else Bound(Binary("+", point, Number(step)), scope)
        )
        return evaluator.value(node.body, scope.bind(node.variable, place), precision)

    sides = (1, -1) if node.side is None else ((1,) if node.side == "+" else (-1,))
    return two_sided(near, sides, evaluator.deep)


def _has_terms(body: Expression) -> bool:
    """Whether the body has sums or factorials, and no numbers that hide at nearby points what it
    does further away.
    """
    nodes = list(subtrees(body))
    return any(
        isinstance(n, BigOperator) or applies(n, "factorial", "binomial") for n in nodes
    ) and all(n.value <= _MODEST for n in nodes if isinstance(n, Number))


def derivative(
    evaluator: Evaluator,
    body: Callable[[Fraction | Bound], tuple[Expression, Scope]],
    at: Expression,
    scope: Scope,
    order: int,
) -> Interval:
    """The derivative of order `order` of the function `body` (its value at a binding, as an
    expression in a scope), at `at` in `scope`.

    It is the limit of the difference quotient of that order from both sides, so a corner raises
    `NoLimit`.
    """
    if not 1 <= order <= 4:
        raise Undecided
    place = evaluator.value(at, scope, 64)

    def moved(step: Fraction) -> Fraction | Bound:
        return (
            place + step
            if isinstance(place, Fraction)
            else Bound(Binary("+", at, Number(step)), scope)
        )

    def quotient(step: Fraction, precision: int) -> Value:
        total: Value = Fraction(0)
        for i in range(order + 1):
            expression, inner = body(moved(i * step))
            weight = Fraction((-1) ** (order - i) * math.comb(order, i))
            total = combine(
                "+",
                total,
                combine("*", weight, evaluator.value(expression, inner, precision), precision),
                precision,
            )
        return combine("/", total, step**order, precision)

    # the function must be defined at the point itself, or it has no derivative there
    evaluator.value(*body(moved(Fraction(0))), 64)
    return two_sided(quotient, (1, -1), evaluator.deep)


def two_sided(function: Sampled, sides: tuple[int, ...], deep: bool) -> Interval:
    """The limit of function(h) as h → 0 through positive steps (1), negative ones (-1) or both."""
    found: list[Interval] = []
    failures: list[tuple[int, str]] = []
    for side in sides:
        try:
            found.append(
                _one_side(lambda step, precision, side=side: function(side * step, precision), deep)  # type: ignore[misc]
            )
        except NoLimit as reason:
            failures.append((side, reason.why))
    if failures:
        raise NoLimit(_on_each_side(failures, len(sides)))
    if len(found) == 2:
        right, left = found
        gap = libmp.mpf_abs(libmp.mpf_sub(iv.middle(right), iv.middle(left), 53, "n"))
        allowed = max(
            iv.width_order(right),
            iv.width_order(left),
            -60 + max(iv.size_order(right), iv.size_order(left)),
        )
        if iv.order(gap) > max(
            allowed + 12, -20 + min(iv.size_order(right), iv.size_order(left), 0)
        ):
            raise NoLimit(
                f"tends to {_short(left)} from the left and to {_short(right)} from the right"
            )
        if iv.order(gap) > allowed + 2:
            raise Undecided
    return iv.hull(tuple(found))


def _on_each_side(failures: list[tuple[int, str]], sides: int) -> str:
    reasons = {why for _, why in failures}
    if sides == 1:
        return reasons.pop()
    if len(failures) == 2 and len(reasons) == 1:
        return f"{reasons.pop()} on both sides"
    return " and ".join(
        f"{why} from the {'right' if side > 0 else 'left'}" for side, why in failures
    )


def _one_side(function: Sampled, deep: bool, *, terms: bool = False) -> Interval:
    """The limit of function(h) for h > 0. With `terms`, only moderately large 1/h can be used,
    since the work grows with them.
    """
    if terms:
        return _of_terms(function, deep)
    for scales in (_DEEP_SCALES, _MIDDLE_SCALES) if deep else (_SCALES, _SHALLOW_SCALES):
        try:
            values = [_tight_value(function, _FACTOR / (1 << k), k) for k in scales]
        except (Undecided, Undefined):
            continue
        try:
            return _trend(values)
        except Undecided:
            break
    _refuse_swings(function, 20 if deep else 0)
    raise Undecided


def _of_terms(function: Sampled, deep: bool) -> Interval:
    """The limit of sums with 1/h terms, or the like."""

    def values(scales: tuple[int, ...]) -> list[Interval]:
        return [_tight_value(function, _FACTOR / (1 << k), k) for k in scales]

    for scales in (_DEEP_TERM_SCALES if deep else _TERM_SCALES, _LATE_TERM_SCALES):
        try:
            return _trend(values(scales))
        except Undecided:
            pass
    doubling = _DEEP_DOUBLING_SCALES if deep else _DOUBLING_SCALES
    return extrapolated([math.floor((1 << k) / _FACTOR) for k in doubling], values(doubling))


def _refuse_swings(function: Sampled, further: int) -> None:
    """Raises `NoLimit` if the values oscillate near the point, and no less so much nearer to it. An
    oscillation that dies out, however slowly, is smaller there.
    """
    spans: list[tuple[float, float]] = []
    for first in (60 + further, 1500 + further):
        try:
            values = [
                _as_float(
                    _tight_value(function, _irregular(turn) / (1 << first + turn), first + turn)
                )
                for turn in range(_SWINGS)
            ]
        except Undefined:
            return
        rises = [later > earlier for earlier, later in itertools.pairwise(values)]
        if sum(a != b for a, b in itertools.pairwise(rises)) < _SWINGS // 3:
            return
        spans.append((min(values), max(values)))
    (low, high), (deep_low, deep_high) = spans
    if high - low > _LEAST_SWING and deep_high - deep_low > 0.8 * (high - low):
        raise NoLimit(f"keeps moving, as between {deep_low:.1f} and {deep_high:.1f}")


def _irregular(turn: int) -> Fraction:
    """A number between 3/10 and 95/100, different at every step, so that the steps have no simple
    ratio.
    """
    return Fraction(30_000_007 + turn * 38_196_601 % 65_000_000, 100_000_000)


def _as_float(value: Interval) -> float:
    middle = iv.middle(value)
    if iv.order(middle) > 60:
        raise Undecided
    return float(libmp.to_float(middle))


def _tight_value(function: Sampled, step: Fraction, scale: int) -> Interval:
    """The value at one step, as an enclosure that is narrow relative to its size, or relative to 1
    and to any effect of the step.
    """
    precision = 96 + 2 * scale
    before = None
    while precision <= _MOST_BITS:
        try:
            value = to_interval(function(step, precision), precision)
        except Undecided:
            precision *= 2
            continue
        if not value.sure:
            raise Undecided
        if iv.is_tight(value, _TIGHT) or iv.width_order(value) < -_TIGHT - 2 * scale:
            return value
        width = iv.width_order(value)
        if before is not None and width >= before and precision > _ENOUGH_BITS:
            raise Undecided  # an integral, say, whose enclosure gains nothing from more bits
        before = width
        precision *= 2
    raise Undecided


def _trend(values: list[Interval]) -> Interval:
    """What three values show at scales that double twice."""
    first, second, third = (iv.middle(value) for value in values)
    earlier, later = _distance(first, second), _distance(second, third)
    size = max(iv.order(third), 0)
    if later <= size - 16 and (
        later <= earlier - 8 or later <= iv.order(third) - 50 or later <= -50
    ):
        radius = libmp.mpf_shift(libmp.fone, max(later, size - 100))
        return iv.blurred(values[-1], radius, 200)
    same_sign = first[0] == second[0] == third[0]
    if (
        same_sign
        and iv.order(third) >= 5
        and _has_grown_by_half(first, second)
        and _has_grown_by_half(second, third)
    ):
        raise NoLimit("falls without bound" if third[0] else "grows without bound")
    raise Undecided


def _has_grown_by_half(earlier: iv.Raw, later: iv.Raw) -> bool:
    bound = libmp.mpf_shift(libmp.mpf_mul_int(libmp.mpf_abs(earlier), 3, 53, "n"), -1)
    return bool(libmp.mpf_gt(libmp.mpf_abs(later), bound))


def _distance(left: iv.Raw, right: iv.Raw) -> int:
    return iv.order(libmp.mpf_sub(left, right, 53, "n"))


def _short(value: Interval) -> str:
    from shomei.numbers.numerals import decimal

    return decimal(value, 4)
