"""Linearity of integrals, and ranges that are put together."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "linearity of integrals"
_CONTINUOUS = "let f, g \\colon \\mathbb{R} \\to \\mathbb{R} continuous\n"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        f"{_CONTINUOUS}\\int_a^b (c f(x) - 2 g(x) + 1) dx = "
        "c \\int_a^b f(x) dx - 2 \\int_a^b g(t) dt + b - a",
        "intervalIntegral.integral_add",
    ),
    (
        f"{_CONTINUOUS}\\int_a^b f(x) dx - \\int_c^b f(x) dx = \\int_a^c f(x) dx",
        "intervalIntegral.integral_symm",
    ),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 2\n\\int_0^1 (1 - \\sin^2 x) \\sin^{n-2} x dx = "
        "\\int_0^1 \\sin^{n-2} x dx - \\int_0^1 \\sin^n x dx",
        "pow_add",
    ),
]
LEAVES = [
    "let f \\colon \\mathbb{R} \\to \\mathbb{R}\n\\int_a^b 3 f(x) dx + \\int_a^b f(x) dx = 1",
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert not any("integral_add" in script for script in offered(NAME, text))
