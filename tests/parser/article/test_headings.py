"""Headings that hold back the claims below them, and those that do not."""

from __future__ import annotations

import pytest

import shomei

#: What changes nothing below it.
NEUTRAL = [
    "Fitting a line without matrices",
    "How long until it doubles?",
    "l'Hôpital, and when not to use it",
    "What if it is negative instead?",
    "行列なしで解く",
    "行列を使わずに解く",
    "場合分けで決まる",
]
#: What may make another thing of it.
TELLING = [
    "Matrices",
    "What does not hold",
    "False formulas",
    "A rule that is not true",
    "行列",
    "行列の積",
    "成り立たない式",
]


def verdicts(heading: str) -> list[str]:
    text = f"# {heading}\n\n$$ (a + b)^2 = a^2 + 2 a b + b^2 $$\n"
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize("heading", NEUTRAL)
def test_it_changes_nothing(heading: str) -> None:
    assert verdicts(heading) == ["plausible"]


@pytest.mark.parametrize("heading", TELLING)
def test_it_holds_back(heading: str) -> None:
    assert verdicts(heading) == []
