"""What a verdict rests on, in words: `x > 0 (line 3)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from shomei.languages.language import FALLBACK
from shomei.languages.messages import listed, say
from shomei.report.escape import one_line
from shomei.terms.cells import NO_CELLS, Cells
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Origin, Premise, StepReport

#: What the text says, what it leaves unsaid, what its names stand for, and its functions.
SAID: Final[tuple[Origin, ...]] = ("declared", "assumed", "case", "proved", "condition")
UNSAID: Final[tuple[Origin, ...]] = ("inferred", "proof")
NAMES: Final[tuple[Origin, ...]] = ("name",)
FUNCTIONS: Final[tuple[Origin, ...]] = ("definition",)


def of(step: StepReport, origins: Sequence[Origin]) -> tuple[Premise, ...]:
    """The premises of a step with these origins, in order."""
    return tuple(each for each in step.premises if each.origin in origins)


def by_kind(step: StepReport) -> Iterator[tuple[str, tuple[Premise, ...]]]:
    """The premises of a step by their kinds, each with the English word that leads to them."""
    for word, origins in (
        ("assuming", (*SAID, *UNSAID)),
        ("with", NAMES),
        ("where", FUNCTIONS),
    ):
        if premises := of(step, origins):
            yield word, premises


def line_in_words(line: int, code: str = FALLBACK, cells: Cells = NO_CELLS) -> str:
    """`line 3`, `line 2 of cell 4`."""
    if line == 0:
        return say("text.settings", code)
    cell, line = cells.at(line)
    if cell is None:
        return say("text.line", code, line=line)
    return say("text.line_of_cell", code, line=line, cell=cell)


def grouped(
    premises: Iterable[Premise],
) -> Iterator[tuple[tuple[int, bool], tuple[Premise, ...]]]:
    """Premises that come from one line together, with the line, and whether they are inferred."""
    for key, group in groupby(premises, key=_source):
        yield key, tuple(group)


def in_words(
    premises: Iterable[Premise], code: str = FALLBACK, cells: Cells = NO_CELLS
) -> Iterator[str]:
    """Premises with the lines that they come from, those of one line together. A condition that is
    inferred comes from no line, and is said to be so.
    """
    for (line, inferred), group in grouped(premises):
        statements = listed((one_line(each.statement) for each in group), code)
        if inferred:
            yield say("text.inferred", code, listed=statements)
        else:
            place = line_in_words(line, code, cells)
            yield say("text.at", code, listed=statements, place=place)


def each_in_words(
    premises: Iterable[Premise], code: str = FALLBACK, cells: Cells = NO_CELLS
) -> list[str]:
    """Premises with their lines, each by itself."""
    return [told for each in premises for told in in_words((each,), code, cells)]


def _source(premise: Premise) -> tuple[int, bool]:
    inferred = premise.origin == "inferred"
    return (0 if inferred else premise.line, inferred)


def lines(step: StepReport, cells: Cells = NO_CELLS) -> tuple[str, ...]:
    """All that the verdict on a step rests on, in English, a line for each kind of premise."""
    return tuple(
        f"{word}: {', '.join(in_words(premises, cells=cells))}" for word, premises in by_kind(step)
    )


def details(notice: Diagnostic) -> tuple[str, ...]:
    """What a notice says besides its message, in English: what trying came to, and help."""
    tried = (f"tried: {notice.detail}",) if notice.detail else ()
    return (*tried, *(f"help: {hint}" for hint in notice.hints))
