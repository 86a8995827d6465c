"""Inequalities between numbers, by bounds."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "bounds of numbers"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\pi > 3.14159265358979", "Shomei.lt_pi_of_cos"),
    ("e > 2.718281828459", "Shomei.le_exp_of_squares"),
    ("\\sqrt{2} - 1 > 0", "Real.sqrt_sq"),
    ("\\sqrt[3]{2} < 1.26", "Shomei.root_le"),
    ("\\log 2 < 0.6932", "Real.log_le_iff_le_exp"),
    ("2^{0.5} < \\frac{3}{2}", "Real.rpow_def_of_pos"),
    ("\\sin 2 > 0.9", "Real.sin_two_mul"),
    ("\\cos (-3) < -0.98", "Real.cos_neg"),
    ("\\tan 1 > 1.557", "Real.tan_eq_sin_div_cos"),
    ("\\frac{1}{1 - \\sqrt{3}} < -1.36", "neg_div_neg_eq"),
    ("|1 - \\sqrt{3}| \\ne 1", "abs_of_nonpos"),
    ("\\tanh 1 < 0.762", "Real.tanh_eq_sinh_div_cosh"),
    ("e^{\\pi} > \\pi^{e}", "Real.exp_le_exp"),
]
LEAVES = [
    "\\pi > 3.2",
    "\\pi = 3",
    "2 < 3",
    "\\sqrt{x} < 3",
    "\\sqrt{4} < 2",
    "\\log (1 - \\sqrt{2}) < 1",
    "e^{10^{9}} > 1",
    "\\sqrt{2}^{2} \\ne 2",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
