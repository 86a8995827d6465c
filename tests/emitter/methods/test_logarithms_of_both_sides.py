"""Equations between powers."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "logarithms of both sides"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("2^x = 8 \\iff x = 3", "congrArg Real.log equal"),
]
LEAVES = [
    "x + 1 = 2 \\iff x = 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
