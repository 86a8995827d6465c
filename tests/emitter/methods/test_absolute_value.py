"""Inequalities between absolute values."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "absolute value"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("|x y| \\le |x| |y|", "abs_mul (x : ℝ) (y)"),
    ("|x + y| \\le |x| + |y|", "have sign0 : (0 ≤ (x + y : ℝ) ∧ abs (x + y : ℝ) = x + y)"),
]
LEAVES = [
    "|x| = |x|",
    "x \\le x + 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
