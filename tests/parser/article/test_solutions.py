"""What solves an equation: values in a list, both signs, and what is drawn from names."""

from __future__ import annotations

import pytest

import shomei


def verdicts(text: str) -> list[str]:
    """The verdicts on an article, without Lean."""
    return [step.verdict for step in shomei.check(text, suffix=".md", fast=True).steps]


TRUE = [
    "The equation $x^2 - 7x + 10 = 0$ has the solutions $x = 2$ and $x = 5$.",
    "The roots of $u^2 = 16$ are $u = 4$ and $u = -4$.",
    "From $v^2 - v = 0$ we get $v = 0, 1$.",
    "We solve $x^2 - 9 = 0$. Hence $x = \\pm 3$.",
    "We get $(s^2 - 1)(s^2 - 9) = 0$, so $s = \\pm 1$ or $s = \\pm 3$.",
    "We get $(2 x + b)^2 = 9$ and hence\n\n$$ 2 x + b = \\pm 3. $$",
    "Consider\n\n$$ x^4 - 13 x^2 + 36 = 0. $$\n\nPut $w = x^2$. The equation becomes\n\n"
    "$$ w^2 - 13 w + 36 = 0. $$",
    "Let $2 r - 3 = 7$. Then $2 r = 10$, so $r = 5$.",
    "Consider $e^{2x} - 3 e^x + 2 = 0$. With $t = e^x$ we have therefore $t^2 - 3 t + 2 = 0$.",
    "We consider\n\n$$ x^2 - 2x - 2 = 0. $$\n\nNow\n\n$$ x = 1 \\pm \\sqrt{3} $$\n\n"
    "are the solutions.",
    "方程式 $x^2 - 2x - 2 = 0$ を考える。実際\n\n$$ x = 1 \\pm \\sqrt{3} $$\n\nが解である。",
    "$a \\neq 0$ とし、方程式 $a x^2 + b x + c = 0$ を考える。"
    "$D = b^2 - 4ac$ とおくと、方程式は\n\n"
    "$$ \\left(x + \\frac{b}{2a}\\right)^2 = \\frac{D}{4a^2} $$\n\nとなる。",
    "$x^2 - 7x + 10 = 0$ を解くと $x = 2, 5$ である。",
    "方程式 $x^2 - 7x + 10 = 0$ の解は $x = 2$、$x = 5$ である。",
]
FALSE = [
    "The equation $x^2 - 7x + 10 = 0$ has the solutions $x = 2$ and $x = 4$.",
    "The roots of $u^2 = 16$ are $u = 4$ and $u = -2$.",
    "From $v^2 - v = 0$ we get $v = 1, 2$.",
    "We solve $x^2 - x - 6 = 0$. Hence $x = 2$ or $x = -3$.",
    "Let $2 r - 3 = 7$. Then $2 r = 10$, so $r = 6$.",
    "We have $y^2 - 1 = 0$ or something. Here $x^2 = 2 y$. For $x = 2$ we get $x^3 - x = 7$.",
    "$x^2 - 7x + 10 = 0$ を解くと $x = 2, 4$ である。",
]
#: What says no such thing, or not of this equation.
OPEN = [
    "The equation $x^2 = 4$ has the solution $x = 2$.",
    "Suppose the equation $x^2 - 7x + 10 = 0$ had the solutions $x = 2$ and $x = 4$.",
    "The equation $x^2 - 7x + 10 = 0$ does not have the solutions $x = 2$ and $x = 4$.",
    "It is not true that $x^2 = 16$ has the roots $x = 4$ and $x = 3$.",
    "The equation $x^5 - x - 1 = 0$ has a root.",
    "Let $f(t) = t^2 - 41 t$. Since $2 > 1$, the equation $f'(t) = 0$ comes next.",
    "$$ \\frac{1}{x (x + 3)} = \\frac{A}{x} + \\frac{B}{x + 3} $$\n\nとおく。",
    "The lens formula reads\n\n$$ \\frac{1}{f} = \\frac{1}{a} + \\frac{1}{b}. $$",
    "We consider\n\n$$ x^2 - 2x - 2 = 0. $$\n\nNow\n\n$$ x = 1 \\pm \\sqrt{3} $$\n\n"
    "are no solutions.",
    "At $k = 1$ and $k = 2$ the value is known.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_solves_an_equation_is_claimed(text: str) -> None:
    found = verdicts(text)
    assert found and set(found) == {"plausible"}


@pytest.mark.parametrize("text", FALSE)
def test_what_does_not_solve_it_is_refuted(text: str) -> None:
    assert verdicts(text)[-1] == "refuted"


@pytest.mark.parametrize("text", OPEN)
def test_what_is_no_such_claim_is_left_open(text: str) -> None:
    assert not {"plausible", "refuted", "undefined"} & set(verdicts(text)[-1:]) or (
        "2 > 1" in text and verdicts(text) == ["plausible"]
    )
