"""Markdown for the summary of a CI job: a table of the files, and what fails in each.

Every sign of a derivation that Markdown or HTML could read as its own is written as a character
reference, which neither reads as a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shomei.report import escape, formulas
from shomei.report.escape import one_line
from shomei.report.excerpt import crop
from shomei.verdicts.model import Report, StepReport, summarize

#: GitHub shows a summary of at most 1 MiB.
_MOST: Final = 200
_LONGEST: Final = 160


def render(reports: Sequence[Report]) -> str:
    """A heading with the totals, the table, and a list of the first failures."""
    return "\n".join((*_lines(reports), ""))


def _lines(reports: Sequence[Report]) -> Iterator[str]:
    summary = summarize(reports)
    mark = "✅" if summary.exit_code == 0 else "❌"
    yield f"## {mark} Shomei: {summary.verified} of {summary.steps} steps verified"
    yield ""
    if told := formulas.counted(reports):
        yield _shown(told)
        yield ""
    yield "| | file | steps | verified | other verdicts | not checked |"
    yield "| --- | --- | ---: | ---: | --- | ---: |"
    for report in reports:
        yield _row(report)
    failing = [(report, step) for report in reports for step in report.steps if report.fails(step)]
    problems = [(report, problem) for report in reports for problem in report.problems]
    if failing or problems:
        yield ""
        yield "### What fails"
        yield ""
    for report, problem in problems[:_MOST]:
        place = report.path if problem.line is None else _place(report, problem.line)
        yield f"- {_code(place)} **error**: {_shown(problem.message)}"
    for report, step in failing[:_MOST]:
        yield f"- {_code(_place(report, step.line))} **{step.verdict}** {_told(step)}"
    hidden = max(0, len(failing) - _MOST) + max(0, len(problems) - _MOST)
    if hidden:
        yield f"- … and {hidden} more"


def _row(report: Report) -> str:
    one = summarize([report])
    other = [
        f"{count} {name}"
        for name in ("plausible", "refuted", "unproved", "undefined", "skipped", "suppressed")
        if (count := getattr(one, name))
    ]
    unread = sum(each.role in {"unread", "beyond"} for each in report.formulas)
    mark = "✅" if one.exit_code == 0 else "❌"
    cells = (_code(report.path), one.steps, one.verified, ", ".join(other), unread or "")
    return f"| {mark} | {' | '.join(map(str, cells))} |"


def _told(step: StepReport) -> str:
    said = f": {_shown(step.message)}" if step.message else ""
    return f"{_code(step.statement)}{said}"


def _place(report: Report, line: int) -> str:
    return f"{report.path}:{report.cells.place(line)}"


def _code(text: str) -> str:
    return f"<code>{_shown(text)}</code>"


def _shown(text: str) -> str:
    return escape.markdown(crop(one_line(text), _LONGEST))
