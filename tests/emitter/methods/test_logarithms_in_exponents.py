"""Powers with a logarithm in the exponent."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "logarithms in exponents"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("assume x > 0\n5^{\\log_5 x + 2} = 25 x", "= (x : ℝ) ^ 1 * (5 : ℝ) ^ 2"),
    ("assume x > 0\n8^{\\log_2 x} = x^3", "mul_log_of_pow (a := (2 : ℝ)) (b := (8 : ℝ)) 3 1"),
    ("assume x > 0\n2^{1 - \\log_2 x} = \\frac{2}{x}", "Shomei.rpow_logb"),
]
LEAVES = [
    "assume x > 0\n5^{\\log_7 x} = x",
    "assume x > 0\n5^{x + 1} = 5 \\cdot 5^x",
    "2^{\\log_2 8} = 8",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
