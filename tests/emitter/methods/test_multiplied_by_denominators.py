"""Inequalities multiplied by a positive denominator."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "multiplying by the denominator"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x > 0\n\\frac{\\sin x}{x} < 1", "div_lt_iff₀"),
    ("assume x > 0\n1 \\le \\frac{e^{x}}{1 + x}", "le_div_iff₀"),
]
LEAVES = [
    "assume x \\neq 0\n\\frac{1}{x} < 2",
    "\\frac{y}{2} < 1",
    "assume x > 0\n\\frac{x^2}{x} = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
