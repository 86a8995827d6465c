"""The sign of the factored difference."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "sign of the difference"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("let n \\in \\mathbb{N}\nassume n \\ge 1\nassume x > 0\nx^{n-1} > 0", "(pow_pos h2 _)"),
    ("assume x > 0, y > 0\n\\frac{y}{x} + \\frac{x}{y} \\ge 2", "have difference"),
]
LEAVES = [
    "x = x",
    "x > y",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
