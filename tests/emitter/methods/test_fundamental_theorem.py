"""Integrals by antiderivatives."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "fundamental theorem"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\int_0^1 x^2 \\, dx = \\frac{1}{3}", "Shomei.integral_of_derivative"),
    ("\\int_1^e \\frac{1}{x} \\, dx = 1", "rw [integral1]"),
    # the root needs `1 - x^2 \ge 0`, which the bounds give by their product
    ("\\int_0^1 x \\sqrt{1 - x^2} \\, dx = \\frac{1}{3}", "have part0"),
    ("\\int_4^0 \\sqrt{x} \\, dx = -\\frac{16}{3}", "intervalIntegral.integral_symm"),
    (
        "\\int_0^1 x \\sqrt{1 - x^2} \\, dx = \\int_1^0 \\sqrt{u} (-\\frac{1}{2}) \\, du",
        "rw [integral1, integral2]",
    ),
    # Lean computes a power at the bound e as `Real.exp 1 ^ 2`
    ("\\int_0^e x^2 \\, dx = \\frac{e^3}{3}", "Real.exp_nat_mul"),
    ("\\int_1^e \\frac{1}{x^3} \\, dx = \\frac{1 - e^{-2}}{2}", "Real.exp_nat_mul"),
    ("\\int_1^e 5 x^{\\frac{3}{2}} \\, dx = 2 e^{\\frac{5}{2}} - 2", "Real.exp_one_rpow"),
    ("\\int_1^{e^2} x \\, dx = \\frac{e^4 - 1}{2}", "Real.exp 2 ^ (2 : ℕ)"),
    ("\\int_0^4 \\sqrt{x} \\, dx = \\frac{16}{3}", "integral_of_derivative_between"),
]
LEAVES = [
    "\\int_0^1 e^{-x^2} \\, dx = 1",
    "x + x = 2 x",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
