"""Equations with absolute values."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "absolute values of products"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("|y^2 - 9| = |y - 3| \\cdot |y + 3|", "abs_mul"),
    ("|x^2 - x| = |x| |1 - x|", "abs_mul"),
    ("|x - y| = |y - x|", "abs_neg"),
]
LEAVES = [
    "|x| < 3",
    "x = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
