"""Integrals with absolute values."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "integrals of absolute values"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\int_0^3 |x - 1| dx = \\frac52", "abs_of_nonpos (a := x - 1)"),
]
LEAVES = [
    "\\int_0^a |x - 1| dx = 1",
    "\\int_0^1 x dx = \\frac12",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
