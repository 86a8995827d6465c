"""The latest steps, used as facts."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "the steps before"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x > 0\nx + 1 > 1\nx + 2 > 2", "have fact1 := (line_2 x h1)"),
]
LEAVES = [
    "x + 2 > x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
