"""Formulas that the author does not name."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "formulas above"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "formula (1): \\sin (X + Y) = \\sin X \\cos Y + \\cos X \\sin Y\n\\sin (x + y) - "
            "\\cos x \\sin y = \\sin x \\cos y"
        ),
        "have cited1 := (formula_1",
    ),
]
LEAVES = [
    "formula (1): \\sin (X + Y) = \\sin X \\cos Y + \\cos X \\sin Y\nx + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
