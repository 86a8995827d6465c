"""Sums with binomial coefficients."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "binomial sums"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\sum_{k=0}^{n} \\binom{n}{k} = 2^n", "Shomei.binomial_theorem"),
    ("\\sum_{k=0}^{n} \\binom{n}{k} x^k = (1 + x)^n", "Shomei.binomial_theorem"),
    ("\\sum_{k=0}^{n} k \\binom{n}{k} p^k (1 - p)^{n-k} = n p", "Shomei.binomial_mean"),
    (
        "\\sum_{k=0}^{n} k^2 \\binom{n}{k} p^k (1 - p)^{n-k} = n p (1 - p) + n^2 p^2",
        "Shomei.binomial_square",
    ),
]
LEAVES = [
    "\\sum_{k=1}^{n} \\binom{n}{k} = 2^n - 1",
    "\\sum_{k=0}^{n} \\binom{m}{k} x^k = (1 + x)^n",
    "\\sum_{k=0}^{n} k^3 \\binom{n}{k} = n 2^n",
    "\\sum_{k=0}^{n} x^k = (1 + x)^n",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
