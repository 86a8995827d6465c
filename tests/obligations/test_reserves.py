"""Which steps a reserve concerns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shomei.obligations.build import build
from shomei.parser import parse
from shomei.parser.ast import Reserve

TEXT = (
    "assume x > 0\nlet Y = x + 1\nx + y = y + x\nY > 1\n\\sin y = \\sin y\n"
    "\\frac{d}{dx} x^2 = 2 x\n"
)


def concerned(reserve: Reserve) -> list[int]:
    """The lines of the steps that do not count."""
    document = replace(parse(TEXT, "a.txt"), reserves=(reserve,))
    return [each.span.line for each in build(document).obligations if each.reserved]


def place(line: int) -> tuple[int, int]:
    start = sum(len(each) + 1 for each in TEXT.split("\n")[: line - 1])
    return start, start + len(TEXT.split("\n")[line - 1])


@pytest.mark.parametrize(
    ("line", "lines"), [(1, [3, 4, 6]), (2, [4]), (3, [3]), (4, [4]), (5, [5]), (6, [6])]
)
def test_the_place_of_a_step_and_of_what_it_rests_on(line: int, lines: list[int]) -> None:
    assert concerned(Reserve(*place(line), "why")) == lines


@pytest.mark.parametrize(
    ("letters", "operations", "lines"),
    [
        (("y",), (), [3, 5]),
        (("Y",), (), [4]),
        ((), ("sin",), [5]),
        ((), ("derivative",), [6]),
        (("x",), ("derivative",), [6]),
        (("y",), ("derivative",), []),
    ],
)
def test_letters_and_operations(
    letters: tuple[str, ...], operations: tuple[str, ...], lines: list[int]
) -> None:
    reserve = Reserve(0, len(TEXT), "why", frozenset(letters), frozenset(operations))
    assert concerned(reserve) == lines


def test_what_lies_before_a_doubt() -> None:
    assert concerned(Reserve(place(4)[0], len(TEXT), "why", frozenset("y"))) == [5]
