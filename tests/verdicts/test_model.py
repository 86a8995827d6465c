from dataclasses import replace

import pytest

from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.verdicts.model import FormulaReport, Report, exit_code, summarize
from tests.report.samples import BROKEN, GOOD, REFUTED, REPORT, VERIFIED, place

ENVIRONMENT = Report("e.txt", "portable", problems=(Diagnostic("environment", "no Lean"),))


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([GOOD], 0),
        ([REPORT], 1),
        ([BROKEN], 2),
        ([ENVIRONMENT], 3),
        ([GOOD, REPORT], 1),
        ([REPORT, BROKEN, GOOD], 2),
        ([BROKEN, ENVIRONMENT, REPORT], 3),
        ([], 2),
    ],
)
def test_exit_code_is_the_worst(reports: list[Report], status: int) -> None:
    assert exit_code(reports) == status


def test_a_file_without_steps_is_no_success() -> None:
    assert exit_code([Report("none.txt", "portable")]) == 2


@pytest.mark.parametrize("verdict", ["refuted", "unproved", "undefined", "skipped"])
def test_every_other_verdict_than_verified_is_exit_1(verdict: str) -> None:
    assert exit_code([replace(GOOD, steps=(VERIFIED, replace(VERIFIED, verdict=verdict)))]) == 1  # type: ignore[arg-type]


def test_a_known_failure_is_no_failure_and_no_success() -> None:
    known = replace(GOOD, steps=(VERIFIED, replace(REFUTED, suppressed="a joke")))
    assert exit_code([known]) == 0 and not known.verified
    assert (summarize([known]).refuted, summarize([known]).suppressed) == (0, 1)


def test_only_the_verdicts_that_are_asked_for_fail() -> None:
    unproved = replace(GOOD, steps=(replace(REFUTED, verdict="unproved"),))
    assert exit_code([replace(unproved, fail_on=frozenset({"refuted"}))]) == 0
    assert exit_code([replace(REPORT, fail_on=frozenset({"refuted"}))]) == 1


def test_what_is_plausible_is_not_verified() -> None:
    plausible = replace(GOOD, steps=(replace(VERIFIED, verdict="plausible"),))
    assert exit_code([plausible]) == 0 and not plausible.verified


def test_environment_outweighs_input_within_one_file() -> None:
    both = replace(BROKEN, problems=(*BROKEN.problems, Diagnostic("environment", "no time")))
    assert exit_code([both]) == 3


def test_summary_counts_every_verdict() -> None:
    summary = summarize(
        [REPORT, GOOD, BROKEN, replace(REPORT, steps=(replace(REFUTED, verdict="skipped"),))]
    )
    assert (
        summary.files,
        summary.steps,
        summary.verified,
        summary.refuted,
        summary.skipped,
        summary.problems,
    ) == (4, 4, 2, 1, 1, 1)
    assert summary.exit_code == 2


def test_an_article_may_claim_nothing_and_its_notes_change_nothing() -> None:
    unread = FormulaReport(1, 1, 1, 2, "x", "unread", reason="why")
    noted = (not_checked(place(1, 1, 1, 2), "why"),)
    article = replace(GOOD, path="a.md", steps=(), formulas=(unread,), warnings=noted)
    assert exit_code([article]) == 0 and not article.verified
    assert exit_code([replace(article, strict=True)]) == 1
    assert exit_code([replace(article, path="a.txt")]) == 2
    assert exit_code([replace(article, formulas=())]) == 0  # a page without mathematics
