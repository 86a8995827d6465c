"""The laws of the functions in a goal."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "laws"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x > 0\n\\log (x^3) = 3 \\log x", "Real.log_pow"),
    ("|x| \\ge x", "have law"),
]
LEAVES = [
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
