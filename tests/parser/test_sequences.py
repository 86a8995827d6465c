"""Sequences by recursion in the sentences and displays of articles."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume, Chain, Declare


def given(text: str) -> tuple[list[int], list[str]]:
    """The indices of the first elements that an article declares, and what it assumes."""
    items = parse(text, "test.md").items
    first = [item.first for item in items if isinstance(item, Declare) and item.in_prose]
    stated = [
        print_statement(each)
        for item in items
        if isinstance(item, Assume)
        for each in item.conditions
    ]
    return first, stated


@pytest.mark.parametrize(
    ("text", "first", "stated"),
    [
        (
            "Let $F_1 = F_2 = 1$ and $F_{n+2} = F_{n+1} + F_n$.\n",
            [1],
            ["F_1 = F_2", "F_2 = 1", "F_{n + 2} = F_{n + 1} + F_n for all n \\ge 1"],
        ),
        (
            "Start with $x_0 = 2$ and repeat $x_{n+1} = \\frac{x_n}{2}$.\n",
            [],
            ["x_0 = 2", "x_{n + 1} = \\frac{x_n}{2} for all n"],
        ),
        (
            "次の条件で定められる数列を考える。\n\n"
            "$$ a_1=3, \\qquad a_{n+1}=4a_n-6 \\quad (n=1,\\,2,\\,3,\\,\\dots) $$\n",
            [1],
            ["a_1 = 3", "a_{n + 1} = 4 a_n - 6 for all n \\ge 1"],
        ),
        (
            "$a_1=1$，$a_{n+1}=a_n+2n+3$ とする。\n\n$a_1=2$，$a_{n+1}=a_n$ とする。\n",
            [1, 1],
            [
                "a_1 = 1",
                "a_{n + 1} = a_n + 2 n + 3 for all n \\ge 1",
                "a_1 = 2",
                "a_{n + 1} = a_n for all n \\ge 1",
            ],
        ),
    ],
)
def test_a_sequence(text: str, first: list[int], stated: list[str]) -> None:
    assert given(text) == (first, stated)


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n",
        "Let $b_n = 2^n$. Then $b_0 = 1$ and $b_{n+1} = 2 b_n$.\n",
    ],
)
def test_no_recursion(text: str) -> None:
    assert given(text) == ([], [])


def test_what_is_claimed_of_a_sequence_is_claimed() -> None:
    text = "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n\n$$ a_{n+2} = 4 a_n $$\n"
    assert [type(item) for item in parse(text, "test.md").items if isinstance(item, Chain)] == [
        Chain
    ]
