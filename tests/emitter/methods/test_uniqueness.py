"""Two numbers that are values of the same limit or derivative."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "uniqueness of values"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
        "assume f(g(x)) = x for all x\n"
        "\\frac{d}{dx} f(g(x)) = f'(g(x)) g'(x)\n\\frac{d}{dx} f(g(x)) = 1\n"
        "f'(g(x)) g'(x) = 1",
        "HasDerivAt.unique",
    ),
    (
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
        "f'(x) = \\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h}\n  = f'(x)",
        "Shomei.limit_unique_punctured",
    ),
]
LEAVES = [
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
    "\\lim_{h \\to 0} f(h) = f(0)\nf(0) = 1",
    "x = x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
