"""Derivatives by the form of the differentiated function."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "rules of differentiation"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\frac{d}{dx} (x \\sin x) = \\sin x + x \\cos x", "Shomei.hasDerivAt_mul"),
    ("\\frac{d^2}{dx^2} (x^3) = 6 x", "Filter.Eventually.mono"),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 2\n\\frac{d}{dx} \\sin^{n-1} x = "
        "(n - 1) \\sin^{n-2} x \\cos x",
        "Shomei.cast_sub",
    ),
    # the bounds of x come before the proof that the denominator is not 0
    (
        "assume |x| < 1\n\\frac{d}{dx} \\frac{x^2}{1 - x} = \\frac{2 x (1 - x) + x^2}{(1 - x)^2}",
        "have side1",
    ),
    ("assume |x| < 2\n\\frac{d}{dx} \\log(2 - x) = \\frac{1}{x - 2}", "have side1"),
]
LEAVES = [
    "\\frac{d}{dx} |x| = 1",
    "\\lim_{x \\to 0} x = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
