"""Induction: from each number to the next."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "induction"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("let n \\in \\mathbb{N}\n2^n \\ge n + 1", "refine Shomei.nat_induction 0 ?_ ?_"),
    (
        "let n \\in \\mathbb{N}\nr \\sum_{k=0}^{n} r^k = \\sum_{k=1}^{n+1} r^k",
        "have sum2_1 : (∑ k ∈ Finset.Icc (1 : ℕ) 1,",
    ),
    ("let n \\in \\mathbb{N}\nassume n \\ge 2\n2^n \\ge 4", "refine Shomei.nat_induction 2 ?_ ?_"),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 2\n"
        "\\sum_{k=2}^{n} \\frac{1}{k (k - 1)} = 1 - \\frac{1}{n}",
        "refine Shomei.nat_induction 2 ?_ ?_",
    ),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 1\n"
        "\\sum_{k=1}^{n} \\frac{1}{k^2} \\le 2 - \\frac{1}{n}",
        "have grown :",
    ),
    ("let n \\in \\mathbb{N}\n\\sum_{k=1}^{n} \\sqrt{k} \\ge \\frac{2}{3} n \\sqrt{n}", "hint3"),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 1, q \\neq 1\n"
        "\\sum_{k=1}^{n} a q^{k-1} = \\frac{a (1 - q^n)}{1 - q}",
        "a * q ^ (n : ℕ) := by",
    ),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 1\n\\sum_{k=0}^{n-1} 2^k = 2^n - 1",
        "Nat.sub_add_cancel (by omega : 1 ≤ n)",
    ),
    ("let n \\in \\mathbb{N}\nassume n \\ge 10\n2^n > n^3", "pow_nonneg above 3"),
    ("let n \\in \\mathbb{N}\nassume n \\ge 4\nn! > 2^n", "Shomei.factorial_succ (n)"),
    (
        "let n \\in \\mathbb{N}\nassume n \\ge 2, x > -1, x \\neq 0\n(1 + x)^n > 1 + n x",
        "mul_pos ahead",
    ),
]
LEAVES = [
    "x + x = 2 x",
    "let n \\in \\mathbb{N}\nx + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
