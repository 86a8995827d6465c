from dataclasses import replace

import pytest

from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import Report, exit_code, summarize
from tests.report.samples import BROKEN, GOOD, REFUTED, REPORT, VERIFIED

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
