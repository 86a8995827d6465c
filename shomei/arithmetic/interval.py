"""Interval arithmetic with outward rounding, over mpmath's raw numbers. Every result encloses all
values that the operands stand for.

In: intervals and a precision in bits. Out: intervals. `TooLarge` is raised before the size of a
number could grow without bound. An interval that is not `sure` comes from numerical evidence (the
values of a limit), not from an enclosure, and neither is anything computed from it. The functions
of mpmath are called with extra bits, and their results are widened by more than their error, so
nothing relies on mpmath's directed rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from mpmath import libmp

#: mpmath's raw number: sign, mantissa, exponent, bit count of the mantissa.
Raw: TypeAlias = tuple[int, int, int, int]

#: The largest binary order of magnitude of an argument of exp, and of an exponent of a power: its
#: result has that many bits in its exponent.
LARGEST_EXPONENT_BITS = 512
#: The largest binary order of magnitude of an angle: reducing it takes as many bits of pi.
LARGEST_ANGLE_BITS = 2048

_GUARD = 12


class TooLarge(ArithmeticError):  # noqa: N818 (a verdict, not an error)
    """A number too large to hold, such as `10^{10^{10^{10}}}`."""


class Interval(NamedTuple):
    """All numbers from `low` to `high`."""

    low: Raw
    high: Raw
    sure: bool = True


def order(number: Raw) -> int:
    """The binary order of magnitude: |number| < 2^order, and at least half of that. Very small for
    0, very large for infinity.
    """
    if number[1]:
        return number[2] + number[3]
    return (1 << 62) if number[2] else -(1 << 62)


def of_fraction(value: Fraction, precision: int) -> Interval:
    """The interval that encloses a fraction."""
    return _of_quotient(value.numerator, value.denominator, precision)


@lru_cache(maxsize=1024)
def _of_quotient(numerator: int, denominator: int, precision: int) -> Interval:
    """The numbers of a formula come again at every point."""
    return Interval(
        libmp.from_rational(numerator, denominator, precision, "f"),
        libmp.from_rational(numerator, denominator, precision, "c"),
    )


def sign(value: Interval) -> int | None:
    """1, -1 or 0 if every number of the interval has that sign, else None."""
    low, high = libmp.mpf_sign(value.low), libmp.mpf_sign(value.high)
    return int(low) if low == high else None


def below(left: Interval, right: Interval) -> bool:
    """Whether every number of `left` is less than every number of `right`."""
    return bool(libmp.mpf_lt(left.high, right.low))


def _widened(low: Raw, high: Raw, precision: int, sure: bool) -> Interval:
    """Both ends moved outwards by 2^(2 - precision) of their size, which exceeds mpmath's error
    with `_GUARD` extra bits.
    """
    return Interval(
        libmp.mpf_sub(low, libmp.mpf_shift(libmp.mpf_abs(low), 2 - precision), precision, "f")
        if low[1]
        else low,
        libmp.mpf_add(high, libmp.mpf_shift(libmp.mpf_abs(high), 2 - precision), precision, "c")
        if high[1]
        else high,
        sure,
    )


def _monotone(
    function: Callable[[Raw, int, str], Raw], value: Interval, precision: int
) -> Interval:
    work = precision + _GUARD
    low = function(value.low, work, "n")
    return _widened(
        low,
        low if value.high == value.low else function(value.high, work, "n"),
        precision,
        value.sure,
    )


def negate(value: Interval) -> Interval:
    """-value, exactly."""
    return Interval(libmp.mpf_neg(value.high), libmp.mpf_neg(value.low), value.sure)


def absolute(value: Interval) -> Interval:
    """|value|, exactly."""
    if libmp.mpf_sign(value.low) >= 0:
        return value
    if libmp.mpf_sign(value.high) <= 0:
        return negate(value)
    other = libmp.mpf_neg(value.low)
    return Interval(
        libmp.fzero, other if libmp.mpf_lt(value.high, other) else value.high, value.sure
    )


def add(left: Interval, right: Interval, precision: int) -> Interval:
    """left + right."""
    low, high = libmp.mpi_add((left.low, left.high), (right.low, right.high), precision)
    return Interval(low, high, left.sure and right.sure)


def subtract(left: Interval, right: Interval, precision: int) -> Interval:
    """left - right."""
    return add(left, negate(right), precision)


def multiply(left: Interval, right: Interval, precision: int) -> Interval:
    """left × right."""
    low, high = libmp.mpi_mul((left.low, left.high), (right.low, right.high), precision)
    return Interval(low, high, left.sure and right.sure)


def divide(left: Interval, right: Interval, precision: int) -> Interval:
    """left / right, for `sign(right)` 1 or -1."""
    low, high = libmp.mpi_div((left.low, left.high), (right.low, right.high), precision)
    return Interval(low, high, left.sure and right.sure)


def integer_power(base: Interval, exponent: int, precision: int) -> Interval:
    """base^exponent for an exponent ≥ 0."""
    if (
        max(exponent.bit_length(), order(base.low).bit_length(), order(base.high).bit_length())
        > 2 * LARGEST_EXPONENT_BITS
    ):
        raise TooLarge
    work = precision + exponent.bit_length() + _GUARD
    low, high = libmp.mpi_pow_int((base.low, base.high), exponent, work)
    return _widened(low, high, precision, base.sure)


def exp(value: Interval, precision: int) -> Interval:
    """e^value."""
    if value.high == libmp.finf:
        return Interval(
            libmp.fzero
            if value.low == libmp.fninf
            else exp(Interval(value.low, value.low), precision).low,
            libmp.finf,
            value.sure,
        )
    if order(value.high) > LARGEST_EXPONENT_BITS and libmp.mpf_sign(value.high) > 0:
        raise TooLarge
    if order(value.high) > LARGEST_EXPONENT_BITS:
        # e^x for a large negative x: above 0 and below any number that occurs
        return Interval(
            libmp.fzero, libmp.from_man_exp(1, -(1 << LARGEST_EXPONENT_BITS)), value.sure
        )
    if order(value.low) > LARGEST_EXPONENT_BITS:
        return Interval(
            libmp.fzero,
            _monotone(libmp.mpf_exp, Interval(value.high, value.high), precision).high,
            value.sure,
        )
    return _monotone(libmp.mpf_exp, value, precision)


def log(value: Interval, precision: int) -> Interval:
    """The natural logarithm, for `sign(value)` 1. A lower end of 0 gives a lower end of minus
    infinity.
    """
    return _monotone(libmp.mpf_log, value, precision)


def sqrt(value: Interval, precision: int) -> Interval:
    """The square root, for an interval of numbers ≥ 0."""
    return _monotone(libmp.mpf_sqrt, value, precision)


def arctan(value: Interval, precision: int) -> Interval:
    """The arc tangent."""
    return _monotone(libmp.mpf_atan, value, precision)


def arsinh(value: Interval, precision: int) -> Interval:
    """The inverse of the hyperbolic sine."""
    return _monotone(_raw_arsinh, value, precision)


def _raw_arsinh(value: Raw, precision: int, rounding: str) -> Raw:
    if value in {libmp.finf, libmp.fninf}:
        return value
    found: Raw = libmp.mpf_asinh(value, precision, rounding)
    return found


def _lipschitz(
    function: Callable[[Raw, int, str], Raw], value: Interval, precision: int
) -> Interval:
    """A function with slope at most 1: its value in the middle, plus or minus half the width."""
    if value.high == libmp.finf or value.low == libmp.fninf:
        return Interval(libmp.fnone, libmp.fone, value.sure)
    if max(order(value.low), order(value.high)) > LARGEST_ANGLE_BITS:
        raise TooLarge
    middle = libmp.mpf_shift(libmp.mpf_add(value.low, value.high, precision + _GUARD, "n"), -1)
    radius = libmp.mpf_sub(value.high, value.low, precision, "u")
    image = _widened(*(2 * (function(middle, precision + _GUARD, "n"),)), precision, value.sure)
    low, high = (
        libmp.mpf_sub(image.low, radius, precision, "f"),
        libmp.mpf_add(image.high, radius, precision, "c"),
    )
    low = libmp.fnone if libmp.mpf_lt(low, libmp.fnone) else low
    high = libmp.fone if libmp.mpf_gt(high, libmp.fone) else high
    return Interval(low, high, value.sure)


def sin(value: Interval, precision: int) -> Interval:
    """The sine."""
    return _lipschitz(libmp.mpf_sin, value, precision)


def cos(value: Interval, precision: int) -> Interval:
    """The cosine."""
    return _lipschitz(libmp.mpf_cos, value, precision)


def pi(precision: int) -> Interval:
    """Pi."""
    return _widened(*(2 * (libmp.mpf_pi(precision + _GUARD, "n"),)), precision, True)


def width_order(value: Interval) -> int:
    """The binary order of magnitude of high - low."""
    return order(libmp.mpf_sub(value.high, value.low, 30, "u"))


def size_order(value: Interval) -> int:
    """The binary order of magnitude of the largest number of the interval."""
    return max(order(value.low), order(value.high))


def is_tight(value: Interval, bits: int) -> bool:
    """Whether the interval is narrower than 2^-bits of its size."""
    return width_order(value) <= size_order(value) - bits


def middle(value: Interval) -> Raw:
    """A number near the middle of the interval."""
    result: Raw = libmp.mpf_shift(libmp.mpf_add(value.low, value.high, 200, "n"), -1)
    return result


def hull(values: tuple[Interval, ...]) -> Interval:
    """The smallest interval that contains all of them."""
    low, high = values[0].low, values[0].high
    for value in values[1:]:
        low = value.low if libmp.mpf_lt(value.low, low) else low
        high = value.high if libmp.mpf_gt(value.high, high) else high
    return Interval(low, high, all(value.sure for value in values))


def blurred(value: Interval, radius: Raw, precision: int) -> Interval:
    """The interval widened by `radius` on both sides and no longer sure: for values known from
    numerical evidence.
    """
    return Interval(
        libmp.mpf_sub(value.low, radius, precision, "f"),
        libmp.mpf_add(value.high, radius, precision, "c"),
        False,
    )
