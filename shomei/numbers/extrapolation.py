"""The limit of a sequence that converges slowly, such as partial sums, from a few of its values.

In: values at places n that about double, as enclosures. Out: an interval that is not `sure`.
`Undecided` is raised if the values do not show a limit clearly.

The limit is that of the polynomial in 1/n through the values (Richardson's method). How far it
moves as the last value joins measures its error: for a remainder of the size of n^{-1/2} the error
is less than three times as large, for one of 1/log n less than ten times.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Undecided

#: So many bits of the limit must not have changed as the last value joined.
_SETTLED: Final = 18
#: The error allowed for is 2 to this times that change.
_ALLOWED: Final = 5
_PRECISION: Final = 200


def extrapolated(places: Sequence[int], values: Sequence[Interval]) -> Interval:
    """The limit of a sequence from its values at three or more places, in order."""
    known = [_middle(value) for value in values]
    before, found = _at_zero(places[:-1], known[:-1]), _at_zero(places, known)
    limit = iv.of_fraction(found, _PRECISION)
    moved = iv.of_fraction(found - before, _PRECISION)
    change = max(iv.size_order(moved), iv.size_order(limit) - _PRECISION, -_PRECISION)
    if change > max(iv.size_order(limit), 0) - _SETTLED:
        raise Undecided
    return iv.blurred(limit, libmp.mpf_shift(libmp.fone, change + _ALLOWED), _PRECISION)


def _middle(value: Interval) -> Fraction:
    return Fraction(*libmp.to_rational(iv.middle(value)))


def _at_zero(places: Sequence[int], values: Sequence[Fraction]) -> Fraction:
    """The value at 1/n = 0 of the polynomial in 1/n through the values, by Lagrange's formula."""
    return sum(
        (
            value * math.prod(Fraction(n, n - other) for other in places if other != n)
            for n, value in zip(places, values, strict=True)
        ),
        Fraction(0),
    )
