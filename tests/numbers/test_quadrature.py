"""Enclosures of integrals hold the integral, and are narrow enough to refute a wrong value."""

from __future__ import annotations

import time

import mpmath
import pytest

from shomei.arithmetic.value import to_interval
from shomei.numbers.budget import Budget
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.point import Scope
from shomei.obligations.build import build
from shomei.parser import parse

#: Integrals over rational and other bounds, of smooth and other functions, with their values.
INTEGRALS = [
    (r"\int_0^{2\pi} \cos^2 x \, dx", lambda: mpmath.pi),
    (r"\int_0^{2\pi} \cos^4 x \, dx", lambda: 3 * mpmath.pi / 4),
    (r"\int_0^{\pi} x \sin x \, dx", lambda: mpmath.pi),
    (r"\int_0^1 \sqrt{x} \, dx", lambda: mpmath.mpf(2) / 3),
    (r"\int_{-1}^2 |x| \, dx", lambda: mpmath.mpf(5) / 2),
    (r"\int_1^{e} \frac{\log x}{x} \, dx", lambda: mpmath.mpf(1) / 2),
    (r"\int_2^0 e^{-x^2} \, dx", lambda: -mpmath.quad(lambda x: mpmath.exp(-(x**2)), [0, 2])),
]


@pytest.mark.parametrize(("text", "exact"), INTEGRALS, ids=[text for text, _ in INTEGRALS])
def test_an_integral_is_enclosed_narrowly(text: str, exact: object) -> None:
    goal = build(parse(f"{text} = 0", "a.txt")).obligations[0].goal
    evaluator = Evaluator({}, Budget(10**9, time.monotonic() + 60))
    found = to_interval(evaluator.value(goal.left, Scope({}), 400), 400)
    with mpmath.workprec(500):
        value = exact()  # type: ignore[operator]
        assert mpmath.mp.make_mpf(found.low) <= value <= mpmath.mp.make_mpf(found.high)
        width = mpmath.mp.make_mpf(found.high) - mpmath.mp.make_mpf(found.low)
    assert width < 0.01
