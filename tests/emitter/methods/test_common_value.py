"""Equality of two limits by their values."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "common value"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\lim_{x \\to 0} x = \\lim_{x \\to 0} \\sin x", "Shomei.limit_unique_punctured"),
]
LEAVES = [
    "\\lim_{x \\to 0} (x + 1) = \\lim_{x \\to 0} \\sin x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
