"""Jupyter notebooks, through nbformat: their Markdown cells as one text, in which each is read by
itself as Markdown is. Code and raw cells, outputs and attachments are left alone.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

from shomei.parser.carriers import markdown
from shomei.parser.carriers.blocks import Block
from shomei.parser.errors import SyntaxProblem
from shomei.parser.source import Source
from shomei.terms.cells import Cells

_NO_NOTEBOOK = "this is no notebook that can be read: {}"


def open_notebook(text: str, path: str) -> tuple[str, Cells]:
    """The text of a notebook's Markdown cells, one after the other, and where each begins in it.
    Raises `SyntaxProblem` for what is no notebook.
    """
    parts: list[str] = []
    starts: list[int] = []
    numbers: list[int] = []
    line = 1
    for number, cell in enumerate(_cells(text, path), 1):
        if cell["cell_type"] != "markdown":
            continue
        content = cell["source"].replace("\r\n", "\n").replace("\r", "\n")
        starts.append(line)
        numbers.append(number)
        parts.append(content + "\n")
        line += content.count("\n") + 1
    return "".join(parts), Cells(tuple(starts), tuple(numbers))


def _cells(text: str, path: str) -> list[dict[str, Any]]:
    """The cells, each with a kind and a text, as the newest format has them."""
    from nbformat import convert, reader

    source = Source.of(text, path)
    try:
        json.loads(text)
    except RecursionError:
        raise source.problem(0, 0, _NO_NOTEBOOK.format("it is nested too deep")) from None
    except json.JSONDecodeError as error:
        why = _NO_NOTEBOOK.format(f"it is no JSON ({error.msg})")
        raise source.problem(error.pos, error.pos, why) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Not validated: what is wrong beside the cells' texts concerns nobody here.
            read = convert(reader.reads(text), 4)  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 -- a malformed notebook fails in many ways
        raise _invalid(source, str(error).split("\n")[0][:120]) from None
    cells = read.get("cells") if isinstance(read, dict) else None
    if not isinstance(cells, list):
        raise _invalid(source, "it has no cells")
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
            raise _invalid(source, f"cell {number} has no kind")
        if not isinstance(cell.get("source"), str):
            raise _invalid(source, f"cell {number} has no text")
    return list(cells)


def _invalid(source: Source, why: str) -> SyntaxProblem:
    return source.problem(0, 0, _NO_NOTEBOOK.format(why))


def blocks(source: Source) -> Iterator[Block]:
    """The blocks of the cells, in order."""
    starts = source.cells.starts
    for index, first in enumerate(starts):
        last = starts[index + 1] if index + 1 < len(starts) else len(source.line_starts)
        yield from markdown.blocks_of_lines(source, first - 1, last - 1)
