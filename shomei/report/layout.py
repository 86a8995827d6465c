"""Where the formulas of a text stand, for the page that shows it: each display with the rows that
belong to it, each inline formula, and the prose around them. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from shomei.parser.suffixes import Kind
from shomei.report.excerpt import split_lines
from shomei.verdicts.model import FormulaReport, Report, StepReport

_DISPLAY: Final = re.compile(
    r"""
    ^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?^(?P=fence)[ \t]*$
  | \$\$(?!\$).*?\$\$
  | \\\[.*?\\\]
  | \\begin\s*\{(?P<name>(?:align|gather|multline|equation|eqnarray|flalign|alignat)\*?
                 |displaymath|math|IEEEeqnarray|dmath)\}.*?\\end\s*\{(?P=name)\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_MATH_FENCE: Final = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*\{?math\b")
#: From a line and a column to an offset.
_Offset: TypeAlias = Callable[[int, int], int]
_INLINE: Final = re.compile(
    r"(?<![\\$])\$(?!\s|\$)[^$\n]{1,400}?(?<![\s\\])\$(?![\d$])|\\\(.*?\\\)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a display: a step, a formula that claims nothing, or the first term of a chain."""

    step: StepReport | None = None
    formula: FormulaReport | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A formula of the source from offset `start` to `end`, with its rows in order. Without any, it
    is `text`.
    """

    start: int
    end: int
    display: bool
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """The source with lines ended by newlines alone, and the pieces of it in order."""

    text: str
    pieces: tuple[Piece, ...]


def lay_out(report: Report, kind: Kind) -> Laid:
    """The pieces of a report's text. Every step is in one of them."""
    lines = split_lines(report.text)
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(line: int, column: int) -> int:
        number = min(max(line, 1), len(lines))
        return min(starts[number - 1] + max(column - 1, 0), starts[number] - 1)

    rows = _rows(report, text, offset)
    regions = _line_regions(text, rows, offset) if kind == "plain" else list(_regions(text))
    pieces: list[Piece] = []
    left = rows
    for start, end, display in regions:
        inside = [(at, row) for at, row in left if start <= at < end]
        if inside:
            left = [each for each in left if each not in inside]
        pieces.append(Piece(start, end, display, text[start:end], tuple(row for _, row in inside)))
    for at, row in left:
        _add(pieces, at, row, offset)
    return Laid(text, tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end))))


def _add(pieces: list[Piece], at: int, row: Row, offset: _Offset) -> None:
    """Adds a row that begins before a formula, with words, to the piece of that formula; what a
    directive in a comment says gets a piece of its own.
    """
    told = row.step or row.formula
    end = offset(told.end_line, told.end_column) if told is not None else at
    for index, piece in enumerate(pieces):
        if at <= piece.start < end:
            pieces[index] = replace(piece, rows=(*piece.rows, row))
            return
    pieces.append(Piece(at, at, display=True, text="", rows=(row,)))


def _rows(report: Report, text: str, offset: _Offset) -> list[tuple[int, Row]]:
    """The rows with their offsets, in order; what sums up a chain comes after it."""
    found: list[tuple[int, int, Row]] = []
    steps = sorted(report.steps, key=lambda step: (step.line, step.column))
    for index, step in enumerate(steps):
        at = offset(step.line, step.column)
        if step.kind != "conclusion":
            found.append((at, 1, Row(step)))
            continue
        end = max(at, offset(step.end_line, step.end_column) - 1)
        first = next((each for each in steps[index + 1 :] if each.kind != "conclusion"), None)
        if first is not None and (head := text[at : offset(first.line, first.column)].strip()):
            found.append((at, 0, Row(head=head)))
        found.append((end, 2, Row(step)))
    found += (
        (offset(formula.line, formula.column), 1, Row(formula=formula))
        for formula in report.formulas
        if formula.verdict is None
    )
    return [(at, row) for at, _, row in sorted(found, key=lambda each: each[:2])]


def _regions(text: str) -> Iterator[tuple[int, int, bool]]:
    """The displays and inline formulas of an article."""
    position = 0
    for match in _DISPLAY.finditer(text):
        yield from _inline(text, position, match.start())
        if match["fence"] is None or _MATH_FENCE.match(match.group()):
            yield match.start(), match.end(), True
        position = match.end()
    yield from _inline(text, position, len(text))


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    for match in _INLINE.finditer(text, start, end):
        yield match.start(), match.end(), False


def _line_regions(
    text: str, rows: Sequence[tuple[int, Row]], offset: _Offset
) -> list[tuple[int, int, bool]]:
    """In plain text, the lines that hold rows, as far as they follow each other."""
    found: list[tuple[int, int, bool]] = []
    for at, row in rows:
        told = row.step or row.formula
        end = offset(told.end_line, told.end_column) if told is not None else at
        begin = text.rfind("\n", 0, at) + 1
        stop = text.find("\n", max(end, at))
        stop = len(text) if stop < 0 else stop
        if found and begin <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], stop), True)
        else:
            found.append((begin, max(stop, begin + 1), True))
    return found
