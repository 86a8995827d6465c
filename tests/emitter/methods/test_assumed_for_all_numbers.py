"""Derivatives of functions that a hypothesis for all numbers puts in the place of others."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "assumed for all numbers"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} even and differentiable\n"
        "\\frac{d}{dx} f(-x) = f'(x)",
        "Shomei.hasDerivAt_of_same",
    ),
    (
        "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
        "assume f(g(x)) = x for all x\n\\frac{d}{dx} f(g(x)) = \\frac{d}{dx} x",
        "Shomei.hasDerivAt_congr",
    ),
]
LEAVES = [
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n\\frac{d}{dx} f(-x) = f'(x)",
    "\\frac{d}{dx} x^2 = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
