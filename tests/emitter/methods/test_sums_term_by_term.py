"""Sums whose terms are equal."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "sums term by term"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k (k + 1) = \\sum_{k=1}^{n} (k^2 + k)",
        "refine Shomei.sum_Icc_congr ?_",
    ),
]
LEAVES = [
    "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k = \\sum_{k=1}^{n} (k + 1)",
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
