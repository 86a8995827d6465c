"""Statements about inequalities with square roots."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "roots in a statement"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x \\ge -2\n\\sqrt{x + 2} > x \\iff x < 2", "Shomei.lt_sqrt_iff"),
    ("assume x \\ge -2\n\\sqrt{x + 2} \\le 3 \\iff x \\le 7", "Shomei.sqrt_le_iff"),
    ("\\sqrt{x^2} = x \\iff x \\ge 0", "Shomei.sqrt_eq_iff"),
    ("assume x^2 \\ge 7\nx + \\sqrt{x^2 - 7} > 0 \\iff x \\ge \\sqrt{7}", "have flat0"),
]
LEAVES = [
    "x^2 < 1 \\iff -1 < x \\land x < 1",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
