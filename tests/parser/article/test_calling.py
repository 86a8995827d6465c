"""What letters are called: by a noun before them, or by a sentence that says what they are."""

from __future__ import annotations

import pytest

import shomei

#: What is measured or counted, known or not, is a number.
MEASURED = [
    "Wage $w$, rental $r$.",
    "One zorblator $r$, one capacitor $c$.",
    "The torque $r$ of the motor is given.",
    "The umbrella $r$ is red.",
    "Consider a levy $r$ on imports.",
    "家賃 $r$ と利率 $k$ を考える。",
    "抵抗 $r$ をつなぐ。",
]
#: Things of mathematics that are no numbers.
OTHER = [
    "A string $r$ is given.",
    "Consider the permutation $r$.",
    "Take the knot $r$.",
    "Given a quaternion $r$, we go on.",
    "For a matrix $r$ we go on.",
    "Here $r$ is a bicycle.",
    "Let $r$ be a surreal number.",
    "For a $p$-adic number $r$ we go on.",
    "文字列 $r$ を考える。",
    "行列 $r$ を考える。",
    "置換 $r$ を考える。",
    "$r$ を行列とする。",
]


def verdicts(said: str) -> list[str]:
    report = shomei.check(f"{said} We have $r + r = 2 r$.\n", suffix=".md", fast=True)
    return [step.verdict for step in report.steps]


@pytest.mark.parametrize("said", MEASURED)
def test_what_is_measured_is_a_number(said: str) -> None:
    assert verdicts(said) == ["plausible"]


@pytest.mark.parametrize("said", OTHER)
def test_a_thing_of_mathematics_is_none(said: str) -> None:
    assert verdicts(said) == []
