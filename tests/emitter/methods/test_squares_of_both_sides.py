"""An equation by the squares of its sides."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "squares of both sides"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\cos \\frac{\\pi}{8} = \\frac{\\sqrt{2 + \\sqrt 2}}{2}", "congrArg Real.sqrt square"),
    ("\\tan \\frac{3 \\pi}{8} = 1 + \\sqrt 2", "congrArg Real.sqrt square"),
    ("\\cos \\frac{\\pi}{12} = \\frac{\\sqrt{2 + \\sqrt 3}}{2}", "congrArg Real.sqrt square"),
]
LEAVES = [
    "\\cos \\frac{5 \\pi}{8} = \\frac{\\sqrt{2 - \\sqrt 2}}{2}",
    "\\cos \\frac{\\pi}{8} = \\frac{\\sqrt{2 - \\sqrt 2}}{2}",
    "\\cos \\frac{\\pi}{8} \\le \\frac{\\sqrt{2 + \\sqrt 2}}{2}",
    "\\sin \\frac{\\pi}{4} = \\cos \\frac{\\pi}{4}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
