"""Increasing functions."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "monotonicity"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x > 0, y > x\n\\log x < \\log y", "exact Real.log_lt_log h1 inner"),
    ("assume y > x\ne^x \\le e^y", "exact Real.exp_le_exp_of_le inner"),
]
LEAVES = [
    "assume y > x\nx < y",
    "assume y > x\ne^y \\le e^x",
    "\\log 2 = \\log 2",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
