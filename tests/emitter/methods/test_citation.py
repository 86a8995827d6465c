"""Proofs by the formulas that the author cites."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "citation"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "formula (1): (X + Y)^2 = X^2 + 2 X Y + Y^2\n(x + 3)^2 = x^2 + 6 x + 9   by (1) with "
            "X = x, Y = 3"
        ),
        "have cited1 := (formula_1 x 3)",
    ),
]
LEAVES = [
    "formula (1): (X + Y)^2 = X^2 + 2 X Y + Y^2\n(x + 3)^2 = x^2 + 6 x + 9",
    "formula (1): \\sin (X + Y) = \\sin X \\cos Y + \\cos X \\sin Y\nx + x = 2 x   by (1)",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
