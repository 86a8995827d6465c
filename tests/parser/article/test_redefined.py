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
