"""Squares of differences."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "squares are not negative"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("x^2 + y^2 \\ge 2 x y", "have sq1 := mul_self_nonneg ((x) - (y) : ℝ)"),
]
LEAVES = [
    "x + y = y + x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
