"""Numbers stay exact as long as they can, and are enclosed where they cannot."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import (
    Undecided,
    Value,
    combine,
    exact_log,
    exact_root,
    integer_power,
    negate,
    sign,
    to_interval,
)

fractions = st.fractions(-50, 50, max_denominator=60)


def holds(found: Value, true: Fraction) -> bool:
    enclosure = to_interval(found, 80)
    point = iv.of_fraction(true, 200)
    return not iv.below(enclosure, point) and not iv.below(point, enclosure)


@given(st.sampled_from("+-*/"), fractions, fractions, st.booleans(), st.booleans())
def test_exact_and_enclosed_numbers_are_combined_alike(
    operator: str, a: Fraction, b: Fraction, blur_a: bool, blur_b: bool
) -> None:
    if operator == "/" and b == 0:
        return
    true = {"+": a + b, "-": a - b, "*": a * b, "/": a / (b or 1)}[operator]
    left: Value = to_interval(a, 60) if blur_a else a
    right: Value = to_interval(b, 60) if blur_b else b
    found = combine(operator, left, right, 60)
    assert holds(found, true)
    if not blur_a and not blur_b:
        assert found == true


@given(fractions)
def test_a_sign_is_told_where_it_is_known(a: Fraction) -> None:
    expected = (a > 0) - (a < 0)
    assert sign(a) == expected
    assert sign(negate(a)) == -expected
    assert sign(to_interval(a, 60)) == expected
    around = iv.hull((to_interval(a - 1, 60), to_interval(a + 1, 60)))
    assert sign(around) == (expected if abs(a) > 1 else None)


@pytest.mark.parametrize(
    ("value", "degree", "root"),
    [
        (Fraction(9, 4), 2, Fraction(3, 2)),
        (Fraction(8, 27), 3, Fraction(2, 3)),
        (Fraction(2), 2, None),
        (Fraction(0), 5, Fraction(0)),
        (Fraction(10**40 + 1), 2, None),
    ],
)
def test_a_root_is_exact_or_none(value: Fraction, degree: int, root: Fraction | None) -> None:
    assert exact_root(value, degree) == root


@pytest.mark.parametrize(
    ("base", "argument", "value"),
    [(2, Fraction(1024), 10), (10, Fraction(1, 1000), -3), (2, Fraction(3), None)],
)
def test_a_logarithm_is_exact_or_none(base: int, argument: Fraction, value: int | None) -> None:
    assert exact_log(Fraction(base), argument) == value


@given(fractions, st.integers(-6, 6))
def test_a_whole_power_is_the_power(base: Fraction, exponent: int) -> None:
    if base == 0 and exponent < 0:
        return
    assert integer_power(base, exponent, 60) == base**exponent
    if base:
        assert holds(integer_power(to_interval(base, 60), exponent, 60), base**exponent)


def test_a_negative_power_of_what_may_be_zero_is_open() -> None:
    around = iv.hull((to_interval(Fraction(-1), 60), to_interval(Fraction(1), 60)))
    with pytest.raises(Undecided):
        integer_power(around, -2, 60)


@given(st.fractions(-(10**6), 10**6, max_denominator=10**6))
def test_the_inverse_hyperbolic_sine_is_enclosed(x: Fraction) -> None:
    found = iv.arsinh(to_interval(x, 120), 90)
    assert isinstance(found, Interval)
    with mpmath.workprec(300):
        true = mpmath.asinh(mpmath.mpf(x.numerator) / x.denominator)
        assert mpmath.make_mpf(found.low) <= true <= mpmath.make_mpf(found.high)
