"""Quotes the source: a line of the file with its number, and carets under the marked part. Wide
characters count as they are displayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from shomei.report.escape import visible

_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`line` as it can be shown, and the line of `carets` (blanks and `^`) under it."""

    number: int
    line: str
    carets: str


def excerpt(
    text: str, *, line: int, column: int, end_line: int, end_column: int, width: int
) -> Excerpt | None:
    """Quotes `line` (1-based) of `text`, cropped around the marked part to `width` cells. None if
    the text has no such line.
    """
    lines = split_lines(text)
    if not 1 <= line <= len(lines):
        return None
    source = lines[line - 1].rstrip()
    start = min(max(column - 1, 0), len(source))
    stop = min(end_column - 1, len(source)) if end_line == line else len(source)
    stop = max(stop, start)
    before, marked, after = (
        _shown(part) for part in (source[:start], source[start:stop], source[stop:])
    )
    before, marked, after = _crop(before, marked, after, max(width, 8))
    return Excerpt(
        line, before + marked + after, " " * cell_len(before) + "^" * max(1, cell_len(marked))
    )


def split_lines(text: str) -> list[str]:
    """Lines as the parser counts them: only `\\n`, `\\r\\n` and `\\r` end a line, unlike in
    `str.splitlines`.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def crop(text: str, width: int) -> str:
    """`text` cut to at most `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return _head(text, width - 1) + _ELLIPSIS


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def _crop(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    if cell_len(before) + cell_len(marked) + cell_len(after) <= width:
        return before, marked, after
    marked = crop(marked, width)
    room = width - cell_len(marked)
    # The text before the mark matters more for finding it; the text after it gets the remaining
    # width.
    if cell_len(before) > room:
        before = _ELLIPSIS + _tail(before, max(room - 1, 0)) if room > 0 else ""
    after = crop(after, room - cell_len(before)) if room > cell_len(before) else ""
    return before, marked, after


def _head(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width)[::-1]
