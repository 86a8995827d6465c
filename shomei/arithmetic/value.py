"""Values: exact if possible, otherwise intervals that enclose them; and the operations on both.

In: values and a precision in bits. Out: values. `Undecided` is raised if the precision does not
show a sign that is needed. `OutsideDomain` is raised by an operation that is not defined at its
argument.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval

Value: TypeAlias = Fraction | Interval

_EXACT_BITS = 60_000
_ZERO = Fraction(0)
_ONE = Fraction(1)


class Undecided(Exception):  # noqa: N818 (a verdict, not an error)
    """The value is not known."""


class OutsideDomain(Exception):  # noqa: N818
    """An operation is undefined at its arguments. `value` is the argument number `position`, or
    something computed from the arguments if that is None; `why` is its role in the whole.
    """

    def __init__(self, why: str, position: int | None, value: Value) -> None:
        super().__init__(why)
        self.why, self.position, self.value = why, position, value


def to_interval(value: Value, precision: int) -> Interval:
    """The interval that encloses a value."""
    # Fraction has an abstract base class, which makes a negative isinstance check slow, so test for
    # Interval instead wherever possible
    return iv.of_fraction(value, precision) if not isinstance(value, Interval) else value


def sign(value: Value) -> int | None:
    """1, -1, 0, or None if the interval does not show it."""
    if isinstance(value, Interval):
        return iv.sign(value)
    numerator = value.numerator
    return (numerator > 0) - (numerator < 0)


def negate(value: Value) -> Value:
    """-value."""
    return -value if not isinstance(value, Interval) else iv.negate(value)


def combine(operator: str, left: Value, right: Value, precision: int) -> Value:
    """left operator right for + - * /. The right side of / must have the sign 1 or -1."""
    if isinstance(left, Interval):
        if isinstance(right, Interval):
            return _INTERVAL_OPERATIONS[operator](left, right, precision)
        if operator == "*" and not right:
            return _ZERO
    elif isinstance(right, Interval):
        if operator in "*/" and not left:
            return _ZERO
    elif _bits(left) + _bits(right) <= _EXACT_BITS:
        if operator == "+":
            return left + right
        if operator == "-":
            return left - right
        if operator == "*":
            return left * right
        return left / right
    elif operator in "*/" and not (left and right):
        return _ZERO
    return _INTERVAL_OPERATIONS[operator](
        to_interval(left, precision), to_interval(right, precision), precision
    )


_INTERVAL_OPERATIONS: Mapping[str, Callable[[Interval, Interval, int], Interval]] = {
    "+": iv.add,
    "-": iv.subtract,
    "*": iv.multiply,
    "/": iv.divide,
}


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def integer_power(base: Value, exponent: int, precision: int) -> Value:
    """base^exponent. A negative exponent requires a base that is known not to be 0."""
    if exponent == 0:
        return _ONE
    if not isinstance(base, Interval):
        if base in {0, 1}:
            return base
        if base == -1:
            return Fraction(-1 if exponent % 2 else 1)
        if exponent.bit_length() <= 16 and _bits(base) * abs(exponent) <= _EXACT_BITS:
            return base**exponent
    power = iv.integer_power(
        to_interval(base, precision + 8 + exponent.bit_length()), abs(exponent), precision + 4
    )
    if exponent > 0:
        return power
    if not iv.sign(power):
        raise Undecided
    return iv.divide(iv.of_fraction(_ONE, precision), power, precision)


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """The `degree`-th root of a fraction ≥ 0 if it is a fraction."""
    if degree == 1:
        return value
    if _bits(value) > 512:
        return None
    roots = [_integer_root(part, degree) for part in (value.numerator, value.denominator)]
    if roots[0] is None or roots[1] is None:
        return None
    return Fraction(roots[0], roots[1])


def _integer_root(value: int, degree: int) -> int | None:
    root = (
        math.isqrt(value)
        if degree == 2
        else int(
            libmp.to_int(
                libmp.mpf_nthroot(libmp.from_int(value), degree, value.bit_length() + 20, "n"), "n"
            )
        )
    )
    return root if root**degree == value else None


def exact_log(base: Fraction, argument: Fraction) -> Fraction | None:
    """The logarithm if it is an integer: log_2 8 = 3."""
    if argument == 1:
        return _ZERO
    if _bits(base) > 64 or _bits(argument) > 512:
        return None
    guess = round(math.log(argument) / math.log(base)) if min(argument, base) > 0 else 0
    return Fraction(guess) if 0 < abs(guess) <= 512 and base**guess == argument else None
