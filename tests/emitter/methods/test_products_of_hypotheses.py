"""Inequalities from products of the hypotheses."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "products of hypotheses"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume 0 < x, x < 1\nx^2 < 1", "mul_pos"),
    ("let k, p, q \\in \\mathbb{N}\nassume p \\le q\nk p \\le k q", "Nat.cast_le"),
    ("assume 0 \\le x, 0 \\le y, x \\le 1, y \\le 1\nx y \\le 1", "mul_nonneg"),
]
LEAVES = [
    "x^2 \\ge 0",
    "assume x > 0\nx = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
