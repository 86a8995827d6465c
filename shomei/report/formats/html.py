"""The report as one self-contained HTML page: the source with a mark on each step, and the Lean
theorem behind it, folded; below it, a table of the formulas with their roles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shomei.report import basis, formulas
from shomei.report.escape import one_line, visible, visible_lines
from shomei.report.excerpt import split_lines
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report, StepReport, summarize

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATE: Final = Path(__file__).with_name("report.html.jinja")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source, how it is told, and the steps and notices that begin on it."""

    number: int
    place: str
    text: str
    steps: tuple[StepReport, ...]
    notices: tuple[Diagnostic, ...]


def render(reports: Sequence[Report]) -> str:
    """The page. All text from the derivation goes through `visible` and Jinja's escaping. The page
    runs no script.
    """
    files = [(report, _lines(report)) for report in reports]
    return _template().render(
        files=files, summary=summarize(reports), summary_of_formulas=formulas.counted(reports)
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    environment.filters["visible_lines"] = visible_lines
    environment.filters["one_line"] = one_line
    environment.filters["counted"] = formulas.counted
    environment.filters["details"] = basis.details
    environment.filters["premises"] = _premises
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))


def _premises(step: StepReport, report: Report) -> list[list[str]]:
    """The kinds of premises of a step, and those of each kind in words."""
    return [line.split(": ", 1) for line in basis.lines(step, report.cells)]


def _lines(report: Report) -> list[SourceLine]:
    steps: dict[int, list[StepReport]] = {}
    for step in report.steps:
        steps.setdefault(step.line, []).append(step)
    notices: dict[int, list[Diagnostic]] = {}
    for notice in report.warnings:
        notices.setdefault(notice.line or 1, []).append(notice)
    lines = split_lines(report.text) if report.text else []
    # Steps on lines that the text does not have (if there is no text, for example) are still shown.
    last = max([len(lines), *steps, *notices])
    numbers = range(1, last + 1) if report.text else sorted({*steps, *notices})
    return [
        SourceLine(
            n,
            report.cells.short(n),
            lines[n - 1] if n <= len(lines) else "",
            tuple(steps.get(n, ())),
            tuple(notices.get(n, ())),
        )
        for n in numbers
    ]
