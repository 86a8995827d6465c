"""The roots of an equation that a sentence names, and what holds of them."""

from __future__ import annotations

import pytest

import shomei

ROOTS = "Let $r$ and $s$ be the roots of the equation $x^2 - 7x + 2 = 0$. "
KON = "$x^2 - 7x + 2 = 0$ の2つの解を $r, s$ とする。"


def verdicts(text: str) -> list[str]:
    """The verdicts on an article, without Lean."""
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize(
    "text",
    [
        ROOTS + "Then $r + s = 7$ and $r s = 2$.",
        ROOTS + "By Vieta's formulas, $r + s = 7$ and $r s = 2$.",
        ROOTS + "Therefore $r^2 + s^2 = 45$.",
        ROOTS + "We have $r^2 - 7 r + 2 = 0$.",
        ROOTS + "Hence\n\n$$ x^2 - 7x + 2 = (x - r)(x - s). $$",
        "If $r$ and $s$ are the two roots of $x^2 - 7x + 2 = 0$, then $r + s = 7$.",
        "Consider\n\n$$ x^2 - 7x + 2 = 0. $$\n\nCall its roots $r$ and $s$. Then $r + s = 7$.",
        "Let $a \\ne 0$. Denote the roots of $a x^2 + b x + c = 0$ by $r$ and $s$. "
        "Then $r + s = -\\frac{b}{a}$ and $r s = \\frac{c}{a}$.",
        "Consider\n\n$$ x^2 - 7x + 2 = 0. $$\n\n# Its roots\n\nLet $r$ and $s$ be the roots. "
        "Then $r + s = 7$.",
        "$x^2 - 7x + 2 = 0$ を考える。\n\n## 解\n\n2つの解を $r$、$s$ とすると $r s = 2$ である。",
        KON + "このとき $r + s = 7$、$r s = 2$ である。",
        KON + "解と係数の関係より $r + s = 7$ である。",
        "$a \\neq 0$ とし、$a x^2 + b x + c = 0$ の解を $r$、$s$ とする。"
        "このとき $r s = \\frac{c}{a}$ である。",
    ],
)
def test_what_holds_of_them_is_claimed(text: str) -> None:
    found = verdicts(text)
    assert found and set(found) == {"plausible"}


@pytest.mark.parametrize(
    "text",
    [
        ROOTS + "Then $r + s = -7$.",
        ROOTS + "By Vieta's formulas, $r s = -2$.",
        ROOTS + "Therefore $r^2 + s^2 = 49$.",
        "Let $r$ and $s$ be the roots of $x^2 + b x + c = 0$. Then $r + s = b$.",
        KON + "このとき $r + s = -7$ である。",
    ],
)
def test_what_does_not_hold_of_them_is_refuted(text: str) -> None:
    assert verdicts(text) == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        # no real numbers
        "Let $r$ and $s$ be the roots of $x^2 + x + 1 = 0$. Then $r + s = -1$.",
        "Let $r$ and $s$ be the roots of $x^2 + x + 1 = 0$. Then $r s > 3$.",
        # not these roots, or not all of them
        "Let $r$ and $s$ be roots of different equations. Then $r + s = 7$.",
        "Let $r$ and $s$ be roots of $x^2 = 2$ and $x^2 = 3$. Then $r + s = 0$.",
        "Let $r$ and $s$ be the roots of $x^3 - 7x + 2 = 0$. Then $r + s = 7$.",
        "Let $r$ be the root of $x^2 - 7x + 2 = 0$. Then $r = 7$.",
        # denied, or over
        "Suppose $r$ and $s$ are not the roots of $x^2 - 7x + 2 = 0$. Then $r + s = 7$.",
        "Suppose $r$ and $s$ were the roots of $x^2 - 7x + 2 = 0$. Then $r + s = 7$.",
        ROOTS + "\n\n# Another part\n\nHere $r + s = 7$.",
        ROOTS + "\n\nLet $r$ and $s$ be real numbers. Then $r + s = 7$.",
        "$x^2 = 2$ の解を $r$、$x^2 = 3$ の解を $s$ とする。このとき $r + s = 0$ である。",
        "$x^2 - 7x + 2 = 0$ の解を $r, s$ とは限らない。このとき $r + s = 7$ である。",
    ],
)
def test_what_is_not_said_of_roots_is_not_used(text: str) -> None:
    assert "plausible" not in verdicts(text)
