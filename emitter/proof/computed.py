"""Bounds of exponentials, cosines and π at rational numbers, as Lean terms that the kernel checks
by computing with natural numbers.

The computations here are those of `lean_project/Shomei/Bounds.lean`, step by step, so that a bound
that is offered is one that Lean's computation confirms. A bound is None if it would need too many
digits.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache

#: The largest number of decimal places; beyond it the kernel's computation is nested too deeply.
MOST_DIGITS = 250
#: The largest argument of an exponential.
_LARGEST = 400
_BITS = math.log2(10)


def below(value: Fraction, digits: int) -> Fraction:
    """`value`, rounded down to that many decimal places."""
    scale = 10**digits
    return Fraction(math.floor(value * scale), scale)


def above(value: Fraction, digits: int) -> Fraction:
    """`value`, rounded up to that many decimal places."""
    return -below(-value, digits)


def literal(value: Fraction) -> str:
    """A rational number as a Lean term of type ℝ, in parentheses."""
    top = str(abs(value.numerator))
    size = top if value.denominator == 1 else f"{top} / {value.denominator}"
    return f"(-({size}) : ℝ)" if value < 0 else f"({size} : ℝ)"


def _certificate(lemma: str, *numbers: int) -> str:
    text = " ".join(map(str, numbers))
    return f"({lemma} {text} (by grind) (by grind) (by decide +kernel))"


@lru_cache(maxsize=512)
def exponential(
    value: Fraction, digits: int
) -> tuple[tuple[Fraction, str], tuple[Fraction, str]] | None:
    """(low, proof of `low ≤ exp value`), (high, proof of `exp value ≤ high`)."""
    if abs(value) > _LARGEST or digits > MOST_DIGITS:
        return None
    if value < 0:
        return _falling(-value, digits)
    p, q = value.numerator, value.denominator
    size = digits + int(float(value) / math.log(10)) + 1
    steps = math.ceil(_BITS * size + 2 * math.log2(max(1.0, float(value)))) + 4
    scale = 10 ** (size + math.ceil(steps / _BITS) + 3)
    unit = q * 2**steps
    least = start = scale * (unit + p) // unit
    for _ in range(steps):
        least = least**2 // scale
    low = below(Fraction(least, scale), digits)
    lower = _certificate(
        "Shomei.le_exp_of_squares", p, q, scale, steps, start, low.numerator, low.denominator
    )
    most = start = -(-scale * unit // (unit - p))
    for _ in range(steps):
        most = most**2 // scale + 1
    high = above(Fraction(most, scale), digits)
    upper = _certificate(
        "Shomei.exp_le_of_squares", p, q, scale, steps, start, high.numerator, high.denominator
    )
    return (low, lower), (high, upper)


def _falling(
    value: Fraction, digits: int
) -> tuple[tuple[Fraction, str], tuple[Fraction, str]] | None:
    """The bounds of e to minus a positive `value`: the reciprocals of those of its exponential."""
    rising = exponential(value, digits + 2)
    if rising is None:
        return None
    (low, lower), (high, upper) = rising
    least, most = below(1 / high, digits), above(1 / low, digits)
    x = literal(value)
    bounds = [
        f"(Shomei.le_exp_neg (x := {x}) (b := {literal(high)}) {upper} (by grind) (by grind))",
        f"(Shomei.exp_neg_le (x := {x}) (b := {literal(low)}) {lower} (by grind) (by grind))",
    ]
    return (least, bounds[0]), (most, bounds[1])


@lru_cache(maxsize=512)
def cosine(
    value: Fraction, digits: int
) -> tuple[tuple[Fraction, str], tuple[Fraction, str]] | None:
    """(low, proof of `low ≤ cos value`), (high, proof of `cos value ≤ high`), from 0 to 2."""
    if not 0 <= value <= 2 or digits > MOST_DIGITS:
        return None
    p, q = value.numerator, value.denominator
    steps = math.ceil(digits * _BITS / 2) + 4
    scale = 10 ** (2 * digits + 8)
    unit = q * 2**steps
    least = start = scale * (8 * unit**2 - p**2) // (8 * unit**2)
    for _ in range(steps):
        least = max(0, 2 * least**2 // scale - scale)
    low = below(2 * Fraction(least, scale) ** 2 - 1, digits)
    lower = _certificate(
        "Shomei.le_cos_of_doublings", p, q, scale, steps, start, *_from_minus_one(low)
    )
    whole = 256 * unit**4
    most = start = -(-scale * (whole + p**4 - 32 * unit**2 * p**2) // whole)
    for _ in range(steps):
        most = max(0, 2 * most**2 // scale + 1 - scale)
    high = above(2 * Fraction(most, scale) ** 2 - 1, digits)
    upper = _certificate(
        "Shomei.cos_le_of_doublings", p, q, scale, steps, start, *_from_minus_one(high)
    )
    return (low, lower), (high, upper)


def _from_minus_one(value: Fraction) -> tuple[int, int]:
    more = 1 + value
    return more.numerator, more.denominator


@lru_cache(maxsize=16)
def pi(digits: int) -> tuple[tuple[Fraction, str], tuple[Fraction, str]] | None:
    """(low, proof of `low < π`), (high, proof of `π < high`)."""
    if digits > MOST_DIGITS:
        return None
    near = _pi(digits + 5)
    low, high = below(near, digits), above(near, digits)
    under, over = cosine(low / 2, digits + 6), cosine(high / 2, digits + 6)
    if under is None or over is None:
        return None
    (least, lower), (most, upper) = under[0], over[1]
    if not least > 0 > most:
        return None
    # Lean must see the argument of the cosine as half of the bound.
    return (
        (low, _of_pi("lt_pi_of_cos", low, least, lower, "(by grind) (by grind) (by grind)")),
        (high, _of_pi("pi_lt_of_cos", high, most, upper, "(by grind) (by grind)")),
    )


def _of_pi(lemma: str, bound: Fraction, value: Fraction, proof: str, signs: str) -> str:
    return f"(Shomei.{lemma} (a := {literal(bound)}) (c := {literal(value)}) {signs} {proof})"


def _pi(digits: int) -> Fraction:
    """π, by Machin's formula, to that many places."""
    scale = int(10 ** (digits + 10))

    def arccotangent(x: int) -> int:
        term = scale // x
        total = term
        sign, n = -1, 3
        while term:
            term //= x * x
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total

    return Fraction(4 * (4 * arccotangent(5) - arccotangent(239)), scale)
