"""Integration by parts, of declared functions and others."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "integration by parts"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} continuously differentiable\n"
        "\\int_0^1 f'(x) g(x) dx = f(1) g(1) - f(0) g(0) - \\int_0^1 f(x) g'(x) dx",
        "intervalIntegral.integral_add",
    ),
]
LEAVES = [
    "\\int_0^1 x dx = \\frac12",
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
