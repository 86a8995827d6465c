"""A value that an earlier step states."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "the value above"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\lim_{h \\to 0} (1 + h) = 1\n\\lim_{h \\to 0} (1 + h) = 2 - 1", "line_1"),
]
LEAVES = [
    "\\lim_{h \\to 0} (1 + h) = 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
