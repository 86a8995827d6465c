"""Sums of sums and multiples."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "linearity of the sum"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} 2 k = 2 \\sum_{k=1}^{n} k", "Finset.mul_sum"),
]
LEAVES = [
    "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k = \\sum_{j=1}^{n} j",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
