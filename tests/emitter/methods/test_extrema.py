"""Maxima and minima, by cases."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "extrema"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("|x| = \\max(x, -x)", "abs (x - -x : ℝ) = -(x - -x)"),
    ("\\max(a, \\max(b, c)) = \\max(a, b, c)", "le_or_gt 0 (b - c : ℝ)"),
]
LEAVES = [
    "|x| = |-x|",
    "\\sum_{k=1}^{3} \\max(k, 2) = 7",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
