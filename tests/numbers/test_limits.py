"""Limits and derivatives: wrong values and missing limits are refuted with the right numbers, and
nothing without overwhelming evidence.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from mpmath import libmp

from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Undecided
from shomei.numbers import refute
from shomei.numbers.limits import two_sided
from tests.numbers.steps import step

#: Claim, the left side and the right side as they are told; the values are known from any textbook.
WRONG = [
    (r"\lim_{t \to 0} (1 + t)^{\frac{1}{t}} = 3", "2.72", "3"),
    (r"\lim_{h \to 0} \frac{\sin h}{h} = 0", "1", "0"),
    (r"\lim_{h \to 0} \frac{1 - \cos h}{h^2} = 1", "0.500", "1"),
    (r"\lim_{h \to 0} \frac{\sin h - h}{h^3} = \frac{1}{6}", "-0.167", "1/6"),
    (r"\lim_{x \to \infty} (1 + \frac{1}{x})^x = 1", "2.72", "1"),
    (r"\lim_{x \to \infty} (\sqrt{x^2 + x} - x) = 0", "0.500", "0"),
    (r"\lim_{x \to -\infty} \arctan x = \frac{\pi}{2}", "-1.57", "1.57"),
    (r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 2", "4", "2"),
    (r"\lim_{x \to 0} x \sin(\frac{1}{x}) = 1", "0", "1"),
    (r"\lim_{x \to 0^+} \frac{|x|}{x} = -1", "1", "-1"),
    (r"\lim_{x \to 0^-} \frac{|x|}{x} = 1", "-1", "1"),
    (r"\lim_{h \to 0} \frac{e^h - 1}{h} = \lim_{h \to 0} \frac{e^{2h} - 1}{h}", "1", "2"),
    (r"2 \lim_{h \to 0} \frac{\sin h}{h} + 1 = 2", "3", "2"),
    ("define f(x) = x^3\nf'(2) = 6", "12", "6"),
    ("define f(x) = x^3\nf''(2) = 6", "12", "6"),
    ("define f(x) = \\cos x\nf'(0) = 1", "0", "1"),
    ("assume t \\neq 0\n\\frac{d}{dt} \\ln |t| = \\frac{1}{|t|}", "-1", "1"),
    ("assume x > 0\n\\frac{d}{dt} (x t^2) = 2 x |t|", "-4", "4"),
    (r"\lim_{n \to \infty} \sum_{k=0}^{n} \frac{1}{2^k} = 1", "2", "1"),
    (r"\lim_{n \to \infty} \sum_{k=0}^{n} \frac{1}{k!} = 3", "2.72", "3"),
    (r"\lim_{n \to \infty} \frac{n!}{(n+1)!} = 1", "1.79 × 10^-11", "1"),
    (r"\lim_{h \to 0} \frac{(1 + h)^2 - 1}{h} = 2 + \frac{1}{10^{8}}", "2", "2.00000001"),
]

MISSING = [
    (
        r"\lim_{x \to 0} \frac{1}{x} = 0",
        "no value (grows without bound from the right and falls without bound from the left)",
    ),
    (r"\lim_{x \to 0} \frac{1}{x^2} = 1", "no value (grows without bound on both sides)"),
    (
        r"\lim_{x \to 0} \frac{|x|}{x} = 1",
        "no value (tends to -1 from the left and to 1 from the right)",
    ),
    (r"\lim_{x \to \infty} x = 0", "no value (grows without bound)"),
    (r"\lim_{x \to \infty} \log_e x = 5", "no value (grows without bound)"),
    (r"\lim_{x \to 0^+} \log_e x = 0", "no value (falls without bound)"),
    (r"\lim_{x \to \infty} \frac{e^x}{x^5} = 1", "no value (grows without bound)"),
    (r"\lim_{x \to 0^+} \sin(\frac{1}{x}) = 0", "no value (keeps moving, as between -1.0 and 0.9)"),
    (
        r"\lim_{x \to 0} \cos(\frac{1}{x}) = 1",
        "no value (keeps moving, as between -1.0 and 1.0 on both sides)",
    ),
    (r"\lim_{x \to \infty} \sin x = 0", "no value (keeps moving, as between -0.9 and 0.8)"),
    (
        "define f(x) = |x|\nf'(0) = 0",
        "no value (tends to -1 from the left and to 1 from the right)",
    ),
    (
        "define f(x) = |x - 1|\nf'(1) = 1",
        "no value (tends to -1 from the left and to 1 from the right)",
    ),
]


@pytest.mark.parametrize(("text", "left", "right"), WRONG)
def test_a_wrong_value_is_told_with_the_right_one(text: str, left: str, right: str) -> None:
    found = refute(step(text))
    assert found is not None
    assert (found.kind, found.left, found.right) == ("false", left, right)


@pytest.mark.parametrize(("text", "left"), MISSING)
def test_a_limit_that_does_not_exist_equals_no_number(text: str, left: str) -> None:
    found = refute(step(text))
    assert found is not None
    assert (found.kind, found.left) == ("false", left)


@pytest.mark.parametrize(
    "text",
    [
        # converges too slowly to be distinguished from its neighbours
        r"\lim_{x \to \infty} \frac{1}{\log_e x} = \frac{1}{10}",
        r"\lim_{x \to \infty} x^{\frac{1}{1000}} = 1",
        r"\lim_{x \to \infty} \frac{\sin x}{\log_e x} = 0",
        r"\lim_{x \to \infty} \frac{\sin x}{\log_e (\log_e x)} = 0",
        r"\lim_{n \to \infty} \sum_{k=1}^{n} \frac{1}{k \sqrt{k}} = 2",
        r"\lim_{n \to \infty} \frac{100^n}{n!} = 0",
        # looks like 0, or like a number that grows, until very near the point
        r"\lim_{x \to 0} \frac{1}{x + 10^{-40}} = 10^{40}",
        r"\lim_{x \to 0} \frac{x}{x + 10^{-40}} = 0",
        r"\lim_{x \to \infty} \frac{x}{x + 10^{40}} = 1",
        # no value at all, and nothing tells which numbers it may be compared with
        r"\lim_{x \to 0} \sin(\frac{1}{x}) = \lim_{x \to 0} \cos(\frac{1}{x})",
    ],
)
def test_what_is_not_overwhelming_is_left_alone(text: str) -> None:
    assert refute(step(text), seconds=5) is None


def test_values_that_more_bits_make_no_narrower_are_given_up_early() -> None:
    asked: list[int] = []

    def wide(step: Fraction, precision: int) -> Interval:
        asked.append(precision)
        return Interval(libmp.fzero, libmp.from_rational(step.numerator, step.denominator, 60, "c"))

    with pytest.raises(Undecided):
        two_sided(wide, (1,), deep=False)
    assert max(asked) < 1000
