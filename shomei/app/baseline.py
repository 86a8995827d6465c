"""Alarms that were there before: a file of them, and a report in which they do not count.

An alarm is known by its file, its verdict and its statement, and not by its line, so that text may
be added above it. Pure but for reading and writing the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from shomei.app.commands.writing import write_atomically
from shomei.report.escape import escape_unseen_json
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report

_SCHEMA: Final = 1
#: What is said of a step that the baseline knows.
KNOWN: Final = "in the baseline"

#: The path of the file relative to the baseline, the verdict or kind of the alarm, and its text.
Alarm: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The reports with the known alarms marked, and how many known ones are no longer there."""

    reports: list[Report]
    gone: int


def read(path: Path) -> Counter[Alarm]:
    """The alarms in a baseline. Raises `ValueError` if it is none, `FileNotFoundError` if there is
    no such file.
    """
    try:
        return _alarms_in(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: this is no baseline of Shomei: {error}") from None


def _alarms_in(document: dict[str, Any]) -> Counter[Alarm]:
    if document["baseline"] != _SCHEMA:
        raise ValueError(f"version {document['baseline']} is not known")
    found: Counter[Alarm] = Counter()
    for each in document["alarms"]:
        alarm = (each["path"], each["kind"], each["text"])
        if not all(isinstance(part, str) for part in alarm):
            raise TypeError("an alarm is no text")
        found[alarm] += int(each["count"])
    return found


def write(path: Path, reports: Sequence[Report], kept: Counter[Alarm]) -> int:
    """Writes the alarms of the reports, and those in `kept` of files that have none of the reports.
    Returns how many there are.
    """
    checked = {_relative(report.path, path) for report in reports}
    found = Counter({each: count for each, count in kept.items() if each[0] not in checked})
    for report in reports:
        found.update(alarms(report, path))
    rows = [
        {"path": where, "kind": kind, "text": text, "count": count}
        for (where, kind, text), count in sorted(found.items())
    ]
    document = {"baseline": _SCHEMA, "alarms": rows}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    write_atomically(path, escape_unseen_json(text) + "\n")
    return found.total()


def alarms(report: Report, baseline: Path) -> list[Alarm]:
    """The alarms of a report that the author has not suppressed."""
    where = _relative(report.path, baseline)
    found = [
        (where, step.verdict, _squeezed(step.statement)) for step in report.steps if step.is_alarm
    ]
    told = (*report.failing_notices, *(each for each in report.problems if each.kind == "input"))
    return [*found, *((where, _kind(each), _squeezed(each.message)) for each in told)]


def compared(reports: Sequence[Report], known: Counter[Alarm], baseline: Path) -> Compared:
    """The reports with what is known marked."""
    left = known.copy()
    marked = [_marked(report, left, baseline) for report in reports]
    checked = {_relative(report.path, baseline) for report in reports}
    gone = sum(count for each, count in left.items() if each[0] in checked and count > 0)
    return Compared(marked, gone)


def _marked(report: Report, left: Counter[Alarm], baseline: Path) -> Report:
    where = _relative(report.path, baseline)

    def is_known(kind: str, text: str) -> bool:
        alarm = (where, kind, _squeezed(text))
        if left[alarm] <= 0:
            return False
        left[alarm] -= 1
        return True

    steps = tuple(
        replace(step, suppressed=KNOWN)
        if step.is_alarm and is_known(step.verdict, step.statement)
        else step
        for step in report.steps
    )
    told = (*report.failing_notices, *(each for each in report.problems if each.kind == "input"))
    known = [each for each in told if is_known(_kind(each), each.message)]
    return replace(
        report,
        steps=steps,
        warnings=tuple(each for each in report.warnings if each not in known),
        problems=tuple(each for each in report.problems if each not in known),
        quieted=(*report.quieted, *known),
    )


def _kind(told: Diagnostic) -> str:
    return told.code or told.kind


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _relative(path: str, baseline: Path) -> str:
    whole, folder = Path(path).absolute(), baseline.absolute().parent
    place = whole.relative_to(folder) if whole.is_relative_to(folder) else whole
    return place.as_posix()
