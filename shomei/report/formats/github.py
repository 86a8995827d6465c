"""Workflow commands of GitHub Actions: each step that is not verified becomes an annotation on its
line, and so does each formula that is not checked. The roles of the others are only counted.

A command ends at the end of its line, so `%`, carriage returns and newlines are encoded the way the
runner decodes them; a property also ends at `:` and `,`. Nothing else is written at the start of a
line, so no text of a derivation can begin a command.
"""

from __future__ import annotations

from collections.abc import Sequence

from shomei.report import basis, formulas
from shomei.report.escape import visible, visible_lines
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report, StepReport, summarize


def render(reports: Sequence[Report]) -> str:
    """One command per line, then plain lines that count the steps and the formulas."""
    lines = [line for report in reports for line in _file(report)]
    summary = summarize(reports)
    files = "file" if summary.problems == 1 else "files"
    lines.append(
        f"shomei: {summary.verified} of {summary.steps} steps verified, {summary.problems} "
        f"{files} with problems"
    )
    if told := formulas.counted(reports):
        lines.append(f"shomei: {visible(told)}")
    return "\n".join(lines) + "\n"


def _file(report: Report) -> list[str]:
    lines = []
    for problem in report.problems:
        place = _place(report, problem)
        lines.append(
            _command(
                "error",
                place,
                f"shomei: {problem.kind}",
                _in_cell(report, problem, "\n".join((problem.message, *problem.hints))),
            )
        )
    for step in report.steps:
        if step.is_alarm:
            place = _place(report, step)
            lines.append(
                _command(
                    "error" if report.fails(step) and step.verdict != "skipped" else "warning",
                    place,
                    f"shomei: {step.verdict}",
                    _in_cell(report, step, _message(report, step)),
                )
            )
    for notice in report.warnings:
        if notice.code == "not-claimed":
            continue  # GitHub shows a few annotations of a run; these ask for nothing
        place = _place(report, notice)
        kind = "error" if notice in report.failing_notices else "notice"
        message = "\n".join((notice.message, *basis.details(notice)))
        told = _in_cell(report, notice, message)
        lines.append(_command(kind, place, f"shomei: {notice.code}", told))
    return lines


def _message(report: Report, step: StepReport) -> str:
    parts = [step.statement]
    if step.reason:
        parts.append(f"by {step.reason}")
    if step.message:
        parts.append(step.message)
    if step.counterexample:
        parts.append(
            "counterexample: "
            + ", ".join(f"{name} = {value}" for name, value in step.counterexample)
        )
    return "\n".join((*parts, *basis.lines(step, report.cells), *step.hints))


def _in_cell(report: Report, told: StepReport | Diagnostic, message: str) -> str:
    """The message; in a notebook with its place, since GitHub counts the lines of the file."""
    if not report.cells.numbers or told.line is None:
        return message
    cell, line = report.cells.at(told.line)
    return f"cell {cell}, line {line}: {message}"


def _place(report: Report, told: StepReport | Diagnostic) -> list[tuple[str, str]]:
    place = [("file", report.path)]
    if report.cells.numbers:
        return place
    line, column, end_line, end_column = told.line, told.column, told.end_line, told.end_column
    # GitHub uses columns only if both ends are on one line. Its end column is that of the last
    # character, ours the one after it.
    for name, value in (("line", line), ("endLine", end_line)):
        if value is not None:
            place.append((name, str(value)))
    if column is not None and (end_line is None or end_line == line):
        place.append(("col", str(column)))
        if end_column is not None:
            place.append(("endColumn", str(max(column, end_column - 1))))
    return place


def _command(name: str, place: list[tuple[str, str]], title: str, message: str) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in [*place, ("title", title)])
    return f"::{name} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return visible_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
