"""Statements about derivatives."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "values of the derivatives"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("define f(x) = x^2 - 2 x\nf'(x) = 0 \\iff x = 1", "refine ⟨(2 * x ^ (1 : ℕ) * 1 - 2 * 1), "),
    ("define f(x) = x^3\nf''(x) = 0 \\iff f'(x) = 0", "Filter.Eventually.mono"),
    ("assume x > 0\nx > 1 \\Rightarrow \\frac{d}{dx} (x - \\log x) > 0", "show ((1 : ℝ) < x) →"),
]
LEAVES = [
    "define f(x) = |x|\nf'(x) = 0 \\iff x \\neq x",
    "x^2 = 0 \\iff x = 0",
    "define f(x) = x^2\n\\frac{1}{f'(x)} > 0 \\iff x > 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
