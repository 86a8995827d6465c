"""The cells of a notebook in the one text that is read of it: places are told by cell and line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cells:
    """`starts` are the lines of the text, from 1 on, at which its cells begin, and `numbers` what
    each cell counts as in its notebook. A text without cells has none of either.
    """

    starts: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    def at(self, line: int) -> tuple[int | None, int]:
        """The cell of a line of the text, and which line of the cell it is."""
        index = bisect_right(self.starts, line) - 1
        if index < 0:
            return None, line
        return self.numbers[index], line - self.starts[index] + 1

    def place(self, line: int) -> str:
        """A line of the text, after a path and a colon: `12`, `cell 3:2`."""
        cell, line = self.at(line)
        return str(line) if cell is None else f"cell {cell}:{line}"

    def short(self, line: int) -> str:
        """The same in a narrow column: `12`, `3:2`."""
        return self.place(line).removeprefix("cell ")

    def told(self, line: int) -> str:
        """A line of the text, after the word `line`: `12`, `2 of cell 3`."""
        cell, line = self.at(line)
        return str(line) if cell is None else f"{line} of cell {cell}"

    def line_of(self, cell: int, line: int) -> int | None:
        """The line of the text that this line of a cell is; None if there is none."""
        if cell not in self.numbers:
            return None
        index = self.numbers.index(cell)
        found = self.starts[index] + line - 1
        ends = self.starts[index + 1 : index + 2]
        return found if line > 0 and not (ends and found >= ends[0]) else None


NO_CELLS: Final = Cells()
