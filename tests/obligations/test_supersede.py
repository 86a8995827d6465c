"""What ends where a text bounds a letter again."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse


def hypotheses(text: str) -> list[str]:
    """The hypotheses of the last claim of an article."""
    last = build(parse(text, "a.md")).obligations[-1]
    return [print_statement(each.statement) for each in last.context.hypotheses]


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ("x > 5", "x > 0", ["x > 0"]),
        ("x > 5", "x \\ge 5", ["x \\ge 5"]),
        ("0 < x < 1", "x > 0", ["x > 0"]),
        ("x > 5", "x < 0", ["x < 0"]),
        ("x < \\frac{1}{2}", "x > \\frac{1}{2}", ["x > \\frac{1}{2}"]),
        ("x > y, x > 5", "x < 0", ["x < 0"]),
        # These say more of the same number.
        ("x > 0", "x > 5", ["x > 0", "x > 5"]),
        ("x > 0", "x < 1", ["x > 0", "x < 1"]),
        ("x > 0", "x > 0", ["x > 0"]),
        ("x > y", "x > 0", ["x > y", "x > 0"]),
    ],
)
def test_bounds_after_others(first: str, second: str, left: list[str]) -> None:
    said = f"Let ${first}$. Then $x = x$.\n\nLet ${second}$. Then $x + x + y = 2x + y$."
    assert hypotheses(said) == left


def test_a_directive_adds_to_what_is_assumed() -> None:
    text = "assume x > 5\n\nassume x > 0\n\nx + 0 = x\n"
    last = build(parse(text, "a.txt")).obligations[-1]
    assert len(last.context.hypotheses) == 2
