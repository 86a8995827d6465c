"""Places in a text, as reports and as editors count them. Pure.

A report counts lines and columns from 1, columns by characters. An editor counts from 0, and
columns by the units of an encoding that it has agreed on with the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from shomei.report.excerpt import split_lines

Encoding: TypeAlias = Literal["utf-8", "utf-16", "utf-32"]
_BYTES: Final[dict[Encoding, tuple[str, int]]] = {
    "utf-8": ("utf-8", 1),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text."""

    lines: tuple[str, ...]
    encoding: Encoding = "utf-16"

    @classmethod
    def of(cls, text: str, encoding: Encoding = "utf-16") -> Lines:
        """Those of this text."""
        return cls(tuple(split_lines(text)), encoding)

    def line(self, number: int) -> str:
        """The line with this number, from 1 on; an empty one beyond the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def to_editor(self, line: int, column: int) -> tuple[int, int]:
        """The editor's line and column of a place in a report."""
        number = min(max(line, 1), max(len(self.lines), 1))
        before = self.line(number)[: max(column - 1, 0)]
        codec, size = _BYTES[self.encoding]
        return number - 1, len(before.encode(codec, "surrogatepass")) // size

    def from_editor(self, line: int, units: int) -> tuple[int, int]:
        """The line and column of a report at a place of the editor's."""
        codec, size = _BYTES[self.encoding]
        data = self.line(line + 1).encode(codec, "surrogatepass")[: units * size]
        return line + 1, len(data.decode(codec, "ignore")) + 1
