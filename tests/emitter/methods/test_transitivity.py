"""What the earlier steps add up to."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "chain of relations"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "x (x + 1) = x^2 + x\nx^2 + x = x + x^2\nx (x + 1) = x + x^2",
        "exact (Eq.trans (line_1 x) (line_2 x))",
    ),
    (
        "assume x > 0\nx + 1 < x + 2\nx + 2 \\le 2 x + 2\nx + 1 < 2 x + 2",
        "exact (lt_of_lt_of_le (line_2 x h1) (line_3 x h1))",
    ),
]
LEAVES = [
    "x + 1 \\le x + 2\nx + 2 \\le x + 3\nx + 1 < x + 3",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
