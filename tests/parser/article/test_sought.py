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


EXISTENCE = [
    f"{REAL}$$ 2 b = 3 + d $$\n\nfor some $d$ below $b$.",
    f"{REAL}$$ 2 b = 3 + d, $$\n\nwhere $d$ lies between $0$ and $b$.",
    "Let $b$ be a real number. There is a number $d$ such that\n\n$$ 2 b = 3 + d. $$\n",
    "Let $b$ be a real number. For some $d$ the theorem gives\n\n$$ 2 b = 3 + d. $$\n",
    f"{BE_REAL}$$ 2 b = 3 + d $$\n\nをみたす $d$ がある。",
    f"{BE_REAL}$$ 2 b = 3 + d $$\n\nとなる実数 $d$ が存在する。",
    "$b$ を実数とする。定理より、ある $d$ に対して\n\n$$ 2 b = 3 + d $$\n\nとなる。",
]
OF_ALL = [
    f"{REAL}$$ 2 b = 3 + b $$\n\nfor every $b$.",
    f"{REAL}$$ 2 b = 3 + b, $$\n\nwhere $b$ is what it was.",
    "Let $b$ be a real number. There is an identity for it. We have\n\n$$ 2 b = 3 + b. $$\n",
    f"{BE_REAL}$$ 2 b = 3 + b $$\n\nを得る。",
]


@pytest.mark.parametrize("text", EXISTENCE)
def test_what_some_numbers_satisfy_is_no_alarm(text: str) -> None:
    assert not verdicts(text)


@pytest.mark.parametrize("text", EXISTENCE)
def test_nor_where_a_section_above_speaks_of_the_letter(text: str) -> None:
    above = "# 前\n\n$d$ を実数とする。" if "実数" in text else "# Above\n\nLet $d$ be real."
    assert "refuted" not in verdicts(f"{above}\n\n# 後\n\n{text}")


@pytest.mark.parametrize("text", OF_ALL)
def test_what_all_are_said_to_satisfy_is_one(text: str) -> None:
    assert "refuted" in verdicts(text)
