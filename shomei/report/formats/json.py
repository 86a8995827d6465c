"""The report for programs. The keys and their order are part of the interface; more keys may follow
those that stand here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from shomei.report.escape import escape_unseen_json
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import FormulaReport, InForce, Report, StepReport, summarize

#: The version of these keys: it grows where one is taken away or means something else.
SCHEMA: Final = 2


def render(reports: Sequence[Report]) -> str:
    """`{"files": […], "summary": {…}, "schema": …}`, two spaces deep, ending in a newline."""
    document = {
        "files": [_file(report) for report in reports],
        "summary": asdict(summarize(reports)),
        "schema": SCHEMA,
    }
    return escape_unseen_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _file(report: Report) -> dict[str, Any]:
    return {
        "path": report.path,
        "backend": report.backend,
        "steps": [_placed(_step(step, report), report) for step in report.steps],
        "warnings": [_placed(_notice(notice), report) for notice in report.warnings],
        "problems": [_placed(_problem(problem), report) for problem in report.problems],
        "suppressed": [_placed(_notice(each), report) for each in report.quieted],
        "seconds": {stage: round(seconds, 4) for stage, seconds in report.seconds},
        "formulas": [_placed(_formula(formula), report) for formula in report.formulas],
        "in_force": [_in_force(each, report) for each in report.in_force],
    }


def _placed(entry: dict[str, Any], report: Report) -> dict[str, Any]:
    """In a notebook, lines are those of a cell, which has a key of its own."""
    if not report.cells.numbers or entry["line"] is None:
        return entry
    cell, line = report.cells.at(entry["line"])
    ends = {"end_line": report.cells.at(entry["end_line"])[1]} if "end_line" in entry else {}
    return {**entry, "line": line, **ends, "cell": cell}


def _step(step: StepReport, report: Report) -> dict[str, Any]:
    return {
        "id": step.id,
        "line": step.line,
        "statement": step.statement,
        "reason": step.reason,
        "verdict": step.verdict,
        "message": step.message,
        "assumptions": list(step.assumptions),
        "lean": step.lean,
        "counterexample": None if step.counterexample is None else dict(step.counterexample),
        "column": step.column,
        "end_line": step.end_line,
        "end_column": step.end_column,
        "kind": step.kind,
        "label": step.label,
        "used": step.used,
        "hints": list(step.hints),
        "axioms": list(step.axioms),
        "cached": step.cached,
        "inferred": list(step.inferred),
        "renamings": list(step.renamings),
        "symbolic": list(step.symbolic),
        "suppressed": step.suppressed,
        "rests_on": list(step.rests_on),
        "premises": [_placed(asdict(premise), report) for premise in step.premises],
    }


def _formula(formula: FormulaReport) -> dict[str, Any]:
    """`role` is one of `shomei.terms.roles.Role`, `verdict` null where the formula claims
    nothing.
    """
    return {
        "line": formula.line,
        "column": formula.column,
        "end_line": formula.end_line,
        "end_column": formula.end_column,
        "text": formula.text,
        "role": formula.role,
        "verdict": formula.verdict,
        "reason": formula.reason,
        "kind": formula.kind,
    }


def _in_force(each: InForce, report: Report) -> dict[str, Any]:
    """What the source puts in force, and where: `end` is null where that is up to its end."""
    begin = {"line": each.begin_line, "column": each.begin_column}
    end = {"line": each.end_line, "column": each.end_column}
    return {
        **_placed(asdict(each.premise), report),
        "begin": _placed(begin, report),
        "end": None if each.end_line is None else _placed(end, report),
        "ended": each.ended,
    }


def _notice(notice: Diagnostic) -> dict[str, Any]:
    return {
        "line": notice.line,
        "column": notice.column,
        "code": notice.code,
        "message": notice.message,
        "detail": notice.detail,
        "hints": list(notice.hints),
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "message": problem.message,
        "line": problem.line,
        "column": problem.column,
        "hints": list(problem.hints),
    }
