"""What is supposed of all elements of a family, and what of some only."""

from __future__ import annotations

import pytest

import shomei
from shomei.obligations.build import build
from shomei.parser import parse
from shomei.terms.nodes import ForAll


def _is_of_all(text: str) -> bool:
    """Whether the last claim of an article may use something of all elements."""
    made = build(parse(f"{text}\n", "article.md")).obligations
    return any(
        isinstance(each.statement, ForAll) for one in made[-1:] for each in one.context.hypotheses
    )


THEN = " Then $\\sum_{i=1}^n \\sqrt{x_i^2} = \\sum_{i=1}^n x_i$."
DARA = "このとき $\\sum_{i=1}^n \\sqrt{x_i^2} = \\sum_{i=1}^n x_i$ である。"
ALL = [
    f"Let $x_1, \\dots, x_n$ be positive numbers.{THEN}",
    f"Let $x_1, x_2, \\ldots, x_n$ and $y_1, \\dots, y_n$ be nonnegative numbers.{THEN}",
    f"Let $x_i > 0$.{THEN}",
    f"Let $x_i \\ge 0$ for all $i$.{THEN}",
    f"Let $x_i > 0$ for $i = 1, \\dots, n$.{THEN}",
    f"Let $x_i > 0$, $y_i > 0$.{THEN}",
    f"$x_1, \\dots, x_n$ を正の数とする。{DARA}",
    f"$x_i > 0$ とする。{DARA}",
    f"$x_i > 0$、$y_i < 0$ とする。{DARA}",
]


@pytest.mark.parametrize("text", ALL)
def test_of_all(text: str) -> None:
    assert _is_of_all(text)


SOME = [
    "Let $x_1, \\dots, x_n$ be real numbers.",
    "Let $x_1, \\dots, x_n$ not be positive numbers.",
    "Let $x_1, \\dots, x_n$ be positive numbers, or negative ones.",
    "Let $x_1, \\dots, x_m$ be positive numbers.",
    "Let $x_2, \\dots, x_n$ be positive numbers.",
    "Let $x_1, \\dots, x_n$ be positive numbers. Let $x_1, \\dots, x_n$ be any real numbers.",
    "Fix $i$. Let $x_i > 0$.",
    "Fix $i$ and let $x_i > 0$.",
    "Let $x_i > 0$ for some $i$.",
    "Let $x_i > 0$ for one $i$.",
    "Let $x_i > 0$ for $i \\ge 2$.",
    "Let $x_i > 0$ for $i \\neq 1$.",
    "Let $x_i > 0$ for $i = 1, \\dots, m$.",
    "Let $x_i > 0$ for even $i$.",
    "Let $i > 3$. Let $x_i > 0$.",
    "Let $x_i > 0$ and $x_j < 0$.",
    "If $x_i > 0$, we stop.",
    "Let $x_i > 0$ unless $i = 1$.",
]


@pytest.mark.parametrize("text", SOME)
def test_of_some(text: str) -> None:
    assert not _is_of_all(text + THEN)


def test_sums_that_are_equal_to_one_number() -> None:
    text = (
        "Let $p_1, \\dots, p_n$ and $q_1, \\dots, q_n$ be positive numbers with "
        "$\\sum_{i=1}^n p_i = \\sum_{i=1}^n q_i = 1$. "
        "Then $\\sum_{i=1}^n q_i \\log \\frac{1}{p_i} = -\\sum_{i=1}^n q_i \\log p_i$."
    )
    report = shomei.check(f"{text}\n", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps] == ["plausible"]
