"""Equations to be solved, as the words right after a display or before a formula say."""

from __future__ import annotations

import pytest

import shomei

REAL = "Let $b$ be a real number. Then we have\n\n"
BE_REAL = "$b$ を実数とする。次に\n\n"
EQUATION = "$$ 2 b + 3 = 7 $$\n\n"

SOUGHT = [
    f"{REAL}{EQUATION}which we solve for $b$.",
    f"{REAL}{EQUATION}which can be solved.",
    f"{REAL}{EQUATION}is an equation for $b$.",
    "To solve $\\sin 2u = \\cos u$, write $v = 2u$.",
    "Let $b$ be a real number. Solving $2 b + 3 = 7$ on $b \\ge 0$, we note that $b + b = 2b$.",
    f"{BE_REAL}{EQUATION}という方程式を考える。",
    f"{BE_REAL}{EQUATION}を $b$ について解く。",
    f"{BE_REAL}{EQUATION}を解くと値が出る。",
]
CLAIMED = [
    f"{REAL}{EQUATION}which is solved by $b = 3$.",
    f"{REAL}{EQUATION}and this solves the mystery.",
    f"{REAL}{EQUATION}It is an equation.",
    f"{BE_REAL}{EQUATION}である。",
    f"{BE_REAL}{EQUATION}が成り立つ。方程式を解く。",
]


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize("text", SOUGHT)
def test_an_equation_to_be_solved_is_no_alarm(text: str) -> None:
    assert "refuted" not in verdicts(text)


@pytest.mark.parametrize("text", CLAIMED)
def test_what_is_claimed_is_one(text: str) -> None:
    assert "refuted" in verdicts(text)


def test_what_follows_from_it_in_the_next_section_is_no_alarm() -> None:
    text = (
        "Let $a$ and $b$ be real numbers. Then we have\n\n$$ a + b = 3, $$\n\n"
        "which we solve below.\n\n## The solution\n\nThus $a = 3 - b$."
    )
    assert "refuted" not in verdicts(text)
