"""Sums by their terms."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "terms of the sum"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\sum_{k=1}^{3} k = 6", "Shomei.sum_Icc_succ"),
    (
        "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n + 1} k = \\sum_{k=1}^{n} k + n + 1",
        "Shomei.sum_Icc_succ",
    ),
]
LEAVES = [
    "let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} k = \\frac{n (n + 1)}{2}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
