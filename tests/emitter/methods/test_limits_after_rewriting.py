"""Limits after rewriting the body."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "limits after rewriting"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\lim_{x \\to 1} \\frac{x^2 - 1}{x - 1} = 2", "have rewritten : ∀ᶠ x in"),
    ("\\lim_{x \\to \\infty} \\frac{8^{\\log_2 x - 1}}{x^3} = \\frac{1}{8}", "Shomei.rpow_logb"),
    ("\\lim_{x \\to \\infty} \\frac{e^{2 \\log x}}{x^2 + 1} = 1", "have rewritten : ∀ᶠ x in"),
]
LEAVES = [
    "\\lim_{x \\to 1} (x + 1) = 2",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
