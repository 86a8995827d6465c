"""Roots and fractional powers as whole powers of one root."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "powers of one root"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("27^{-2/3} = \\frac19", "Shomei.rpow_of_pow_neg (t := 3) 3 2"),
    ("assume x > 0\n\\sqrt{x} \\sqrt[3]{x} = x^{5/6}", "exists_positive_root h1 6"),
    (
        "assume a \\ge 0, b \\ge 0, c \\ge 0\n\\frac{a + b + c}{3} \\ge \\sqrt[3]{a b c}",
        "t_1 * t_2",
    ),
]
LEAVES = [
    # the laws of square roots are for these
    "\\sqrt{2} > 1",
    "assume x > 0\n\\sqrt{x} \\sqrt{x} = x",
    "x^2 x^3 = x^5",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
