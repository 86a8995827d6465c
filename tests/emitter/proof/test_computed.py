"""Bounds that Lean's kernel computes: they enclose the value, and are tight."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from shomei.emitter.proof import computed

RATIONALS = [Fraction(*each) for each in ((0, 1), (1, 1), (1, 3), (7, 5), (2, 1), (19, 10))]


def number(value: Fraction) -> mpmath.mpf:
    return mpmath.mpf(value.numerator) / value.denominator


@pytest.mark.parametrize("digits", [3, 20, 60])
@pytest.mark.parametrize("at", [*RATIONALS, Fraction(-7, 3), Fraction(30)], ids=str)
def test_exponentials(at: Fraction, digits: int) -> None:
    found = computed.exponential(at, digits)
    assert found is not None
    (low, _), (high, _) = found
    with mpmath.workdps(digits + 40):
        assert number(low) <= mpmath.exp(number(at)) <= number(high)
    assert high - low <= Fraction(5, 10**digits)


@pytest.mark.parametrize("digits", [3, 20, 60])
@pytest.mark.parametrize("at", RATIONALS, ids=str)
def test_cosines(at: Fraction, digits: int) -> None:
    found = computed.cosine(at, digits)
    assert found is not None
    (low, _), (high, _) = found
    with mpmath.workdps(digits + 40):
        assert number(low) <= mpmath.cos(number(at)) <= number(high)
    assert high - low <= Fraction(5, 10**digits)


@pytest.mark.parametrize("digits", [1, 2, 5, 15, 50, 200])
def test_pi(digits: int) -> None:
    found = computed.pi(digits)
    assert found is not None
    (low, _), (high, _) = found
    with mpmath.workdps(digits + 40):
        assert number(low) < mpmath.pi < number(high)
    assert high - low <= Fraction(1, 10**digits)


def test_what_is_too_large_has_no_bounds() -> None:
    assert computed.exponential(Fraction(10**9), 5) is None
    assert computed.exponential(Fraction(1), 10**6) is None
    assert computed.cosine(Fraction(3), 5) is None
    assert computed.pi(10**6) is None
