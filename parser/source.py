"""A text with its line index: converts offsets to spans and problems."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from shomei.parser.errors import SyntaxProblem
from shomei.parser.macros.model import NO_MACROS, Macros
from shomei.parser.suffixes import kind_of
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import Span

#: A range of the text as offsets: from the first (inclusive) to the second (exclusive).
Range: TypeAlias = tuple[int, int]
#: Ranges of the text that are read as one, leaving out the text between them (comments, list
#: markers).
Fragment: TypeAlias = tuple[Range, ...]

_UNSAFE: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
#: What makes text read from right to left, up to the end of its paragraph.
_REORDERING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PARAGRAPH_END: Final = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, where its lines and the cells of a notebook begin, and the commands that
    its author defines.
    """

    path: str
    text: str
    line_starts: tuple[int, ...]
    macros: Macros = NO_MACROS
    cells: Cells = NO_CELLS

    @classmethod
    def of(cls, text: str, path: str, cells: Cells = NO_CELLS) -> Source:
        """A text with its index; `path` is for messages."""
        starts = (0, *(match.end() for match in re.finditer("\n", text)))
        return cls(path, text, starts, cells=cells)

    def span(self, start: int, end: int) -> Span:
        """The span of these offsets."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(start, end, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The line with this 1-based number, without its line break."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def excerpt(self, fragment: Fragment) -> str:
        """The text of a fragment, without the gaps."""
        return "".join(self.text[start:end] for start, end in fragment)

    def read_of(self, fragment: Fragment) -> Fragment:
        """A fragment without the definitions of commands in it."""
        places = self.macros.places
        if not places:
            return fragment
        kept: list[Range] = []
        for start, end in fragment:
            position = start
            index = max(0, bisect_right(places, (start, start)) - 1)
            while index < len(places) and places[index][0] < end:
                begin, stop = places[index]
                if stop > position:
                    if begin > position:
                        kept.append((position, begin))
                    position = max(position, stop)
                index += 1
            if position < end or position == start == end:
                kept.append((position, end))
        return tuple(kept)

    def problem(
        self,
        start: int,
        end: int,
        message: str,
        expected: tuple[str, ...] = (),
        hint: str | None = None,
    ) -> SyntaxProblem:
        """The exception for a problem at these offsets; the caller raises it."""
        place = self.span(start, end)
        return SyntaxProblem(self.path, (Diagnostic("input", message, place, expected, hint),))

    def refuse_reordered(self, fragment: Fragment) -> None:
        """Raises if a bidirectional control stands in the paragraphs of a fragment, or in its lines
        in plain text: it can make a formula read differently from what it says.
        """
        controls = _controls(self.text)
        if not controls:
            return
        plain = kind_of(self.path) == "plain"
        for start, end in fragment:
            first = max(0, self.text.rfind("\n", 0, start) if plain else _before(self.text, start))
            after = self.text.find("\n", end) if plain else _after(self.text, end)
            index = bisect_right(controls, first - 1)
            if index < len(controls) and (after < 0 or controls[index] < after):
                at = controls[index]
                raise self.problem(
                    at,
                    at + 1,
                    f"a bidirectional control character (U+{ord(self.text[at]):04X}), which can "
                    "make a formula read differently from what it says",
                    hint="delete this character",
                )

    def refuse_unsafe(self) -> None:
        """Raises for the first character that hides text: NUL and other controls, lone
        surrogates.
        """
        match = _UNSAFE.search(self.text)
        if match is None:
            return
        point = ord(match.group())
        if point == 0:
            message = "a NUL byte: this is not a text file"
        elif 0xD800 <= point <= 0xDFFF:
            message = f"a lone surrogate (U+{point:04X}), which is no character"
        else:
            message = f"a control character (U+{point:04X})"
        raise self.problem(match.start(), match.end(), message, hint="delete this character")


@lru_cache(maxsize=8)
def _controls(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _REORDERING.finditer(text))


def _before(text: str, offset: int) -> int:
    """Where the paragraph begins that a place stands in."""
    return max((match.end() for match in _PARAGRAPH_END.finditer(text, 0, offset)), default=0)


def _after(text: str, offset: int) -> int:
    """Where it ends; -1 at the end of the text."""
    match = _PARAGRAPH_END.search(text, offset)
    return -1 if match is None else match.start()
