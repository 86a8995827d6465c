"""Equal arguments that are written differently."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "equal arguments"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\sin (x + x) + y = y + \\sin (2 x)", "have same1 : x + x = 2 * x := by grind"),
]
LEAVES = [
    "\\sin x = \\sin x",
    "assume x > 0\n\\log (x^3) = 3 \\log x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
