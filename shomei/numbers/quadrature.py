"""Encloses the integral of a function over an interval, by parts of equal length.

In: the function and, where there is one, its derivative, each as a map from intervals to intervals
that hold all their values there; the bounds; the number of parts. Out: an interval that holds the
integral.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Undecided, Value, combine, to_interval

_ZERO = Fraction(0)
_HALF = Fraction(1, 2)
_EIGHTH = Fraction(1, 8)


def integral(
    function: Callable[[Interval], Value],
    slope: Callable[[Interval], Value] | None,
    bounds: tuple[Value, Value],
    parts: int,
    precision: int,
) -> Interval:
    """The integral over the interval between the bounds. Raises what `function` raises."""
    lower, upper = bounds
    length = combine("-", upper, lower, precision)
    ends = [
        to_interval(
            combine("+", lower, combine("*", length, Fraction(part, parts), precision), precision),
            precision,
        )
        for part in range(parts + 1)
    ]
    width = combine("/", length, Fraction(parts), precision)
    total: Value = _ZERO
    for left, right in itertools.pairwise(ends):
        part = iv.hull((left, right))
        # The function is defined on all of the part, even where its middle suffices for the mean.
        mean = to_interval(function(part), precision)
        if slope is not None:
            centre = combine("*", _HALF, combine("+", left, right, precision), precision)
            mean = min(
                mean,
                _centred(function, slope, (part, to_interval(centre, precision), width), precision)
                or mean,
                key=iv.width_order,
            )
        total = combine("+", total, mean, precision)
    return to_interval(combine("*", width, total, precision), precision)


def _centred(
    function: Callable[[Interval], Value],
    slope: Callable[[Interval], Value],
    part: tuple[Interval, Interval, Value],
    precision: int,
) -> Interval | None:
    """The mean of the function over a part, given with its middle and its width: the value in the
    middle, up to an eighth of the width times the spread of the slope (the mean value theorem).
    """
    whole, centre, width = part
    try:
        steepness = slope(whole)
        spread = combine("-", steepness, steepness, precision)
        error = combine("*", combine("*", width, _EIGHTH, precision), spread, precision)
        return to_interval(combine("+", function(centre), error, precision), precision)
    except Undecided:
        return None
