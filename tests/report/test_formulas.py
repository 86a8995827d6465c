"""The line that counts the formulas."""

from __future__ import annotations

from dataclasses import replace

from shomei.report import formulas
from shomei.verdicts.model import FormulaReport
from tests.report.samples import GOOD, REPORT


def formula(role: str, kind: str = "", verdict: str | None = None) -> FormulaReport:
    return FormulaReport(1, 1, 1, 2, "x", role, verdict, "a reason", kind)  # type: ignore[arg-type]


def test_the_kinds_of_what_is_not_read_stand_in_brackets() -> None:
    found = (
        *(formula("claim", verdict="verified"),) * 14,
        formula("claim", verdict="refuted"),
        *(formula("definition"),) * 5,
        *(formula("beyond", "matrices"),) * 2,
        *(formula("unread", "\\int"),) * 4,
        formula("unread", "\\approx"),
    )
    assert formulas.counted([replace(GOOD, formulas=found)]) == (
        "27 formulas: 14 verified, 1 refuted, 5 definitions, 2 beyond (matrices), 5 unread (\\int, "
        "\\approx)"
    )


def test_many_kinds_are_cut_off_and_one_is_said_once() -> None:
    found = tuple(formula("unread", f"\\k{n % 7}") for n in range(14))
    assert formulas.counted([replace(GOOD, formulas=found)]) == (
        "14 formulas: 14 unread (\\k0, \\k1, \\k2, \\k3, \\k4, …)"
    )


def test_the_kinds_are_said_in_japanese() -> None:
    found = (formula("beyond", "matrices"), formula("unread", "ambiguous"))
    assert formulas.counted([replace(GOOD, formulas=found)], "ja") == (
        "2 個の式: 対象外 1 (行列)、未読 1 (あいまい)"
    )


def test_roles_and_words() -> None:
    assert formulas.roles(REPORT) == {"claim": 1, "definition": 1, "unread": 1}
    assert formulas.counted([GOOD]) == ""
    assert formulas.in_words(formula("claim", verdict="refuted")) == "claim, refuted: a reason"
    assert formulas.in_words(replace(formula("mention"), reason="")) == "mention"
