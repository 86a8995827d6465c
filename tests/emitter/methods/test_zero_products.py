"""A product is 0 when a factor is."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "zero products"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("z^2 = z \\iff z = 0 \\lor z = 1", "mul_eq_zero"),
]
LEAVES = [
    "z + 1 = 2 \\iff z = 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
