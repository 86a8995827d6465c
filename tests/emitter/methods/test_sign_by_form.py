"""The sign of a term by its form."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "sign by form"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume w > 0, v < 2\n\\frac{w}{2 - v} > 0", "div_pos"),
    ("assume w < 0, v < 2\n\\frac{w}{2 - v} < 0", "div_neg_of_neg_of_pos"),
    ("assume 0 < x, x < \\frac{\\pi}{2}\n\\cos x > 0", "Shomei.cos_pos"),
]
LEAVES = [
    "assume x > 0\nx > 1",
    "assume x > 0\nx = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
