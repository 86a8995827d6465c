"""Limits after a change of variable."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "change of variable"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "assume x > 0\n\\lim_{h \\to 0} \\frac{\\sin (2 h)}{2 h} = \\lim_{t \\to 0} "
            "\\frac{\\sin t}{t}   by substitution t = 2 h"
        ),
        "refine Shomei.tendsto_substitution there back ?_ ?_",
    ),
]
LEAVES = [
    (
        "\\lim_{h \\to 0} \\frac{\\sin (h^2)}{h^2} = \\lim_{t \\to 0} \\frac{\\sin t}{t}   by "
        "substitution t = h^2"
    ),
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
