"""Markdown's dialects: what their fences hold is read, or said to be left alone."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, Noted
from shomei.parser.printer import print_item


def read(text: str) -> list[tuple[int, str]]:
    """The line and the text of each chain, `-` before what is left alone."""
    return [
        (item.span.line, f"- {item.why}")
        if isinstance(item, Noted)
        else (item.span.line, " ".join(line.strip() for line in print_item(item)))
        for item in parse(text, "a.md").items
        if isinstance(item, Chain | Noted)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("```{math}\n1 + 1 = 2\n```\n", [(2, "1 + 1 = 2")], id="math"),
        pytest.param("~~~~ {math}\n1 + 1 = 2\n~~~~\n", [(2, "1 + 1 = 2")], id="tildes"),
        pytest.param(
            "```{math}\n:label: sum\n:nowrap:\n\n1 + 1 = 2\n```\n", [(5, "1 + 1 = 2")], id="options"
        ),
        pytest.param(
            "```{math}\n---\nlabel: sum\n---\n1 + 1 = 2\n```\n", [(5, "1 + 1 = 2")], id="yaml"
        ),
        pytest.param("```{math}\n1 + 1\n= 2\n", [(2, "1 + 1 = 2")], id="never-closed"),
        pytest.param(":::{math}\n1 + 1 = 2\n:::\n", [(2, "1 + 1 = 2")], id="colons"),
        pytest.param(
            "```{prf:theorem} Twice\n:label: twice\n$$ x + x\n= 2 x $$\n\nWe have $1 + 1 = "
            "2$.\n```\n",
            [(3, "x + x = 2 x"), (6, "1 + 1 = 2")],
            id="theorem",
        ),
        pytest.param(
            "````{note}\n```{math}\n1 + 1 = 2\n```\n````\n", [(3, "1 + 1 = 2")], id="nested"
        ),
        pytest.param(
            "- a\n\n  ```{tip}\n  $$\n  1 + 1\n  = 2\n  $$\n  ```\n",
            [(5, "1 + 1 = 2")],
            id="in-a-list",
        ),
        pytest.param(
            "> 1. > ```{tip}\n>    > $$ 1 + 1\n>    > = 2 $$\n>    > ```\n",
            [(2, "1 + 1 = 2")],
            id="in-quotes",
        ),
        pytest.param(
            ":::{note}\n:class: tip\nWe have $1 + 1 = 2$.\n:::\n", [(3, "1 + 1 = 2")], id="div"
        ),
        pytest.param("$$\n1 + 1 = 2\n$$ (sum)\n", [(2, "1 + 1 = 2")], id="label"),
        pytest.param("$$\n1 + 1 = 2\n$$ {#eq-sum}\n", [(2, "1 + 1 = 2")], id="quarto-label"),
    ],
)
def test_fences_that_hold_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("name", ["code-cell", "python", "r, echo=FALSE", "code-block"])
def test_code_is_left_alone(name: str) -> None:
    assert read(f"$$ 1 + 1 = 2 $$\n\n```{{{name}}}\n$$ 2 + 2 = 5 $$\n```\n") == [(1, "1 + 1 = 2")]


@pytest.mark.parametrize("fence", ["```{=latex}", "```{note} Why $2 + 2 = 5$"])
def test_what_is_not_read_is_said(fence: str) -> None:
    [(line, why)] = read(f"{fence}\n$$ 1 + 1 = 2 $$\n```\n")[:1]
    assert line == 1
    assert why.endswith("is not read")


def test_fences_are_read_to_a_depth() -> None:
    marks = ["`" * (40 - depth) for depth in range(30)]
    opened = "".join(f"{mark}{{note}}\n" for mark in marks)
    closed = "".join(f"{mark}\n" for mark in reversed(marks))
    [(_, why)] = read(f"{opened}$$ 1 + 1 = 2 $$\n{closed}")
    assert "deep" in why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. $$ \\begin{aligned}\nx &= x \\\\\n&= 0 + x\n\\end{aligned} $$\n",
            [(2, "x = x = 0 + x")],
            id="item-not-indented",
        ),
        pytest.param("> - $$ x\n>   = x $$\n", [(1, "x = x")], id="item-in-a-quote"),
        pytest.param("$$ v\\_1 = v\\_1 $$\n", [(1, "v_1 = v_1")], id="escaped-subscript"),
        pytest.param(
            "$$ 2 \\left\\\\{ x \\right\\\\} = x $$\n", [(1, "2 x = x")], id="escaped-braces"
        ),
        pytest.param("$$ 1 &lt; 2 &le; 3 $$\n", [(1, r"1 < 2 \le 3")], id="entities"),
    ],
)
def test_displays_as_authors_write_them(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "broken",
    ["$$ x + x = 2 x", "\\[ x + x\n= 2 x", "\\begin{align} x &= x", "x " * 20_000 + "$x = 1$"],
)
def test_what_is_never_closed_stops_no_file(broken: str) -> None:
    entries = read(f"$$ 1 + 1 = 2 $$\n\n{broken}\n\n$$ = 3 $$\n\n$$ 2 + 2 = 4 $$\n")
    assert [line for line, said in entries if not said.startswith("-")] == [
        1,
        entries[-1][0],
    ]
    # What goes on from it is not joined to the display above.
    assert [said for _, said in entries if said.startswith("-")][1:] == [
        "- it goes on from what is not read"
    ]
