"""Limits by the form of their body."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "limits of the parts"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\lim_{x \\to 1} (x + 1) = 2", "Shomei.tendsto_add"),
    ("\\lim_{t \\to 0} \\frac{\\sin t}{t} = 1", "Shomei.tendsto_sin_div"),
    ("\\lim_{x \\to \\infty} (\\sqrt{x^2 + 3x} - \\sqrt{x^2 + x}) = 1", "root1"),
    (
        "\\lim_{x \\to -\\infty} (\\sqrt{x^2 + 6x} + \\frac{x^3 + x^2}{x^2 + 1}) = -2",
        "positive : 0 < -x",
    ),
    ("\\lim_{x \\to \\infty} \\sqrt{x} (\\sqrt{x + 1} - \\sqrt{x}) = \\frac{1}{2}", "scale :"),
    ("\\lim_{x \\to \\infty} (\\sqrt{x^2 + ax} - \\sqrt{x^2 + bx}) = \\frac{a - b}{2}", "root1"),
    ("\\lim_{x \\to \\infty} \\frac{|\\log x + 1|}{\\log x} = 1", "abs_of_pos sign"),
    ("\\lim_{x \\to -\\infty} \\frac{\\sqrt{x^2 + 1} + |x|}{x} = -2", "abs_of_neg sign"),
    (
        "\\lim_{n \\to \\infty} n \\ln (1 + \\frac{a}{n}) = a",
        "Shomei.tendsto_log_one_add_mul",
    ),
    (
        "\\lim_{x \\to \\infty} (x + 1) \\log \\frac{x - 3}{x} = -3",
        "Shomei.tendsto_log_one_add_mul",
    ),
]
LEAVES = [
    "\\lim_{x \\to \\infty} x \\log (2 + \\frac{1}{x}) = 1",
    "\\lim_{x \\to \\infty} x^2 \\log (1 + \\frac{1}{x}) = 1",
    "\\lim_{x \\to 0} x \\log (1 + \\frac{2}{x}) = 2",
    "\\lim_{x \\to 0} \\frac{|x|}{x} = 1",
    "\\lim_{x \\to -\\infty} \\frac{|x| + 1}{x} = 1",
    "\\lim_{x \\to 1} \\frac{x^2 - 1}{x - 1} = 2",
    "\\lim_{x \\to 0} \\sin \\frac{1}{x} = 0",
    "\\lim_{x \\to \\infty} (\\sqrt{x^2 + x} - x) = 1",
    "\\lim_{x \\to -\\infty} (\\sqrt{x^2 + x} - x) = \\frac{1}{2}",
    "\\lim_{x \\to \\infty} (\\sqrt{x^2 + \\sin x} - x) = 0",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
