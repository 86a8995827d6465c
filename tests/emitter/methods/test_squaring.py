"""The value of a root."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "squaring"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\sqrt{4 + 5} = 3", "exact Real.sqrt_sq"),
    ("assume x > 0\n\\sqrt{x^2 + 2 x + 1} = x + 1", "rw [← square]"),
]
LEAVES = [
    "\\sqrt{4} < 3",
    "assume x > 0\n\\sqrt{x^2 + 1} = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
