"""Limits of sequences that converge slowly: the enclosure holds the limit, or there is none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest
from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.value import Undecided
from shomei.numbers import refute
from shomei.numbers.extrapolation import extrapolated
from tests.numbers.steps import step

PLACES = (21, 43, 86, 173, 346)


def limit_of(sequence: Callable[[int], float]) -> tuple[float, float]:
    values = [iv.of_fraction(Fraction(float(sequence(n))), 200) for n in PLACES]
    found = extrapolated(PLACES, values)
    return float(libmp.to_float(found.low)), float(libmp.to_float(found.high))


@pytest.mark.parametrize("power", [1, 2, 3, 1.5, 2.5, 4])
@pytest.mark.parametrize("factor", [1, -3, 0.001])
def test_it_encloses_the_limit(power: float, factor: float) -> None:
    try:
        low, high = limit_of(lambda n: 2 + factor * n**-power)
    except Undecided:
        return
    assert low < 2 < high
    assert high - low < 0.01


@pytest.mark.parametrize(
    "sequence",
    [
        lambda n: n**0.5,
        lambda n: n,
        mpmath.log,
        lambda n: (-1) ** n,
        lambda n: 1 / mpmath.log(n),
        lambda n: n**-0.25,
        mpmath.sin,
        lambda n: 0.99**n,
    ],
)
def test_what_is_not_clear_is_undecided(sequence: Callable[[int], float]) -> None:
    with pytest.raises(Undecided):
        limit_of(sequence)


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        (r"\sum_{k=1}^{\infty} \frac{1}{k^2} = \frac{\pi^2}{8}", "1.64"),
        (r"\sum_{k=1}^{\infty} \frac{1}{k (k + 2)} = \frac{1}{2}", "0.750"),
        (r"\sum_{k=1}^{\infty} \frac{k^2}{3^k} = 1", "1.50"),
        (r"\lim_{n \to \infty} \frac{1}{n^2} \sum_{k=1}^{n} k = 1", "0.500"),
    ],
)
def test_a_wrong_value_of_a_series_is_refuted(claim: str, left: str) -> None:
    refutation = refute(step(claim))
    assert refutation is not None
    assert (refutation.kind, refutation.left) == ("false", left)


@pytest.mark.parametrize(
    "claim",
    [
        r"\sum_{k=1}^{\infty} \frac{1}{k^2} = \frac{\pi^2}{6}",
        r"\sum_{k=1}^{\infty} \frac{1}{k (k + 2)} = \frac{3}{4}",
        r"\sum_{k=1}^{\infty} \frac{k^2}{3^k} = \frac{3}{2}",
        r"\sum_{k=1}^{\infty} \frac{1}{k \sqrt{k}} > 2",
        r"\lim_{n \to \infty} \frac{1}{n^2} \sum_{k=1}^{n} k = \frac{1}{2}",
        r"\lim_{n \to \infty} \frac{1}{n} \sum_{k=1}^{n} \sin k = 0",
    ],
)
def test_a_right_one_is_not(claim: str) -> None:
    assert refute(step(claim)) is None
