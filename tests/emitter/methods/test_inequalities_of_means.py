"""Inequalities between sums over one range."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "inequalities of means"

_WEIGHTS = "assume p_i \\ge 0 for all i\nassume \\sum_{i=1}^n p_i = 1\n"
_TWO = (
    "assume p_i > 0 for all i\nassume q_i > 0 for all i\n"
    "assume \\sum_{i=1}^n p_i = 1\nassume \\sum_{i=1}^n q_i = 1\n"
)
#: A derivation, and what stands in the script for its last step.
PROVES = [
    (f"{_WEIGHTS}e^{{\\sum_{{i=1}}^n p_i x_i}} \\le \\sum_{{i=1}}^n p_i e^{{x_i}}", "jensen_exp"),
    (f"{_TWO}\\sum_{{i=1}}^n p_i \\log\\frac{{p_i}}{{q_i}} \\ge 0", "gibbs_quotients"),
    (f"{_TWO}-\\sum_{{i=1}}^n p_i \\log p_i \\le \\log n", "entropy_le"),
    (
        "assume n \\ge 1\nassume a_i > 0 for all i\n"
        "\\frac1n \\sum_{i=1}^n a_i \\ge \\left(\\prod_{i=1}^n a_i\\right)^{1/n}",
        "geometric_le_arithmetic",
    ),
    (
        "\\left|\\sum_{i=1}^n x_i y_i\\right| "
        "\\le \\sqrt{\\sum_{i=1}^n x_i^2} \\sqrt{\\sum_{i=1}^n y_i^2}",
        "abs_cauchy",
    ),
]
LEAVES = [
    # the weights may be negative
    "assume \\sum_{i=1}^n p_i = 1\n"
    "e^{\\sum_{i=1}^n p_i x_i} \\le \\sum_{i=1}^n p_i e^{x_i} + \\sum_{i=1}^n x_i^4",
    # they may add up to something else
    "assume p_i \\ge 0 for all i\n\\log \\sum_{i=1}^n p_i x_i^2 \\ge \\sum_{i=1}^n p_i \\log x_i^2",
    "x^2 \\ge 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
