"""Bounds of a term by its square."""

from __future__ import annotations

import pytest

from tests.emitter.methods.offered import offered

NAME = "bounds by squares"

#: A derivation, and what stands in the script for its last step.
PROVES = [
    ("|p q + r s| \\le \\sqrt{p^2 + r^2} \\sqrt{q^2 + s^2}", "Shomei.abs_le_sqrt square"),
    ("5 \\sin t - 12 \\cos t \\le 13", "sq_nonneg _"),
    ("-2 \\le \\sin u - \\sqrt{3} \\cos u", "Real.mul_self_sqrt"),
    ("p \\sin t + q \\cos t \\ge -\\sqrt{p^2 + q^2}", "Real.sin_sq_add_cos_sq"),
    ("|\\sin(3 t) + \\cos(3 t)| \\le \\frac{3}{2}", "have rest"),
]
LEAVES = [
    "|p q + r s| \\le p^2 + r^2",
    "|p q + r s| \\le \\sqrt{p^2 + r^2} \\sqrt{p^2 + s^2}",
    "5 \\sin t - 12 \\cos t \\le 12",
    "-\\sqrt{3} \\le \\sin u - \\sqrt{3} \\cos u",
    "p \\sin t + q \\cos t \\ge \\sqrt{p^2 + q^2}",
    "p \\sin t + q \\cos u \\le \\sqrt{p^2 + q^2}",
]


@pytest.mark.parametrize(("text", "said"), PROVES)
def test_it_proves_what_it_is_for(text: str, said: str) -> None:
    assert any(said in script for script in offered(NAME, text))


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_alone_what_it_is_not_for(text: str) -> None:
    assert offered(NAME, text) == []
