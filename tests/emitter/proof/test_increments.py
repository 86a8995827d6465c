"""What the step of an induction on a sum has to show."""

from __future__ import annotations

import pytest

from shomei.emitter.proof.increments import increment
from shomei.obligations import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.terms.nodes import Relation


def grown(statement: str) -> str | None:
    """The increment of a claim about n, as text."""
    goal = build(parse(f"let n \\in \\mathbb{{N}}\n{statement}", "test.txt")).obligations[-1].goal
    assert isinstance(goal, Relation)
    found = increment(goal, "n")
    return found and print_statement(found)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (r"\sum_{k=1}^{n} k^2 \le n^3", r"(n + 1)^{2} \le (n + 1)^{3} - n^{3}"),
        (r"n \le \sum_{k=0}^{n-1} 2^k", r"n + 1 - n \le 2^{n}"),
    ],
)
def test_the_next_summand_is_compared_with_the_growth(statement: str, said: str) -> None:
    assert grown(statement) == said


@pytest.mark.parametrize(
    "statement",
    [
        r"\sum_{k=1}^{n} k \le \sum_{k=1}^{n} k^2",
        r"\sum_{k=1}^{n} n k \le n^4",
        r"\sum_{k=n}^{n} k \le n^2",
        r"\sum_{k=1}^{2 n} k \le 9 n^2",
        r"n \le n^2",
    ],
)
def test_other_sums_have_no_such_step(statement: str) -> None:
    assert grown(statement) is None
