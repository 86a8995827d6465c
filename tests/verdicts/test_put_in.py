"""Steps that put numbers in for letters are no slips."""

from __future__ import annotations

import pytest

from shomei.parser.declarations import Declarations
from shomei.parser.mathematics import parse_statement
from shomei.parser.source import Source
from shomei.verdicts.put_in import puts_values_in
from tests.verdicts.test_doubt import alarms


@pytest.mark.parametrize(
    ("statement", "does"),
    [
        (r"\frac{1}{2} m v^2 = \frac{1}{2} \cdot 60 \cdot 4^2", True),
        (r"m v^2 + m = 3 \cdot 2^2 + 3", True),
        (r"\sin (a + 1) = \sin (2 + 1)", True),
        (r"\sum_{i=1}^n i = 10", False),
        (r"m v^2 + m = 3 \cdot 2^2 + 4", False),
        (r"x = 5", False),
        (r"2 x = 6", False),
        (r"(x + 1)^2 = x^2 + 1", False),
        (r"3 \cdot 2 = 3 \cdot 2", False),
        (r"x + 1 < 2 + 1", False),
    ],
)
def test_numbers_stand_where_letters_stood(statement: str, *, does: bool) -> None:
    source = Source.of(statement, "a.txt")
    goal = parse_statement(source, ((0, len(statement)),), Declarations())
    assert puts_values_in(goal) == does


def test_such_a_step_is_a_note_and_the_rest_of_the_article_is_checked() -> None:
    text = "The energy is\n\n$$ m v^2 + m = 60 \\cdot 4^2 + 60 $$\n\nand\n\n$$ m + m = 3 m $$"
    assert alarms(text) == [7]


@pytest.mark.parametrize(
    ("claimed", "lines"),
    [
        ("S = 1 + 4 + 9 = 14", []),
        ("S = 1 + 4 + 9 = 15", [5]),
    ],
)
def test_a_number_for_a_sum_of_data(claimed: str, lines: list[int]) -> None:
    text = "Let $S = \\sum_{i=1}^n x_i^2$ for data $x_1, \\dots, x_n$.\n\nFor the three points,\n\n"
    assert alarms(f"{text}$$ {claimed} $$") == lines
