"""Sequences by recursion in the sentences and displays of articles."""

from __future__ import annotations

import pytest

from shomei.operations.statement_latex import print_statement
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
        (
            "Begin with $u_0 = 3$ and repeat\n\n$$ u_{n+1} = u_n + 2. $$\n",
            [],
            ["u_0 = 3", "u_{n + 1} = u_n + 2 for all n"],
        ),
        (
            "Put $p_0 = 1$, $q_0 = 2$ and, for $n \\ge 0$,\n\n\\begin{align*}\n"
            "p_{n+1} &= p_n + q_n, \\\\\nq_{n+1} &= 3 p_n.\n\\end{align*}\n",
            [],
            [
                "p_0 = 1",
                "q_0 = 2",
                "p_{n + 1} = p_n + q_n for all n",
                "q_{n + 1} = 3 p_n for all n",
            ],
        ),
        (
            "We study\n\n$$ \\begin{cases} a_1 = 2 \\\\ a_{n+1} = 3 a_n & (n \\ge 1) "
            "\\end{cases} $$\n",
            [1],
            ["a_1 = 2", "a_{n + 1} = 3 a_n for all n \\ge 1"],
        ),
        (
            "数列 $\\{a_n\\}$ は $a_1 = 1$，$a_{n+1} - a_n = 6n$（$n = 1, 2, 3, \\dots$）"
            "をみたすとする。\n",
            [1],
            ["a_1 = 1", "a_{n + 1} = a_n + 6 n for all n \\ge 1"],
        ),
        (
            "$a_1 = 5,\\ a_2 = 7,\\ a_{n+2} - 3a_{n+1} + 2a_n = 0$ で定められる数列 $\\{a_n\\}$ の"
            "一般項を求めよ。\n",
            [1],
            ["a_1 = 5", "a_2 = 7", "a_{n + 2} = 3 a_{n + 1} - 2 a_n for all n \\ge 1"],
        ),
        (
            "Let $B_k$ be the balance after $k$ years. Then $B_0 = P$ and\n\n"
            "$$ B_{k+1} = 2 B_k - A. $$\n",
            [],
            ["B_0 = P", "B_{k + 1} = 2 B_k - A for all k"],
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


@pytest.mark.parametrize(
    "text",
    [
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for $n \\le 5$.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for $1 \\le n < 5$.\n",
        "For $n \\le 5$, let $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$, where $n$ is even.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for all $n$ except $n = 3$.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for every $n$ up to $7$.\n",
        "Let $a_1 = 1$ and $$ a_{n+1} = 2 a_n \\quad (n \\le 5). $$\n",
        "Let $a_1 = 1$ and $$ a_{n+1} = 2 a_n, \\qquad n = 1, 2, \\dots, 5. $$\n",
        "Let $a_1 = 1$ and $$ a_{n+1} = 2 a_n \\quad \\text{for odd } n. $$\n",
        "Let $n \\le 5$ be a natural number. Suppose $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n",
        "Let $n < 5$. Then $\\sum_{k=1}^n 1 = n$. Let $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n",
        "Fix $n = 3$. Let $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n",
        "数列 $a_n$ は $a_1 = 1$, $a_{n+1} = 2a_n$ ($n \\le 5$) を満たすとする。\n",
        "$n \\le 5$ のとき $a_1 = 1$, $a_{n+1} = 2a_n$ とする。\n",
        "奇数の $n$ に対して $a_1 = 1$, $a_{n+1} = 2a_n$ とする。\n",
        "$a_1 = 1$, $a_{n+1} = 2a_n$ とする（$n$ は 5 以下）。\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for the first five indices.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for $a_n > 3$.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$. Here $n$ is even.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$, where $n$ runs to 7.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$. This rule is only used twice.\n",
        "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for $n = 1, 3, 5, \\dots$.\n",
        "For odd $n$ let\n\n$$ a_1 = 1, \\quad a_{n+1} = 2 a_n. $$\n",
        "Let\n\n$$ a_1 = 1, \\quad a_{n+1} = 2 a_n $$\n\nfor odd $n$.\n",
        "Let\n\n$$ \\begin{cases} a_1 = 1 \\\\ a_{n+1} = 2 a_n & (n \\le 5) \\end{cases} $$\n",
        "Let\n\n$$ \\begin{cases} a_1 = 1 \\\\ a_{n+1} = 2 a_n & \\text{if } n \\text{ is odd} "
        "\\end{cases} $$\n",
        "$a_n > 0$ のとき、$a_1 = 1$, $a_{n+1} = 2a_n$ とする。\n",
        "$a_1 = 1$ とし、最初の4項では $a_{n+1} = 2a_n$ とする。\n",
        "次で定める。\n\n$$ a_1 = 1, \\quad a_{n+1} = 2a_n $$\n\nただし、$n$ は奇数である。\n",
        "$a_1 = 1$, $a_{n+1} = 2a_n$ とする。この式は $n \\ge 3$ では成り立たない。\n",
    ],
)
def test_a_recursion_for_some_indices_is_none(text: str) -> None:
    assert not any("for all" in each for each in given(text)[1])


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("for all $n \\ge 1$", 1),
        ("for every positive integer $n$", 1),
        ("for $n = 1, 2, 3, \\dots$", 1),
        ("for $n \\geq 2$", 2),
        ("for all $n \\in \\mathbb{N}$", 1),
    ],
)
def test_from_where_a_recursion_holds(said: str, least: int) -> None:
    _, stated = given(f"Let $a_1 = 1$ and $a_{{n+1}} = 2 a_n$ {said}.\n")
    assert stated[-1].endswith(f"for all n \\ge {least}")


def test_a_recursion_before_its_first_element_begins_with_it() -> None:
    _, stated = given("Let $a_{n+1} = a_n^2$ and $a_1 = -1$.\n")
    assert stated == ["a_{n + 1} = a_n^{2} for all n \\ge 1", "a_1 = -1"]


def test_what_is_claimed_of_a_sequence_is_claimed() -> None:
    text = "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n\n$$ a_{n+2} = 4 a_n $$\n"
    assert [type(item) for item in parse(text, "test.md").items if isinstance(item, Chain)] == [
        Chain
    ]


def test_a_letter_that_only_bounds_a_sum_above_ranges_freely() -> None:
    text = "$$ \\sum_{k=1}^n 1 = n $$\n\nLet $a_1 = 1$ and $a_{n+1} = 2 a_n$.\n"
    assert given(text)[1][-1] == "a_{n + 1} = 2 a_n for all n \\ge 1"


def test_what_rests_on_a_recursion_for_some_indices_is_no_alarm() -> None:
    text = "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$ for $n \\le 5$.\n\n$$ a_3 = 4 $$\n"
    assert not [item for item in parse(text, "test.md").items if isinstance(item, Chain)]


@pytest.mark.parametrize("said", ["what you owe after $k$ payments", "the debt after $k$ months"])
def test_an_if_may_name_a_sequence(said: str) -> None:
    text = f"If $B_k$ is {said}, then\n\n$$ B_0 = 7, \\qquad B_{{k+1}} = 2 B_k - M. $$\n"
    assert given(text)[1]


@pytest.mark.parametrize("said", ["even", "the last balance", "the only one", "positive"])
def test_an_if_may_restrict_a_recursion(said: str) -> None:
    text = f"If $B_k$ is {said}, then\n\n$$ B_0 = 7, \\qquad B_{{k+1}} = 2 B_k - M. $$\n"
    assert not given(text)[1]
