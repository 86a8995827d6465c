"""Limits of sequences and series."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "limits of sequences"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "assume |r| < 1\n\\lim_{n \\to \\infty} r^n = 0",
        "exact (Shomei.tendsto_pow_natural h1)",
    ),
    (
        "\\sum_{k=1}^\\infty \\frac{3}{4^k} = 1",
        "Shomei.tendsto_geometric 1 (3 : ℝ)",
    ),
    (
        "\\sum_{k=1}^n \\frac{1}{k (k+1)} = \\frac{n}{n+1}\n"
        "\\sum_{k=1}^\\infty \\frac{1}{k (k+1)} = 1",
        "fun N near => (line_1 N)",
    ),
]
LEAVES = [
    "\\lim_{x \\to \\infty} \\frac{1}{x} = 0",
    "\\sum_{k=0}^\\infty 2^k = -1",
    "\\lim_{n \\to \\infty} (-1)^n = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
