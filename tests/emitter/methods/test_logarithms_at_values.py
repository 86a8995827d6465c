"""An inequality with the logarithm of a term in a letter."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "logarithms at values"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "assume x > 0\n(2 x + 1) \\log (1 + \\frac{1}{x}) > 2",
        "have special := general (1 + 1 / x : ℝ)",
    ),
    (
        "assume n \\in \\mathbb{N}, n \\ge 1\n(n + \\frac{1}{2}) \\log (1 + \\frac{1}{n}) > 1",
        "Nat.cast_ne_zero.mpr",
    ),
    (
        "assume n \\in \\mathbb{N}, n \\ge 1\nn \\log (1 + \\frac{1}{n}) < 1",
        "have general",
    ),
    ("assume x > 1\n(1 - x) \\log (1 - \\frac{1}{x}) < 1", "sub_pos.1"),
]
LEAVES = [
    "assume x > 0\n(2 x + 1) \\log (1 + \\frac{1}{x}) = 2",
    "assume x > 0\n(2 x + 1) \\log (1 + \\frac{1}{x}) < 2",
    "assume x > 0\nx \\log (1 + \\frac{1}{x}) > 1",
    "assume x > 0\n\\log (1 + \\frac{1}{x}) > \\frac{1}{x}",
    "(2 x + 1) \\log (1 + \\frac{1}{x}) > 2",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
