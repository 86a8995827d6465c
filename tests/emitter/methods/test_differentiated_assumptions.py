"""Equations that follow from hypotheses for all numbers by differentiating them."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "differentiated assumptions"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} even and differentiable\nf'(-x) = -f'(x)",
        "HasDerivAt.unique",
    ),
    (
        "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
        "assume f(g(x)) = x for all x\nassume f'(x) \\neq 0 for all x\n"
        "g'(x) = \\frac{1}{f'(g(x))}",
        "HasDerivAt.unique",
    ),
]
LEAVES = [
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\nf'(-x) = -f'(x)",
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} even\nf(-x) = f(x)",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
