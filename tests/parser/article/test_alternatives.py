"""`x = 1 or x = 2` is one statement, and never both or either of its parts."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.terms.nodes import Connective, Statement


def claimed(text: str) -> Statement:
    """What the last step of an article claims, without its premises."""
    goal = build(parse(text, "a.md")).obligations[-1].goal
    while isinstance(goal, Connective) and goal.operator == "implies":
        goal = goal.right
    return goal


@pytest.mark.parametrize(
    "text",
    [
        "We have $x^2 = 4$, so $x = 2$ or $x = -2$.",
        "We have $x^2 = 4$, so either $x = 2$ or $x = -2$.",
        "We have $x (x - 1) (x - 2) = 0$, so $x = 0$, $x = 1$ or $x = 2$.",
        "We have $a b = 0$. Hence $a = 0$ or $b = 0$.",
        "$x^2 = 4$ より $x = 2$ または $x = -2$ を得る。",
        "$x^2 = 4$ となり、$x = 2$ あるいは $x = -2$ を得る。",
    ],
)
def test_alternatives_are_one_claim(text: str) -> None:
    claim = claimed(text)
    assert isinstance(claim, Connective)
    assert claim.operator == "or"


@pytest.mark.parametrize(
    "text",
    [
        "We have $2 x = 4$, or $x = 2$.",
        "We have $x = 2 y$ or $y = 3 x$.",
        "We have $x = 2$ or rather $x = 3$.",
        "We have $x + 1 = 3$ or $y$.",
    ],
)
def test_what_is_no_alternative(text: str) -> None:
    claim = claimed(text)
    assert not (isinstance(claim, Connective) and claim.operator == "or")
