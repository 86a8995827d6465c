"""Integrals of odd and even functions over ranges around 0."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "symmetric integrals"
ODD = "let f \\colon \\mathbb{R} \\to \\mathbb{R} odd and continuous\n"
EVEN = "let f \\colon \\mathbb{R} \\to \\mathbb{R} even and continuous\n"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\int_{-a}^{a} \\frac{\\sin x}{1 + x^2} \\, dx = 0", "Shomei.integral_odd"),
    (
        "\\int_{-1}^{1} e^{-x^2} \\, dx = 2 \\int_0^1 e^{-x^2} \\, dx",
        "Shomei.integral_even",
    ),
    (f"{ODD}\\int_{{-a}}^{{a}} f(x) \\, dx = 0", "Shomei.integral_odd"),
    (f"{EVEN}\\int_{{-a}}^{{a}} f(x) \\, dx = 2 \\int_0^a f(x) \\, dx", "Shomei.integral_even"),
]
LEAVES = [
    "\\int_0^a \\sin x \\, dx = 0",
    "\\int_{-1}^{1} (x^3 + 1) e^{-x^2} \\, dx = 0",
    "\\int_{-1}^{1} x \\sqrt{1 - x^2} \\, dx = 0",
    "let f \\colon \\mathbb{R} \\to \\mathbb{R} odd\n\\int_{-a}^{a} f(x) \\, dx = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
