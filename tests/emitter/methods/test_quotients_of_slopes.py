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
LEAVES = [
    # the numerator does not vanish, the denominator has a flat zero, there is no slope at infinity
    "\\lim_{x \\to 0} \\frac{\\cos x}{x} = 1",
    "\\lim_{x \\to 0} \\frac{\\sin (3 x)}{1 - \\cos x} = 0",
    "\\lim_{x \\to \\infty} \\frac{\\arctan x}{x} = 0",
    # a value that the slopes do not have
    "\\lim_{x \\to 0} \\frac{e^{2 x} - e^x}{x} = 2",
    "\\lim_{x \\to 0} \\frac{\\sin (3 x)}{\\sin (5 x)} = \\frac{3}{4}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(_LEMMA in script and said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
