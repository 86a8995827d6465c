"""An implication by its premises."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "premises"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("x > 0 \\Rightarrow \\frac{1}{x} > 0", "intro premise0"),
]
LEAVES = [
    "x > 0 \\iff 2 x > 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
