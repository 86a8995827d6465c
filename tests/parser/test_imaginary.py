"""Whether the letter i of a text is a number that it speaks of, or the imaginary unit."""

from __future__ import annotations

import pytest

import shomei
from shomei.parser.imaginary import is_quantity

RATES = [
    "The yearly rate $i > 0$ is fixed.",
    "The current $i$ grows. Here $i \\ge 2$.",
    "We pay the rate $i$. At $i = 0.03$ we stop.",
    "年利率 $i$ を考える。$i > 0$ とする。",
    "利率を $i$ とする。$i = 5\\%$ である。",
]
UNITS = [
    "The rate is $p_i$, where $i \\ge 1$.",
    "The yearly rate $i > 0$ is fixed. Complex numbers come later.",
    "The yearly rate $i > 0$ is fixed. We have $e^{i \\pi} = -1$.",
    "The rate $i > 0$ is no root of $i^2 = -1$.",
    "The value $i$ is $\\sqrt{-1}$, and $i > 0$ makes no sense.",
    "We look at $i > 0$, and at $e^{2 i}$.",
    "We look at $i > 0$, and at $e^i$.",
    "The rate $i$ is fixed.",
]


@pytest.mark.parametrize("text", RATES)
def test_a_rate_is_a_number(text: str) -> None:
    assert is_quantity(text)
    said = "We have $e^{2 i} = (e^i)^2$." if text.isascii() else "$e^{2 i} = (e^i)^2$ である。"
    report = shomei.check(f"{text}\n\n{said}", suffix=".md", fast=True)
    assert [step.verdict for step in report.steps][-1:] == ["plausible"]


@pytest.mark.parametrize("text", UNITS)
def test_an_i_that_may_be_the_imaginary_unit_is_none(text: str) -> None:
    assert not is_quantity(text)
    report = shomei.check(f"{text}\n\nWe have $e^{{2 i}} = (e^i)^2$.", suffix=".md", fast=True)
    assert "plausible" not in [step.verdict for step in report.steps if "e^" in step.statement]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("| $i$ | interest |\n|---|---|\n\nLet $i > 0$. Then we have $(1 + i)^2 > 1$.", "claim"),
        ("Let $0 < i < 1$. Then we have $(1 + i)^2 > 1$.", "claim"),
        ("Let $i > 0$ here. Then we have $e^{ix} = \\cos x + i \\sin x$.", "beyond"),
        ("Let $i^2 = -1$. We never have $i > 0$. Then $i + i = 2i$.", "beyond"),
        ("No complex number is positive: $i > 0$ is wrong. We have $i + i = 2i$.", "beyond"),
    ],
)
def test_a_positive_i_is_a_number(text: str, role: str) -> None:
    report = shomei.check(text + "\n", suffix=".md", fast=True, ledger=False)
    assert max(report.formulas, key=lambda each: (each.line, each.column)).role == role
