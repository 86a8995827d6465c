"""Limits of integrals by antiderivatives."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "improper integrals"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\int_0^{\\infty} e^{-x} \\, dx = 1", "have integrated"),
    ("\\int_{-\\infty}^0 e^x \\, dx = 1", "have integrated"),
]
LEAVES = [
    "\\int_0^{\\infty} e^{-x^2} \\, dx = 1",
    "\\lim_{x \\to 0} x = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
