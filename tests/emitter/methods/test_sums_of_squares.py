"""Sums of squares and of products of what is known."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "sums of squares and products"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume a + b = 1\na b \\le \\frac14", "mul_self_nonneg"),
    (
        "assume a, b, c > 0\n\\frac{a}{b+c} + \\frac{b}{c+a} + \\frac{c}{a+b} \\ge \\frac32",
        "div_nonneg above",
    ),
    ("(a x + b y)^2 \\le (a^2 + b^2)(x^2 + y^2)", "mul_self_nonneg ((a * y - b * x) : ℝ)"),
    ("assume 0 < a < b\na^2 < b^2", "mul_pos"),
]
LEAVES = [
    # true, but strict where nothing positive is known
    "a^2 + b^2 > 2 a b - 1 + \\sin a \\sin b",
    # false
    "a^2 + b^2 \\ge 3 a b",
    "assume a > 0, b > 0\na^3 + b^3 \\ge 3 a b",
    "assume a + b = 1\na b < \\frac14",
    "a b = b a",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
