"""Statements about values of functions that keep the order."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "orders in a statement"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("x^3 = 8 \\iff x = 2", "Shomei.odd_pow_lt_iff 1"),
    ("e^x > 1 \\iff x > 0", "Real.log_lt_iff_lt_exp one_pos"),
    ("2^x > 8 \\iff x > 3", "Shomei.exponent_lt_iff"),
    ("assume a \\ge 0, b \\ge 0\na^2 < b^2 \\iff a < b", "Shomei.pow_lt_iff 1 h1 h2"),
    ("x^2 = y^2 \\iff |x| = |y|", "Shomei.sq_lt_iff"),
]
LEAVES = [
    "x = 2 \\iff x + 1 = 3",
    # the base is below 1, and an exponent may be a number that no power of 2 is
    "\\left(\\frac12\\right)^x > 8 \\iff x < -3",
    "2^x > 5 \\iff x > \\log_2 5",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text, kind="statement"))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text, kind="statement") == []
