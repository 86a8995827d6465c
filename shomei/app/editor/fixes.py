"""Changes to a text that carry out what the help of a report proposes. Pure.

A fix inserts a whole line: a directive in a comment of an article, or a line of plain text. None is
applied without its author, and all that it inserts is checked like the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shomei.app.editor.places import Lines
from shomei.parser.suffixes import kind_of
from shomei.report.escape import one_line
from shomei.verdicts.model import Report, StepReport

#: What help says, and what it proposes to write above the step.
_ABOVE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"assume (?P<said>.+): under that, no counterexample is found"), "assume {said}"),
    (re.compile(r"show (?P<said>.+) first, in a step of its own \(.*\)"), "{said}"),
    (re.compile(r"put this step first(?:, and say .*?)?: (?P<said>.+)"), "{said}"),
    (re.compile(r"an induction on \S+ needs this step; write it before: (?P<said>.+)"), "{said}"),
    (re.compile(r"say what it comes to, in a step of its own: (?P<said>.+)"), "{said}"),
    (re.compile(r".*?write `(?P<said>(?:let|assume|define) [^`]+)`.*"), "{said}"),
)
_RELATION: Final = re.compile(
    r"\s*(?:&\s*)?(?:=|<|>|≤|≥|≠|\\(?:leq?|geq?|neq?|iff|Rightarrow|implies|Leftrightarrow)\b)"
)
_DISPLAY: Final = re.compile(r"\$\$|\\\[|\\begin\s*\{|`{3,}|~{3,}")
_INDENT: Final = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Fix:
    """A line to be inserted above the line with this number (from 1 on), and what that does."""

    title: str
    line: int
    text: str
    preferred: bool = False


def fixes(report: Report, step: StepReport) -> Iterator[Fix]:
    """What may be done about a step that fails, the most helpful first."""
    lines = Lines.of(report.text)
    kind = kind_of(report.path)
    above = _beginning(lines, step.line, plain=kind == "plain")
    proposed = [said for hint in step.hints if (said := _proposed(hint)) is not None]
    for index, said in enumerate(dict.fromkeys(proposed)):
        if (text := _as_directive(said, kind)) is not None:
            yield Fix(f"Insert `{said}` above", above, _indented(lines, above, text), index == 0)
    if step.suppressed is None:
        comment = _comment("ignore-next: say why", kind)
        if comment is not None:
            below = step.line if kind in {"plain", "latex"} else above
            yield Fix("Suppress this alarm", below, _indented(lines, below, comment))


def _proposed(hint: str) -> str | None:
    for pattern, form in _ABOVE:
        match = pattern.fullmatch(one_line(hint))
        if match is not None:
            return form.format(said=match["said"])
    return None


def _as_directive(said: str, kind: str) -> str | None:
    """A line that says it in this kind of text; None where a comment cannot hold it."""
    return said if kind == "plain" else _comment(said, kind)


def _comment(said: str, kind: str) -> str | None:
    match kind:
        case "plain" | "latex":
            return f"% shomei: {said}"
        case "restructured":
            return f".. shomei: {said}"
        case _:
            return None if "--" in said else f"<!-- shomei: {said} -->"


def _indented(lines: Lines, number: int, text: str) -> str:
    match = _INDENT.match(lines.line(number))
    return (match.group() if match and lines.line(number).strip() else "") + text


def _beginning(lines: Lines, number: int, *, plain: bool) -> int:
    """The first line of the chain or the display that holds a line."""
    if plain:
        while number > 1 and _RELATION.match(lines.line(number)):
            number -= 1
        return number
    for first in range(number, max(number - 200, 0), -1):
        if not lines.line(first).strip():
            return min(first + 1, number)
        if _DISPLAY.search(lines.line(first)) and not _closes(lines.lines, first, number):
            above = first - 1
            while above and _DISPLAY.match(lines.line(above).strip()):
                above -= 1
            return above + 1
    return number


def _closes(lines: Sequence[str], first: int, number: int) -> bool:
    """Whether the display that begins in line `first` ends before line `number`."""
    return first < number and any(
        re.search(r"\$\$|\\\]|\\end\s*\{", lines[each - 1]) for each in range(first + 1, number)
    )
