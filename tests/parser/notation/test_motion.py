"""Letters that the text writes dots over move with the time."""

from __future__ import annotations

import pytest

from tests.verdicts.test_doubt import verdicts

MOVES = [
    "We differentiate:\n\n$$ \\frac{d}{dt} (x - r) = 0 $$\n\n$$ \\dot{x} = 1 $$",
    "We have\n\n$$ \\frac{\\mathrm d}{\\mathrm d t} \\theta^2 = 0 $$\n\nand $\\ddot \\theta = 2$.",
    "We have\n\n$$ \\frac{d (x_1 - x_2)}{dt} = 0 $$\n\nand $\\dot x_1 = \\dot x_2$.",
]


@pytest.mark.parametrize("text", MOVES)
def test_their_derivative_is_not_0(text: str) -> None:
    assert (3, "verified") not in verdicts(text)


RESTS = [
    "We have\n\n$$ \\frac{d}{dt} t^2 = 2 t $$\n\nand $\\dot{x} = 1$.",
    "We have\n\n$$ \\frac{d}{dt} (a t) = a $$\n\nand $\\dot{x} = 1$.",
    "We have\n\n$$ \\frac{\\partial}{\\partial x} (x^2 y) = 2 x y $$\n\nand $\\dot{x} = 1$.",
]


@pytest.mark.parametrize("text", RESTS)
def test_others_are_differentiated(text: str) -> None:
    assert (3, "verified") in verdicts(text)
