"""Shared computations of operation values: arguments clipped to a domain, and quotients."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided, Value, sign, to_interval

ZERO: Final = Fraction(0)
ONE: Final = Fraction(1)


def clipped(value: Value, *, boxes: bool) -> Value:
    """For a box, the part ≥ 0 of an interval that has one: a logarithm or an even root is undefined
    below it.
    """
    if (
        boxes
        and isinstance(value, Interval)
        and libmp.mpf_sign(value.low) < 0 < libmp.mpf_sign(value.high)
    ):
        return Interval(libmp.fzero, value.high, value.sure)
    return value


def check_positive(value: Value, why: str, position: int) -> None:
    """Raises `OutsideDomain` for a value that is not positive, `Undecided` if that is unknown."""
    found = sign(value)
    if found is None:
        raise Undecided
    if found <= 0:
        if isinstance(value, Interval) and not value.sure:
            raise Undecided
        raise OutsideDomain(why, position, value)


def refuse_zero(value: Value, why: str, position: int, *, boxes: bool) -> None:
    """Raises `OutsideDomain` for 0, and `Undecided` for a number that may be 0 and is no box."""
    found = sign(value)
    if found is None and not boxes:
        raise Undecided
    if found == 0:
        raise OutsideDomain(why, position, value)


def exponential(value: Value, bits: int) -> Value:
    """e^value."""
    if not isinstance(value, Interval) and not value:
        return ONE
    return iv.exp(to_interval(value, bits + 8), bits)


def logarithm(value: Value, bits: int) -> Value:
    """The natural logarithm of a positive value."""
    if not isinstance(value, Interval) and value == 1:
        return ZERO
    return iv.log(to_interval(value, bits), bits)


def quotient(above: Interval, below: Interval, bits: int) -> Interval:
    """above / below. Raises `Undecided` if `below` may be 0."""
    if not iv.sign(below):
        raise Undecided
    return iv.divide(above, below, bits)


def one(bits: int) -> Interval:
    """1."""
    return iv.of_fraction(ONE, bits)


def small_natural(value: Value, largest: int) -> int:
    """A natural number up to `largest`. Raises `Undecided` for anything else."""
    if isinstance(value, Interval) or value.denominator != 1 or not 0 <= value <= largest:
        raise Undecided
    return value.numerator


def whole(value: float, largest: int) -> int:
    """A float that is a whole number of at most `largest`. Raises ValueError for anything else."""
    if value != int(value) or value > largest:
        raise ValueError("not a small whole number")
    return int(value)
