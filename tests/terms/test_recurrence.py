"""Sequences by recursion: what equations give, and from which index on."""

from __future__ import annotations

import pytest

from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume, Declare
from shomei.terms.nodes import Variable
from shomei.terms.recurrence import parted, plus, recurrence


def assumed(text: str) -> list[str]:
    """The hypotheses of the last assumption of a text."""
    items = parse(f"{text}\n0 = 0", "test.txt").items
    last = [item for item in items if isinstance(item, Assume)][-1]
    return [print_statement(each) for each in last.conditions]


@pytest.mark.parametrize(
    ("text", "said", "first"),
    [
        ("let a_1 = 1, a_{n+1} = 2 a_n", "a_{n + 1} = 2 a_n for all n \\ge 1", 1),
        ("let a_0 = 1, a_{n+1} = 2 a_n", "a_{n + 1} = 2 a_n for all n", 0),
        ("let a_1 = 2, a_{n+1} - a_n = 3 n", "a_{n + 1} = a_n + 3 n for all n \\ge 1", 1),
        ("let a_0 = 2, 3 n - a_n = -a_{n+1}", "a_{n + 1} = a_n - 3 n for all n", 0),
        ("define a_1 = 1, a_n = n a_{n-1}", "a_{n + 1} = (n + 1) \\cdot a_n for all n \\ge 1", 1),
        (
            "let F_1 = F_2 = 1, F_{n+2} = F_{n+1} + F_n",
            "F_{n + 2} = F_{n + 1} + F_n for all n \\ge 1",
            1,
        ),
        (
            "assume a_2 = 1\nassume a_{n+1} = 2 a_n for all n \\ge 3",
            "a_{n + 1} = 2 a_n for all n \\ge 3",
            2,
        ),
    ],
)
def test_a_recursion_holds_from_the_first_element_on(text: str, said: str, first: int) -> None:
    *_, last = assumed(text)
    assert last == said
    items = parse(f"{text}\n0 = 0", "test.txt").items
    (declared,) = [item.first for item in items if isinstance(item, Declare)][1:] or [0]
    assert declared == first


@pytest.mark.parametrize(
    "text",
    [
        "let n \\in \\mathbb{N}\nassume a_{n+1} = 2 a_n",
        "assume n \\ge 2\nassume a_{n+1} = 2 a_n",
        "assume a_{n+1} > a_n",
        "assume a_n = a_{n+1} - 1, x > 0",
    ],
)
def test_what_is_said_of_one_index_is_no_recursion(text: str) -> None:
    assert all("for all" not in each for each in assumed(text))


def test_a_recursion_goes_forward() -> None:
    (only,) = [
        item
        for item in parse("assume a_{n+1} = 2 a_{n+3}\n0 = 0", "test.txt").items
        if isinstance(item, Assume)
    ]
    assert all(recurrence(each) is None for each in only.conditions)


def test_indices() -> None:
    n = Variable("n")
    assert parted(plus(plus(n, 3), -1)) == (n, 2)
    assert plus(plus(n, 1), -1) == n


def test_a_function_with_an_index_is_no_sequence() -> None:
    items = parse("define u_1(x, y) = x + y\nu_1(x, x) = 2 x", "test.txt").items
    assert [type(item).__name__ for item in items] == ["Define", "Chain"]
