"""Known alarms: they keep their verdict, count for nothing, and verify nothing."""

from dataclasses import replace

from shomei.parser.ast import Suppression
from shomei.terms.diagnostics import Diagnostic, note
from shomei.verdicts.model import Report, exit_code
from shomei.verdicts.suppression import suppressed
from tests.report.samples import REFUTED, VERIFIED, place


def said(kind: str, first: int, last: int, reason: str = "") -> Suppression:
    at = place(first, 1, first, 2)
    return Suppression(kind, reason, span=at, first_line=first, last_line=last)  # type: ignore[arg-type]


REPORT = Report("a.md", "portable", (VERIFIED, REFUTED))


def test_the_verdict_stays_and_does_not_count() -> None:
    report = suppressed(REPORT, [said("off", 1, 9, "known")])
    assert [(step.verdict, step.suppressed) for step in report.steps] == [
        ("verified", None),
        ("refuted", "known"),
    ]
    assert exit_code([report]) == 0 and not report.verified


def test_what_waits_for_a_suppressed_step_still_fails() -> None:
    waiting = replace(REFUTED, id="later", line=7, verdict="skipped")
    report = suppressed(replace(REPORT, steps=(REFUTED, waiting)), [said("ignore", 3, 3)])
    assert [step.suppressed for step in report.steps] == ["no reason given", None]
    assert exit_code([report]) == 1


def test_one_that_suppresses_nothing_is_noted() -> None:
    report = suppressed(REPORT, [said("ignore", 2, 2), said("on", 5, 0)])
    assert [each.code for each in report.warnings] == ["suppresses-nothing"] * 2
    assert report.steps == REPORT.steps
    off = [said("off", 1, 5), said("on", 5, 0)]
    assert not suppressed(REPORT, off).warnings


def test_problems_and_notes_of_what_is_not_checked_are_quieted_and_no_others() -> None:
    here = place(3, 1, 3, 2)
    report = replace(
        REPORT,
        steps=(VERIFIED,),
        warnings=(note("not-checked", "not checked: x", here), note("ambiguous", "read so", here)),
        problems=(Diagnostic("input", "wrong", here), Diagnostic("environment", "no Lean", here)),
    )
    told = suppressed(report, [said("ignore", 3, 3, "draft")])
    assert [each.code for each in told.warnings] == ["ambiguous"]
    assert [each.kind for each in told.problems] == ["environment"]
    assert [each.detail for each in told.quieted] == ["suppressed: draft"] * 2
