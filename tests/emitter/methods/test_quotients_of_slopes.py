"""Limits of quotients whose terms both vanish at the point, by their slopes there."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "quotients of slopes"
_LEMMA = "Shomei.tendsto_div_of_hasDerivAt"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("\\lim_{x \\to 0} \\frac{e^{2 x} - e^x}{x} = 1", _LEMMA),
    ("\\lim_{x \\to 1} \\frac{\\log x}{x^2 - 1} = \\frac{1}{2}", _LEMMA),
    ("\\lim_{x \\to 0^+} \\frac{\\sqrt{1 + x} - 1}{\\log (1 + x)} = \\frac{1}{2}", "of_punctured"),
    ("\\lim_{x \\to 0^-} \\frac{\\sin (3 x)}{\\sin (5 x)} = \\frac{3}{5}", "of_punctured"),
    ("assume r > 0\n\\lim_{h \\to 0} \\frac{r^{t + h} - r^t}{h} = r^t \\log r", _LEMMA),
    ("\\lim_{x \\to 0} \\frac{\\arctan x}{x} \\cos (a x) = 1", _LEMMA),
]
#: By derivatives near the point, and the lemma for the form.
NEAR = [
    ("\\lim_{x \\to 0} \\frac{x - \\sin x}{x^3} = \\frac{1}{6}", "tendsto_div_of_deriv "),
    (
        "\\lim_{x \\to \\infty} \\frac{\\log (1 + e^x)}{x} = 1",
        "tendsto_div_of_deriv_atTop ",
    ),
    (
        "\\lim_{x \\to 0} \\frac{e^x - e^{-x} - 2 x}{x - \\sin x} = 2",
        "eventually_ne_zero_of_deriv ",
    ),
]
LEAVES = [
    # the numerator does not vanish, the denominator has a flat zero
    "\\lim_{x \\to 0} \\frac{\\cos x}{x} = 1",
    "\\lim_{x \\to 0} \\frac{\\sin (3 x)}{1 - \\cos x} = 0",
    # a value that the slopes do not have
    "\\lim_{x \\to 0} \\frac{e^{2 x} - e^x}{x} = 2",
    "\\lim_{x \\to 0} \\frac{\\sin (3 x)}{\\sin (5 x)} = \\frac{3}{4}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(_LEMMA in script and said in script for script in offered(NAME, text))


@pytest.mark.parametrize(("text", "lemma"), NEAR)
def test_it_takes_the_rule_again_and_again(text: str, lemma: str) -> None:
    assert any(f"Shomei.{lemma}" in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
