"""SARIF 2.1.0, for code scanning, which shows each result as an alert: a result for each step that
is not verified and for each failure. What is only noted is a notification of the invocation. Every
formula, with its role, is in the properties of its file's artifact.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from shomei.report import basis, formulas
from shomei.report.escape import escape_unseen_json, visible, visible_lines
from shomei.report.tool import address, version
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import FormulaReport, Premise, Report, StepReport, exit_code

#: Each rule with what it means, and what to do.
_RULES: Final = (
    (
        "refuted",
        "The step is false: there are numbers that satisfy its hypotheses and not its claim.",
        "Put the numbers of the counterexample into both sides. Correct the step, or write the "
        "hypothesis that excludes them.",
    ),
    (
        "unproved",
        "No proof of the step was found.",
        "The step may be true. Name the rule or the formula that it uses, or put a step between.",
    ),
    (
        "undefined",
        "Some expression of the step may be undefined in its context.",
        "Assume or show first what the expression needs, such as a denominator that is not 0.",
    ),
    (
        "skipped",
        "The step rests on one that is not verified.",
        "Look at the step that it rests on.",
    ),
    (
        "input",
        "The file cannot be read as a derivation.",
        "Correct the notation at this place.",
    ),
    (
        "environment",
        "The check could not be carried out here.",
        "See the message: there is no Lean, no time, no memory or no room on the disk.",
    ),
    (
        "notice",
        "Something that is not checked, or was read with a guess.",
        "Write it as the message says. Without --strict it is no failure.",
    ),
)


def render(reports: Sequence[Report]) -> str:
    """One run. Paths become URI references with `/`; relative ones refer to `%SRCROOT%`. Columns
    count code points.
    """
    run = {
        "tool": {
            "driver": {
                "name": "shomei",
                "version": version(),
                **({"informationUri": page} if (page := address()) else {}),
                "rules": [_rule(*rule) for rule in _RULES],
                "notifications": [{"id": "note", "shortDescription": {"text": _RULES[-1][1]}}],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(report.problems for report in reports),
                "exitCode": exit_code(reports),
                "toolExecutionNotifications": [
                    _notification(report, notice)
                    for report in reports
                    for notice in report.warnings
                    if notice not in report.failing_notices
                ],
            }
        ],
        "artifacts": [_artifact(report) for report in reports],
        "results": [result for report in reports for result in _results(report)],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return escape_unseen_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _rule(name: str, meaning: str, remedy: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": f"Step{name.capitalize()}",
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": f"{meaning} {remedy}"},
        "help": {"text": remedy, "markdown": f"**{meaning}** {remedy}"},
        "defaultConfiguration": {"level": "error"},
    }


def _results(report: Report) -> list[dict[str, Any]]:
    results = [_step(report, step) for step in report.steps if _is_told(report, step)]
    results.extend(_notice(report, notice) for notice in report.failing_notices)
    results.extend(_problem(report, problem) for problem in report.problems)
    return results


def _is_told(report: Report, step: StepReport) -> bool:
    """Whether a step is a result: it fails, and a step that merely waits for it does not count."""
    if step.suppressed is not None:
        return step.verdict != "skipped"
    return report.fails(step) and step.verdict != "skipped"


def _step(report: Report, step: StepReport) -> dict[str, Any]:
    known = (
        {}
        if step.suppressed is None
        else {"suppressions": [{"kind": "inSource", "justification": visible(step.suppressed)}]}
    )
    message = step.message or step.verdict
    if step.counterexample:
        message += "\ncounterexample: " + ", ".join(
            f"{name} = {value}" for name, value in step.counterexample
        )
    return {
        **_result(step.verdict, "fail", "error", _told(report, step, message)),
        **known,
        "locations": [_location(report, step)],
        "partialFingerprints": {"step/v1": f"{step.id}:{_fingerprint(step.statement)}"},
        "properties": {"premises": [_premise(report, each) for each in step.premises]},
    }


def _premise(report: Report, premise: Premise) -> dict[str, Any]:
    cell, line = report.cells.at(premise.line)
    return {**asdict(premise), **({} if cell is None else {"cell": cell}), "line": line}


def _told(report: Report, step: StepReport, message: str) -> str:
    rests = basis.lines(step, report.cells)
    return "\n".join((step.statement, message, *rests, *step.hints))


def _notice(report: Report, notice: Diagnostic) -> dict[str, Any]:
    """A notice that counts as a failure."""
    return {
        **_result("notice", "fail", "error", _said(notice)),
        "locations": [_location(report, notice)],
        "properties": {"code": notice.code},
    }


def _notification(report: Report, notice: Diagnostic) -> dict[str, Any]:
    return {
        "descriptor": {"id": "note", "index": 0},
        "level": "note",
        "message": {"text": visible_lines(_said(notice))},
        "locations": [_location(report, notice)],
        "properties": {"code": notice.code},
    }


def _said(notice: Diagnostic) -> str:
    return "\n".join((notice.message, *basis.details(notice)))


def _artifact(report: Report) -> dict[str, Any]:
    """A file, its formulas, and how many have each role."""
    return {
        "location": _uri(report.path),
        "properties": {
            "summary": formulas.counted([report]),
            "roles": formulas.roles(report),
            "formulas": [_formula(report, formula) for formula in report.formulas],
        },
    }


def _formula(report: Report, formula: FormulaReport) -> dict[str, Any]:
    """A formula; in a notebook with its cell, and a line of that."""
    cell, line = report.cells.at(formula.line)
    return {
        **({} if cell is None else {"cell": cell}),
        "startLine": line,
        "startColumn": formula.column,
        "endLine": report.cells.at(formula.end_line)[1],
        "endColumn": formula.end_column,
        "role": formula.role,
        "verdict": formula.verdict,
        "reason": formula.reason,
        "text": formula.text,
    }


def _problem(report: Report, problem: Diagnostic) -> dict[str, Any]:
    place = _location(report, problem)
    return {
        **_result(problem.kind, "fail", "error", "\n".join((problem.message, *problem.hints))),
        "locations": [place],
    }


def _result(rule: str, kind: str, level: str, message: str) -> dict[str, Any]:
    index = next(i for i, (name, *_) in enumerate(_RULES) if name == rule)
    return {
        "ruleId": rule,
        "ruleIndex": index,
        "kind": kind,
        "level": level,
        "message": {"text": visible_lines(message)},
    }


def _location(report: Report, told: StepReport | Diagnostic) -> dict[str, Any]:
    """The place in the file; in a notebook, of which the lines are no lines of a cell, the cell."""
    if report.cells.numbers:
        place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _uri(report.path)}}
        if told.line is not None:
            cell, line = report.cells.at(told.line)
            place["logicalLocations"] = [{"name": f"cell {cell}, line {line}"}]
        return place
    region = {
        "startLine": told.line,
        "startColumn": told.column,
        "endLine": told.end_line,
        "endColumn": told.end_column,
    }
    known = {key: value for key, value in region.items() if value is not None}
    physical: dict[str, Any] = {"artifactLocation": _uri(report.path)}
    if known:
        physical["region"] = known
    return {"physicalLocation": physical}


def _uri(path: str) -> dict[str, str]:
    pure = PurePath(path)
    encoded = quote(_path_bytes(pure.as_posix()), safe="/")
    # A colon in the first segment would read as a scheme, but `quote` has encoded it.
    return (
        {"uri": f"file://{encoded}"}
        if pure.is_absolute()
        else {"uri": encoded, "uriBaseId": "%SRCROOT%"}
    )


def _path_bytes(path: str) -> bytes:
    """The bytes of the file system's own name, or a substitute if it is not a valid name."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _fingerprint(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
