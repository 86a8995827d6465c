"""What is certain of a term for all real numbers: an interval that holds all its values.

In: a term in real variables. Out: a `Range`, wide where a variable occurs more than once. It shows
that a sample function is positive everywhere, as no finite number of points can.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from shomei.operations.registry import OPERATIONS
from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import E, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Number,
    Power,
    Relation,
)

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`; an end that is `open` is no value. An infinite end is open."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


_ALL: Final = Range(-math.inf, math.inf, low_open=True, high_open=True)


def always(relation: Relation) -> bool:
    """Whether an inequality is certain to hold for all real numbers. An equation is not decided."""
    found = range_of(Binary("-", relation.left, relation.right))
    positive = found.low > _ROUNDING or (found.low == 0 and found.low_open)
    negative = found.high < -_ROUNDING or (found.high == 0 and found.high_open)
    match relation.operator:
        case ">":
            return positive
        case ">=":
            return found.low >= 0
        case "<":
            return negative
        case "<=":
            return found.high <= 0
        case "!=":
            return positive or negative
        case _:
            return False


def range_of(term: Expression) -> Range:
    """An interval with all values of a term."""
    return _RANGES.of(term)


class _Ranges(Evaluation[Range]):
    """The walk over intervals."""

    def of(self, term: Expression) -> Range:
        return self._value(term)

    def _no_value(self, _term: Expression) -> Range:
        return _ALL

    def _number(self, term: Number) -> Range:
        return Range(float(term.value), float(term.value))

    def _constant(self, term: Constant) -> Range:
        exactly = math.e if term.name == "e" else math.pi
        return Range(exactly, exactly)

    def _negated(self, value: Range) -> Range:
        return _negative(value)

    def _combined(self, term: Binary, left: Range, right: Range) -> Range:
        match term.operator:
            case "+":
                return _sum(left, right)
            case "-":
                return _sum(left, _negative(right))
            case "*":
                return _even(left, 2) if term.left == term.right else _product(left, right)
            case "/":
                return _product(left, _reciprocal(right))

    def _power(self, term: Power) -> Range:
        if term.base == E:
            inner = self._value(term.exponent)
            return Range(_exp(inner.low), _exp(inner.high), inner.low_open, inner.high_open)
        n = integer_value(term.exponent)
        if n is not None and n >= 0 and n % 2 == 0:
            return _even(self._value(term.base), n)
        return self._value(term.base) if n == 1 else _ALL

    def _apply(self, term: Apply) -> Range:
        if term.operation == "abs":
            return _even(self._value(term.arguments[0]), 1)
        bounds = OPERATIONS[term.operation].bounds
        if bounds is None:
            return _ALL
        low = -math.inf if bounds.lower is None else float(bounds.lower)
        high = math.inf if bounds.upper is None else float(bounds.upper)
        return Range(
            low,
            high,
            bounds.lower_open or bounds.lower is None,
            bounds.upper_open or bounds.upper is None,
        )


_RANGES: Final = _Ranges()


def _exp(value: float) -> float:
    return math.inf if value > 700 else math.exp(value)


def _negative(a: Range) -> Range:
    return Range(-a.high, -a.low, a.high_open, a.low_open)


def _sum(a: Range, b: Range) -> Range:
    return Range(
        a.low + b.low, a.high + b.high, a.low_open or b.low_open, a.high_open or b.high_open
    )


def _product(a: Range, b: Range) -> Range:
    """Only where neither changes its sign, or one is a number."""
    if a.low == a.high or b.low == b.high:
        factor, other = (a.low, b) if a.low == a.high else (b.low, a)
        if factor == 0:
            return Range(0.0, 0.0)
        ends = other if factor > 0 else _negative(other)
        size = abs(factor)
        return Range(ends.low * size, ends.high * size, ends.low_open, ends.high_open)
    if a.high <= 0:
        return _negative(_product(_negative(a), b))
    if b.high <= 0:
        return _negative(_product(a, _negative(b)))
    if a.low < 0 or b.low < 0:
        return _ALL
    low = 0.0 if 0 in (a.low, b.low) else a.low * b.low
    # A product of positive numbers is positive.
    positive = (a.low_open or a.low > 0) and (b.low_open or b.low > 0)
    is_open = positive if low == 0 else a.low_open or b.low_open
    high = math.inf if math.inf in (a.high, b.high) else a.high * b.high
    return Range(low, high, is_open, a.high_open or b.high_open)


def _reciprocal(a: Range) -> Range:
    if a.high < 0 or (a.high == 0 and a.high_open):
        return _negative(_reciprocal(_negative(a)))
    if a.low < 0 or (a.low == 0 and not a.low_open):
        return _ALL
    low = 0.0 if math.isinf(a.high) else 1 / a.high
    high = math.inf if a.low == 0 else 1 / a.low
    return Range(low, high, low == 0 or a.high_open, high == math.inf or a.low_open)


def _even(a: Range, power: int) -> Range:
    """An even power, or for 1 the absolute value."""
    low = 0.0 if a.low <= 0 <= a.high else min(abs(a.low), abs(a.high)) ** power
    touched = a.low < 0 < a.high
    positive = (a.low == 0 and a.low_open) or (a.high == 0 and a.high_open)
    high = max(abs(a.low), abs(a.high)) ** power
    return Range(low, high, low == 0 and positive and not touched, math.isinf(high))
