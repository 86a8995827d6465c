"""An inequality by the sign of the derivative of the difference of its sides."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "sign of the derivative"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume 0 < x < \\frac{\\pi}{2}\nx < \\tan x", "Shomei.pos_of_deriv_right"),
    ("assume x > 0\nx \\log x \\ge -\\frac{1}{e}", "rcases le_total (1 / Real.exp 1 : ℝ) x"),
    ("assume x < 1\ne^x < e + x - 1 + (1 - x)", "Shomei.pos_of_deriv_left"),
    (
        "assume 0 < x < \\frac{\\pi}{2}\n\\cos x < \\frac{\\sin x}{x}",
        "exact (lt_div_iff₀",
    ),
    (
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} differentiable\n"
        "assume f'(x) > 0 for all x\nassume a < b\nf(a) < f(b)",
        "Shomei.pos_of_deriv_right",
    ),
]
LEAVES = [
    "x < \\tan x",
    "assume x > 0\nx = \\tan x",
    "assume x > 0\n\\frac{\\sin x}{x} < \\cos x",
    "\\cos x < \\frac{\\sin x}{x}",
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} continuous\nassume a < b\nf(a) < f(b)",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
