"""Laws that are tried when nothing else proves a step."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "further laws"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\sin 3t = 3 \\sin t - 4 \\sin^3 t", "Real.sin_three_mul t"),
    ("assume x > 0\n\\log (1 + x) < x", "Real.log_lt_sub_one_of_pos"),
    ("assume x > 0\ne^x > 1 + x", "Real.add_one_lt_exp"),
]
LEAVES = [
    "assume x > 0\n\\log (1 + x) \\le x",
    "e^x > 1 + x",
    "\\sin 2t = 2 \\sin t \\cos t",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
