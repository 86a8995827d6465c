"""Values by the cited values of parts."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "cited parts"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    (
        (
            "formula (1): \\lim_{h \\to 0} \\frac{\\sin h}{h} = 1\n\\lim_{h \\to 0} (x \\cdot "
            "\\frac{\\sin h}{h}) = x   by (1)"
        ),
        "have cited1 : Tendsto (fun h : ℝ => Real.sin h / h)",
    ),
    (
        (
            "assume x > 0\ndefine f(x) = \\sqrt{x}\nf'(x) = \\frac{1}{2 \\sqrt{x}} \\tag{1}\n"
            "\\frac{d}{dx} (6 \\sqrt{x}) = \\frac{3}{\\sqrt{x}}   by (1)"
        ),
        "have cited1 : HasDerivAt (fun x : ℝ => Real.sqrt x)",
    ),
]
LEAVES = [
    (
        "formula (1): \\lim_{h \\to 0} \\frac{\\sin h}{h} = 1\n\\lim_{h \\to 0} (x \\cdot h) = 0 "
        "  by (1)"
    ),
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
