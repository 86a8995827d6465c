"""Writes numbers as a reader would: `-1/2`, `0.693`, `1.27 × 10^30`.

In: a value. Out: a short text, without LaTeX.
"""

from __future__ import annotations

from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Value, to_interval
from shomei.terms.nodes import Binary, Constant, Expression, Negation, Number

_LONGEST_EXACT = 7
#: Python does not write much longer numbers.
_MOST_BITS = 4096


def number(value: Value, digits: int = 3) -> str:
    """A fraction exactly if it is short, anything else rounded to `digits` significant digits."""
    if (
        not isinstance(value, Interval)
        and max(value.numerator.bit_length(), value.denominator.bit_length()) < _MOST_BITS
        and len(text := str(value)) <= _LONGEST_EXACT + value.denominator.bit_length() // 30
    ):
        return text
    return decimal(to_interval(value, 64 + 4 * digits), digits)


def symbol(expression: Expression) -> str | None:
    """The text of e, pi, and their negatives and parts; None for any other expression."""
    match expression:
        case Constant(name="e"):
            return "e"
        case Constant(name="pi"):
            return "π"
        case Negation(operand=Constant() | Binary() as operand):
            text = symbol(operand)
            return None if text is None else f"-{text}"
        case Binary(operator="/", left=Constant() as constant, right=Number(value=value)) if (
            value.denominator == 1
        ):
            return f"{symbol(constant)}/{value}"
        case _:
            return None


def decimal(value: Interval, digits: int = 3) -> str:
    """A decimal number with `digits` significant digits, rounded to these even if the interval is
    wider.
    """
    middle = iv.middle(value)
    if iv.order(middle) <= iv.width_order(value) - 1 and iv.order(middle) < -40:
        return "0"
    if not value.sure and (whole := _near_integer(middle)) is not None:
        return str(whole)
    if abs(iv.order(middle)) > 4096:
        # too long to convert: the power of ten from the binary order of magnitude
        ten = libmp.mpf_div(
            libmp.mpf_mul(libmp.from_int(iv.order(middle)), libmp.mpf_ln2(80, "n"), 80, "n"),
            libmp.mpf_ln10(80, "n"),
            80,
            "n",
        )
        sign = "-" if middle[0] else ""
        exponent = int(libmp.to_int(ten, "f"))
        return (
            f"about {sign}10^{exponent}"
            if abs(exponent) < 10**12
            else f"{sign}10^(about {libmp.to_str(ten, 3)})"
        )
    text: str = libmp.to_str(middle, digits, strip_zeros=False, min_fixed=-5, max_fixed=7)
    mantissa, mark, exponent_text = text.partition("e")
    mantissa = mantissa.rstrip(".")
    return f"{mantissa} × 10^{int(exponent_text)}" if mark else mantissa


def _near_integer(middle: iv.Raw) -> int | None:
    """The integer next to the value of a limit: a reader expects 1, not 1.00."""
    if iv.order(middle) > 40:
        return None
    nearest = int(libmp.to_int(middle, "n"))
    return (
        nearest if iv.order(libmp.mpf_sub(middle, libmp.from_int(nearest), 60, "n")) < -40 else None
    )


def pair(left: Value, right: Value) -> tuple[str, str]:
    """Two different values, each with as many digits as it takes to distinguish them."""
    for digits in (3, 4, 6, 9, 12, 18, 27, 40):
        texts = number(left, digits), number(right, digits)
        if _differ(*texts):
            return texts
    return number(left, 60), number(right, 60)


def _differ(left: str, right: str) -> bool:
    """Whether two numbers differ as written: 2 and 2.00 do not."""
    try:
        return Fraction(left) != Fraction(right)
    except ValueError:
        return left != right
