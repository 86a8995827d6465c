"""Every case of the signs of factors."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "table of signs"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "x^2 - 3 x + 2 < 0 \\iff 1 < x \\land x < 2",
        "rcases lt_trichotomy (x - 1 : ℝ) 0 with case0 | case0 | case0",
    ),
]
LEAVES = [
    "x^2 = x \\iff x (x - 1) = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
