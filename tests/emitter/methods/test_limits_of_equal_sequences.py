"""Limits of sequences that a step before states to be equal."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "limits of equal sequences"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "\\sum_{k=1}^n \\frac{1}{k (k+1)} = \\frac{n}{n+1}\n"
        "\\lim_{n \\to \\infty} \\sum_{k=1}^n \\frac{1}{k (k+1)} = "
        "\\lim_{n \\to \\infty} \\frac{n}{n+1}",
        "exact (line_1 n)",
    ),
]
LEAVES = [
    "\\lim_{x \\to \\infty} \\frac{x}{x + 1} = \\lim_{x \\to \\infty} \\frac{x + 1}{x + 2}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
