"""SARIF 2.1.0, for code scanning: a result per step. A verified step is a result of kind `pass`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from shomei.report.escape import escape_unseen_json, visible_lines
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report, StepReport, exit_code

_RULES: Final = (
    ("verified", "Lean's kernel accepts the step."),
    (
        "refuted",
        "The step is false: there are numbers that satisfy its hypotheses and not its claim.",
    ),
    ("unproved", "No proof of the step was found."),
    ("undefined", "Some expression of the step need not be defined in its context."),
    ("skipped", "The step rests on one that is not verified."),
    ("input", "The file cannot be read as a derivation."),
    ("environment", "The check could not be carried out here."),
    ("notice", "Something that is not checked, or was read with a guess."),
)


def render(reports: Sequence[Report]) -> str:
    """One run. Paths become URI references with `/`; relative ones refer to `%SRCROOT%`. Columns
    count code points.
    """
    run = {
        "tool": {
            "driver": {
                "name": "shomei",
                "rules": [
                    {"id": rule, "shortDescription": {"text": text}} for rule, text in _RULES
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(report.problems for report in reports),
                "exitCode": exit_code(reports),
            }
        ],
        "results": [result for report in reports for result in _results(report)],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return escape_unseen_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _results(report: Report) -> list[dict[str, Any]]:
    results = [_step(report, step) for step in report.steps]
    results.extend(_notice(report, notice) for notice in report.warnings)
    results.extend(_problem(report, problem) for problem in report.problems)
    return results


def _step(report: Report, step: StepReport) -> dict[str, Any]:
    if step.verdict == "verified":
        kind, level = "pass", "none"
    elif step.verdict == "skipped":
        kind, level = "notApplicable", "none"
    else:
        kind, level = "fail", "error"
    message = step.message or step.verdict
    if step.counterexample:
        message += "\ncounterexample: " + ", ".join(
            f"{name} = {value}" for name, value in step.counterexample
        )
    return {
        **_result(step.verdict, kind, level, "\n".join((step.statement, message, *step.hints))),
        "locations": [_location(report, step)],
        "partialFingerprints": {"step/v1": f"{step.id}:{_fingerprint(step.statement)}"},
    }


def _notice(report: Report, notice: Diagnostic) -> dict[str, Any]:
    place = _location(report, notice)
    fails = notice in report.failing_notices
    kind, level = ("fail", "error") if fails else ("informational", "none")
    return {
        **_result("notice", kind, level, notice.message),
        "locations": [place],
        "properties": {"code": notice.code},
    }


def _problem(report: Report, problem: Diagnostic) -> dict[str, Any]:
    place = _location(report, problem)
    return {
        **_result(problem.kind, "fail", "error", "\n".join((problem.message, *problem.hints))),
        "locations": [place],
    }


def _result(rule: str, kind: str, level: str, message: str) -> dict[str, Any]:
    index = next(i for i, (name, _) in enumerate(_RULES) if name == rule)
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
        place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(report.path)}}
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
    physical: dict[str, Any] = {"artifactLocation": _artifact(report.path)}
    if known:
        physical["region"] = known
    return {"physicalLocation": physical}


def _artifact(path: str) -> dict[str, str]:
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
