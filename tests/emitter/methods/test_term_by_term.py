"""Inequalities from inequalities between their parts."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "term by term"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x \\ge 0, y \\ge 0, z \\ge y\nx + 2 y \\le x + 2 z", "exact (add_le_add"),
]
LEAVES = [
    "x < x + 1",
    "assume y \\ge x\nx \\le y",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
