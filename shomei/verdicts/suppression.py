"""Alarms that the author of a text calls known: they keep their verdict, and do not count. Pure.

Nothing becomes `verified` by it: a step that rests on a suppressed one is still skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from shomei.parser.ast import Suppression
from shomei.terms.diagnostics import Diagnostic, note
from shomei.verdicts.model import FAILING, Report

#: The code of the note on a comment that suppresses nothing.
IDLE: Final = "suppresses-nothing"
#: What is said where the author gives no reason.
NO_REASON: Final = "no reason given"
#: The notes that ask for something; of the others none is an alarm.
_ALARMING: Final = frozenset({"not-checked", "reason", "reason-not-used"})


def suppressed(report: Report, suppressions: Sequence[Suppression]) -> Report:
    """The report with the alarms in reach of a suppression marked, and a note for each suppression
    that is for none.
    """
    if not suppressions:
        return report
    used: set[int] = set()

    def why(line: int | None) -> str | None:
        reaching = [
            index
            for index, each in enumerate(suppressions)
            if line is not None and each.first_line <= line <= each.last_line
        ]
        used.update(reaching)
        return suppressions[reaching[-1]].reason or NO_REASON if reaching else None

    steps = tuple(
        replace(step, suppressed=reason)
        if step.verdict in FAILING and (reason := why(step.line)) is not None
        else step
        for step in report.steps
    )
    told: list[Diagnostic] = []
    quieted: list[Diagnostic] = []
    for each in (*report.warnings, *report.problems):
        alarming = each.kind == "input" or (each.kind == "note" and each.code in _ALARMING)
        reason = why(each.line) if alarming else None
        if reason is None:
            told.append(each)
        else:
            quieted.append(replace(each, detail=f"suppressed: {reason}"))
    idle = [
        _idle(each)
        for index, each in enumerate(suppressions)
        if index not in used and not (each.kind == "on" and _was_off(suppressions[:index]))
    ]
    notes = (*(each for each in told if each.kind == "note"), *idle)
    return replace(
        report,
        steps=steps,
        warnings=tuple(sorted(notes, key=lambda each: (each.line or 0, each.column or 0))),
        problems=tuple(each for each in told if each.kind != "note"),
        quieted=tuple(quieted),
    )


def _was_off(before: Sequence[Suppression]) -> bool:
    """Whether suppression was off when these were read."""
    switches = [each.kind for each in before if each.kind in {"off", "on"}]
    return bool(switches) and switches[-1] == "off"


def _idle(each: Suppression) -> Diagnostic:
    if each.kind == "on":
        return note(
            IDLE, "this turns on what was not off: no `shomei: off` stands above", each.span
        )
    return note(IDLE, f"this `{each.kind}` suppresses nothing: no alarm is in its reach", each.span)
