"""A function that a later section gives another formula is another function there."""

from __future__ import annotations

import pytest

import shomei

FIRST = "# Charging\n\nThe level is\n\n$$ w(t) = a (1 - e^{-t}). $$\n\nThen $w(0) = 0$.\n\n"


def verdicts(text: str) -> list[tuple[int, str]]:
    report = shomei.check(text, suffix=".md", fast=True)
    return [(step.line, step.verdict) for step in report.steps]


def test_a_formula_of_new_letters_in_a_later_section_defines_anew() -> None:
    later = "# Driving\n\nAfter a while it settles to\n\n$$ w(t) = c \\sin t + 1. $$\n\n"
    found = verdicts(f"{FIRST}{later}Now $w(0) = 1$, and $w'(t) = c \\cos t$.\n")
    assert [verdict for _, verdict in found] == ["plausible"] * 3


@pytest.mark.parametrize(
    "claim",
    [
        "We have\n\n$$ w(t) = a (1 + e^{-t}). $$\n",  # the same letters
        "# Again\n\nWe have\n\n$$ w(t) = a (1 + e^{-t}). $$\n",
        "We have\n\n$$ w(t) = c (1 + e^{-t}). $$\n",  # the same section
    ],
)
def test_otherwise_it_is_a_claim(claim: str) -> None:
    assert verdicts(f"{FIRST}{claim}")[-1][1] != "plausible"


def test_a_name_of_a_section_above_may_be_that_of_a_function() -> None:
    first = "# One\n\nThe volume is $V = \\pi r^2 h$. Then $2 V = 2 \\pi r^2 h$.\n\n"
    second = "# Two\n\n$$ V(x) = x (a - 2x)^2 $$\n\nThen $V'(x) = (a - 2x)^2 - 4x (a - 2x)$.\n"
    assert [verdict for _, verdict in verdicts(first + second)] == ["plausible"] * 2


def test_the_rule_of_a_family_is_no_further_piece_of_it() -> None:
    text = (
        "Put $J_n = \\int_0^1 x^n \\, dx$ for integers $n \\ge 0$. For $n \\ge 1$,\n\n"
        "$$ J_n = \\frac{n}{n+1} J_{n-1}. $$\n"
    )
    assert [verdict for _, verdict in verdicts(text)] == ["plausible"]
    assert "plausible" not in {v for _, v in verdicts(text.replace("{n}{n+1}", "{n}{n+2}"))}


@pytest.mark.parametrize(
    ("condition", "formula", "claim"),
    [
        ("k > 0", r"20 \log_{10} k", r"f(1/a) = -f(a)"),
        ("k > 0", r"\log k", r"f(a b) = f(a) + f(b)"),
        (r"k \neq 0", r"\frac{1}{k}", r"f(2a) = \frac{1}{2a}"),
        (r"k \ge 0", r"\sqrt{k}", r"f(a^2) = a"),
    ],
)
def test_a_condition_that_the_formula_asks_for_itself_restricts_nothing(
    condition: str, formula: str, claim: str
) -> None:
    text = f"For ${condition}$ put $f(k) = {formula}$. Let $a, b > 0$. Then ${claim}$.\n"
    assert [verdict for _, verdict in verdicts(text)] == ["plausible"]


@pytest.mark.parametrize(
    ("condition", "formula", "claim"),
    [
        ("k > 0", "20 k", "f(-a) = -20 a"),
        ("k > 0", r"\frac{1}{k}", r"f(-a) = -\frac{1}{a}"),
        ("k > 1", r"\log k", r"f(a) = \log a"),
        ("k > 0", r"\sqrt{k}", "f(b - b) = 0"),
        ("k > 0", r"\log (k + 1)", r"f(b - b) = 0"),
    ],
)
def test_any_other_condition_does(condition: str, formula: str, claim: str) -> None:
    text = f"For ${condition}$ put $f(k) = {formula}$. Let $a, b > 0$. Then ${claim}$.\n"
    assert verdicts(text) == []
