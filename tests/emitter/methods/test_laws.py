"""The laws of the functions in a goal."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "laws"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("e^2 \\times e^3 = e^5", "Real.exp 5 = Real.exp 1 ^ (5 : ℕ)"),
    ("(e^{-1})^3 = \\frac{1}{e^3}", "Real.exp 3 = Real.exp 1 ^ (3 : ℕ)"),
    ("e^{\\frac{3}{2}} \\times e^{\\frac{1}{2}} = e^2", "Real.exp (1 / 2) ^ (2 : ℕ) = Real.exp 1"),
    ("assume x > 0\n\\log (x^3) = 3 \\log x", "Real.log_pow"),
    ("|x| \\ge x", "have law"),
]
LEAVES = [
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
