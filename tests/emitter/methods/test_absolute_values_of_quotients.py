"""Statements about absolute values of quotients."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "absolute values of quotients"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "assume x \\neq 1\n\\left| \\frac{1}{x - 1} \\right| > 1 \\iff 0 < x \\land x < 2",
        "lt_div_iff₀",
    ),
]
LEAVES = [
    "|x| < 1 \\iff -1 < x \\land x < 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
