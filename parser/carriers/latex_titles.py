"""The words and formulas of the title of a LaTeX section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shomei.parser.carriers.blocks import Inline, Words
from shomei.parser.source import Range

_FORMULA: Final = re.compile(r"(?<!\\)\$(?P<dollars>[^$]+)\$|\\\((?P<brackets>.+?)\\\)", re.DOTALL)


def pieces_of_title(text: str, place: Range) -> Iterator[Words | Inline]:
    """The pieces of the title at a place of the text; at least one."""
    last = place[0]
    for match in _FORMULA.finditer(text, *place):
        if last < match.start():
            yield Words((last, match.start()))
        yield Inline(match.span(), (match.span(match.lastgroup or 0),))
        last = match.end()
    if last < place[1] or last == place[0]:
        yield Words((last, place[1]))
