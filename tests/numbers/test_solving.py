"""The variables that the equalities of a context determine."""

from __future__ import annotations

from shomei.numbers.solving import solved_variables
from shomei.obligations.build import build
from shomei.parser import parse


def test_a_derivative_by_a_letter_that_another_equation_determines() -> None:
    text = "assume x = 2\nassume y^2 \\frac{d}{dx}(x^2 y^2) = x y\nx + y = y + x\n"
    (step,) = build(parse(text, "a.txt")).obligations
    assert set(solved_variables(step.context.hypotheses, {"x": "R", "y": "R"})) == {"x"}
