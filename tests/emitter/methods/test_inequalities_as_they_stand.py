"""Inequalities that a law states as they stand."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "inequalities as they stand"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume s < 1\ne^s \\le \\frac{1}{1 - s}", "exact Shomei.exp_le_one_div_one_sub"),
    ("||x| - |y|| \\le |x - y|", "exact abs_abs_sub_abs_le_abs_sub x y"),
    ("|x - y| \\ge ||x| - |y||", "exact abs_abs_sub_abs_le_abs_sub x y"),
]
LEAVES = [
    "assume s < 2\ne^s \\le \\frac{1}{1 - s}",
    "||x| - |y|| \\ge |x - y|",
    "||x| - |y|| < |x - y|",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
