"""Systems of equations, their rows and what is drawn from them."""

from __future__ import annotations

import pytest

import shomei

ROWS = "\\begin{cases} 3x + 2y = 7 \\\\ x - 2y &= 5 \\end{cases}"
FLAT = "\\left\\{ \\begin{aligned} 3x + 2y &= 7 \\\\ x - 2y &= 5 \\end{aligned} \\right."
PARTS = (
    "Let $L(x, y, k) = xy - k (x + 2y - 8)$. Its partial derivatives are\n\n"
    "$$ \\frac{\\partial L}{\\partial x} = y - k, \\qquad "
    "\\frac{\\partial L}{\\partial y} = x - 2k. $$\n\n"
)


def verdicts(text: str) -> list[str]:
    """The verdicts on an article, without Lean."""
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


@pytest.mark.parametrize(
    "text",
    [
        f"Solve the system\n\n$$ {ROWS} $$\n\nAdding the equations gives $4x = 12$, so $x = 3$.",
        f"Solve the system\n\n$$ {FLAT} $$\n\nAdding the equations gives $4x = 12$.",
        f"From\n\n$$ {ROWS} $$\n\nwe get $x = 3$ and $y = -1$.",
        f"連立方程式\n\n$$ {ROWS} $$\n\nを解くと $x = 3$、$y = -1$ である。",
        f"次の連立方程式を解く。\n\n$$ {ROWS} $$\n\n辺々を加えると $4x = 12$ となる。",
        f"{PARTS}Setting them to zero yields $y = k$ and $x = 2k$.",
        f"{PARTS}Setting both to zero gives $x = 2y$.",
        f"{PARTS}Setting them to zero yields $y = k$ and $x = 2k$. "
        "The condition $x + 2y = 8$ then becomes $4k = 8$, so $k = 2$.",
        "Consider\n\n$$ a x^2 + b x + c = 0, \\qquad a \\ne 0. $$\n\n"
        "Divide by $a$ and move the constant to the other side:\n\n"
        "$$ x^2 + \\frac{b}{a} x = -\\frac{c}{a}. $$",
    ],
)
def test_what_follows_is_drawn(text: str) -> None:
    found = verdicts(text)
    assert found and set(found) == {"plausible"}


@pytest.mark.parametrize(
    "text",
    [
        f"From\n\n$$ {ROWS} $$\n\nwe get $x = 2$.",
        f"連立方程式\n\n$$ {ROWS} $$\n\nを解くと $x = 3$、$y = 1$ である。",
    ],
)
def test_what_does_not_solve_it_is_refuted(text: str) -> None:
    assert verdicts(text)[-1] == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        f"The function is\n\n$$ f(x) = {ROWS} $$\n\nand we get $x = 3$.",
        "Then\n\n$$ \\begin{cases} x + 1 & x > 0 \\\\ x & x < 0 \\end{cases} $$\n\nso $x = 3$.",
        f"The system\n\n$$ {ROWS} $$\n\nis not what we solve. Then $x = 3$.",
        f"{PARTS}We do not set them to zero. Then $y = k$.",
    ],
)
def test_nothing_else_is_drawn(text: str) -> None:
    assert "plausible" not in verdicts(text)[1 if "partial" not in text else 2 :]
