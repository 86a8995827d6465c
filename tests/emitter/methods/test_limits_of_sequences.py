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
    ("assume |r| < 1\n\\lim_{n \\to \\infty} n^2 r^n = 0", "Shomei.tendsto_pow_mul_pow 2 h1"),
    (
        "assume |r| < 1\n\\sum_{k=1}^\\infty k r^{k-1} = \\frac{1}{(1 - r)^2}",
        "Shomei.tendsto_telescoping_shifted 1",
    ),
    (
        "assume |r| < 1\n\\sum_{k=0}^\\infty (-1)^k r^{2 k} = \\frac{1}{1 + r^2}",
        "Shomei.abs_neg_one_mul_lt_one (Shomei.abs_pow_lt_one (by decide) h1)",
    ),
    ("\\sum_{k=0}^\\infty \\frac{2^k + 3^k}{6^k} = \\frac{7}{2}", "Shomei.pow_of_quotient"),
    ("\\lim_{n \\to \\infty} \\frac{x^n}{n!} = 0", "Shomei.tendsto_pow_div_factorial"),
    ("\\sum_{k=0}^\\infty \\frac{x^k}{k!} = e^x", "Shomei.tendsto_exp_series (x)"),
    ("\\sum_{k=1}^\\infty \\frac{1}{k!} = e - 1", "Shomei.tendsto_series_without_first"),
    ("\\sum_{k=0}^\\infty k \\frac{t^k}{k!} e^{-t} = t", "Shomei.tendsto_series_with_first"),
    (
        "assume |r| < 1\n\\sum_{k=2}^\\infty k (k-1) r^{k-2} = \\frac{2}{(1 - r)^3}",
        "Shomei.tendsto_telescoping_shifted 2",
    ),
    (
        "assume r > 0\n\\sum_{j=1}^\\infty \\frac{R}{(1 + r)^j} = \\frac{R}{r}",
        "Shomei.abs_div_lt_one one_pos",
    ),
    ("assume x > 1\n\\sum_{k=0}^\\infty 2 x^{-k} = \\frac{2 x}{x - 1}", "Shomei.div_pow_eq"),
    (
        "let b_0 = 3, b_{n+1} = \\frac{b_n}{1 + b_n}\nb_n > 0   by induction on n\n"
        "b_n = \\frac{3}{3 n + 1}   by induction on n\n\\lim_{n \\to \\infty} n b_n = 1",
        "fun n near => by rw [(line_3",
    ),
    (
        "let a_1 = 1, a_{n+1} = \\frac{1}{2} a_n + 1\n"
        "a_n = 2 - (\\frac{1}{2})^{n-1}   by induction on n\n\\lim_{n \\to \\infty} a_n = 2",
        "Shomei.tendsto_of_shifted",
    ),
    (
        "\\lim_{n \\to \\infty} \\sum_{k=0}^{n-1} \\frac{1}{3^k} = \\frac{3}{2}",
        "tendsto_of_shifted",
    ),
]
LEAVES = [
    "let a_1 = 1, a_{n+1} = 2 a_n\n\\lim_{n \\to \\infty} a_n = 0",
    "assume r > 0\n\\sum_{j=1}^\\infty R (1 + r)^j = \\frac{R}{r}",
    "assume x > 0\n\\sum_{k=0}^\\infty x^{-k} = \\frac{x}{x - 1}",
    "\\lim_{x \\to \\infty} \\frac{1}{x} = 0",
    "\\sum_{k=0}^\\infty 2^k = -1",
    "\\lim_{n \\to \\infty} (-1)^n = 0",
    "\\lim_{n \\to \\infty} n q^n = 0",
    "\\sum_{k=1}^\\infty k q^{k-1} = \\frac{1}{(1 - q)^2}",
    "\\sum_{k=2}^\\infty \\frac{x^k}{k!} = e^x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
