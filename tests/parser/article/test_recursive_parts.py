"""How long a sequence that is given by a recursion is known, and what its index is."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse

GIVEN = "# First\n\nLet $a_1 = 3$ and $a_{n+1} = 2 a_n$.\n\n"


def steps(text: str) -> tuple[Obligation, ...]:
    return build(parse(text, "a.md")).obligations


def test_a_sequence_is_known_in_the_sections_below() -> None:
    (step,) = steps(GIVEN + "# Second\n\nWe have $a_2 = 6$.\n")
    assert len(step.context.hypotheses) == 2
    assert not step.doubts


def test_another_recursion_displaces_it() -> None:
    text = GIVEN + "# Second\n\nLet $a_1 = 1$ and $a_{n+1} = a_n + 5$. We have $a_2 = 6$.\n"
    (step,) = steps(text)
    assert len(step.context.hypotheses) == 2


def test_in_another_section_a_bare_formula_may_give_another_sequence() -> None:
    (step,) = steps(GIVEN + "# Second\n\nHere is more.\n\n$$ a_n = n^2 $$\n")
    assert step.tentative


@pytest.mark.parametrize("said", ["for all $n$", "for every $n$", "for any $n$"])
def test_an_index_of_which_all_values_are_meant_is_a_natural_number(said: str) -> None:
    *_, step = steps(GIVEN + f"We have $a_n > 0$ {said}. It follows that $a_n + 1 > 1$.\n")
    assert [(each.name, each.domain) for each in step.context.variables] == [("n", "N")]


@pytest.mark.parametrize(
    "text",
    [
        "Its terms obey\n\n$$ x_{n+1} = 2 x_n + 1 $$\n\nunless told otherwise.\n\n",
        "It may be that $x_{n+1} = 2 x_n + 1$.\n\n",
    ],
)
def test_a_recursion_that_is_not_understood_leaves_no_alarm(text: str) -> None:
    *_, step = steps(f"{text}# Next\n\nWe have $x_{{n+1}} = x_n + 5$.\n")
    assert step.doubts or step.tentative
