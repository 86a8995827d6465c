"""Inequalities with square roots."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "squaring an inequality"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume a \\ge 0, b \\ge 0\n\\frac{a + b}{2} \\ge \\sqrt{a b}", "Shomei.sqrt_le_iff"),
    ("assume x > 0\n\\sqrt{x^2 + 1} < x + 1", "Shomei.sqrt_lt_iff"),
    ("assume x > 0\nx < \\sqrt{x^2 + 1}", "Shomei.lt_sqrt_iff"),
    ("assume x > 0\n2 \\sqrt{x^2 + 1} - 2 x > 0", "Shomei.lt_sqrt_iff"),
]
LEAVES = [
    "\\sqrt{x^2} = |x|",
    "assume x > 0\nx < 3",
    "assume x > 0\n\\sqrt{x^2 + 1} < x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
