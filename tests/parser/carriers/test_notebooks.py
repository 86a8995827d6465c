"""Notebooks: the Markdown cells, each read by itself, with the places of its lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shomei.parser import parse
from shomei.parser.ast import Noted
from shomei.parser.errors import SyntaxProblem
from shomei.parser.printer import print_item


def notebook(*cells: tuple[str, str | list[str]]) -> str:
    written: list[dict[str, Any]] = []
    for kind, source in cells:
        cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
        if kind == "code":
            cell |= {"outputs": [], "execution_count": None}
        written.append(cell)
    return json.dumps({"cells": written, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def read(text: str) -> list[tuple[str, str]]:
    document = parse(text, "a.ipynb")
    return [
        (
            document.cells.place(item.span.line),
            f"- {item.why}" if isinstance(item, Noted) else " ".join(print_item(item)).strip(),
        )
        for item in document.items
    ]


def test_cells_are_one_text_with_places_of_their_own() -> None:
    text = notebook(
        ("markdown", ["We define\n", "\n", "$$ f(x) = x + 1 $$"]),
        ("code", "'''$$ 1 + 1 = 3 $$'''"),
        ("raw", "$$ 1 + 1 = 4 $$"),
        ("markdown", "Hence\n\n$$ f(2) = 3 $$\n"),
    )
    assert read(text) == [("cell 1:3", "define f(x) = x + 1"), ("cell 4:3", "f(2)   = 3")]


@pytest.mark.parametrize("opened", ["```\ncode", "- an item", "> a quote", "<div>", "$$ x", ":::"])
def test_what_a_cell_leaves_open_ends_with_it(opened: str) -> None:
    entries = read(notebook(("markdown", opened), ("markdown", "$$\n2 + 2 = 4\n$$")))
    assert entries[-1] == ("cell 2:2", "2 + 2   = 4")


def test_commands_hold_in_later_cells() -> None:
    text = notebook(
        ("markdown", "$\\newcommand{\\half}{\\frac{1}{2}}$"),
        ("markdown", "$$ \\half + \\half = 1 $$"),
    )
    [(place, said)] = read(text)
    assert (place, said.endswith("= 1")) == ("cell 2:1", True)


def test_the_oldest_format_is_read() -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": ["$$ 1 + 1 = 2 $$"]}
    text = json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": [cell]}]})
    assert read(text) == [("cell 1:1", "1 + 1   = 2")]


@pytest.mark.parametrize(
    "text",
    [
        "$$ 1 + 1 = 2 $$",
        "{",
        "[]",
        '{"cells": 3}',
        '{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "markdown", "metadata": {}}]}',
        '{"nbformat": 99, "cells": []}',
        "[" * 100_000,
    ],
)
def test_what_is_no_notebook_is_one_problem(text: str) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse(text, "a.ipynb")
    [problem] = caught.value.problems
    assert problem.message.startswith("this is no notebook that can be read: ")
    assert len(problem.message) < 200


def test_a_problem_has_the_place_in_its_cell() -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse(notebook(("code", "1"), ("markdown", "a\n\x00$x = 1$")), "a.ipynb")
    problem = caught.value
    assert problem.cells.place(problem.span.line) == "cell 2:2"
    assert problem.text == "a\n\x00$x = 1$\n"
