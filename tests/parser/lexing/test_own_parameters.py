"""Functions of several variables that stand without arguments."""

from __future__ import annotations

import pytest

from tests.parser.article.test_understanding import counts

GIVEN = "Let $u(x, y) = x^2 y$. "
READ = [
    "We have $x \\frac{\\partial u}{\\partial x} = 2 u$.",
    "We have $\\frac{\\partial u}{\\partial y} = \\frac{u}{y}$.",
    "We have $u + x = x^2 y + x$.",
]
NOT_READ = [
    # nothing is said of what it is a function of
    "We have $2 u - u = 7$.",
    # the letter is bound, so it is not clear at which one it is taken
    "We have $\\sum_{x=1}^{2} (u + x) = 5 y + 3$.",
]


@pytest.mark.parametrize("text", READ)
def test_at_the_letters_of_the_definition(text: str) -> None:
    assert any("u" in each for each in counts(GIVEN + text))


@pytest.mark.parametrize("text", NOT_READ)
def test_where_the_formula_does_not_say_it(text: str) -> None:
    assert not counts(GIVEN + text)
