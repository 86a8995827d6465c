"""The greater and the smaller of two numbers.

Both are respelled by the absolute value of the difference, as in Mathlib's
`max_eq_half_add_add_abs_sub`, so that the rules of the absolute value prove what is said of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from mpmath import libmp

from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Value, to_interval
from shomei.operations.absences import EVERYWHERE, RESPELLED, UNLISTED
from shomei.operations.operation import Arguments, Binding, LeanForm, Notation, Operation
from shomei.terms.literals import TWO
from shomei.terms.nodes import Apply, Binary, Expression

_ABSENT: Final = {
    **RESPELLED,
    "lean": "Lean's text is that of what it is respelled by",
    "needs": EVERYWHERE,
    "bounds": "it takes every value",
    "inverse": UNLISTED,
    "exact": "it is exact wherever its arguments are",
}


def _half_of_sum(operator: Literal["+", "-"]) -> Callable[[Arguments], Expression]:
    """`(a + b ± |a - b|) / 2`."""

    def respelled(arguments: Arguments) -> Expression:
        a, b = arguments
        apart = Apply("abs", (Binary("-", a, b),))
        return Binary("/", Binary(operator, Binary("+", a, b), apart), TWO)

    return respelled


def _chosen(*, greater: bool) -> Callable[..., Value]:
    """The greater or the smaller one of two values."""
    pick = max if greater else min

    def value(x: Value, y: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
        if not isinstance(x, Interval) and not isinstance(y, Interval):
            return pick(x, y)
        a, b = to_interval(x, bits), to_interval(y, bits)
        low = a.low if libmp.mpf_gt(a.low, b.low) is greater else b.low
        high = a.high if libmp.mpf_gt(a.high, b.high) is greater else b.high
        return Interval(low, high, a.sure and b.sure)

    return value


MAX = Operation(
    name="max",
    notation=Notation(pattern="\\max({0}, {1})", binding=Binding.ATOM),
    words={"en": "the maximum", "ja": "最大値"},
    lean=LeanForm(),
    arity=2,
    respelled=_half_of_sum("+"),
    approximate=max,
    value=_chosen(greater=True),
    absent=_ABSENT,
)

MIN = Operation(
    name="min",
    notation=Notation(pattern="\\min({0}, {1})", binding=Binding.ATOM),
    words={"en": "the minimum", "ja": "最小値"},
    lean=LeanForm(),
    arity=2,
    respelled=_half_of_sum("-"),
    approximate=min,
    value=_chosen(greater=False),
    absent=_ABSENT,
)

OPERATIONS = (MAX, MIN)
