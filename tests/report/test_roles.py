"""What a formula is for, explained; no hostile text gets into the explanation."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shomei.report.roles import formulas_at, overview, role
from shomei.terms.cells import Cells
from shomei.terms.diagnostics import not_checked
from shomei.verdicts.model import FormulaReport, InForce, Premise, Report
from tests.report.samples import REPORT, place, reports


@given(reports(), st.sampled_from(("en", "ja")))
def test_no_hostile_text_reaches_the_terminal(report: Report, code: str) -> None:
    told = [*overview(report, code)]
    for formula in report.formulas:
        told += role(report, formula, code)
    for line in told:
        assert not {unicodedata.category(character) for character in line} & {"Cc", "Cf", "Cs"}


ASSUMED = FormulaReport(1, 8, 1, 13, "a > 0", "assumption", reason="it is assumed from here on")
X = Premise("a > 0", "assumed", 1, 8)
Y = Premise("n \\in \\mathbb{N}", "declared", 1, 1)
SCOPED = replace(
    REPORT,
    formulas=(ASSUMED,),
    in_force=(InForce(X, 1, 13, 3, 1, "the case ends"), InForce(Y, 1, 1)),
)


def test_an_assumption_is_told_with_its_ends_and_what_holds_besides() -> None:
    assert list(role(SCOPED, ASSUMED)) == [
        "derivations/a b.txt:1:8: assumption: it is assumed from here on",
        "  assume a > 0",
        "         ^^^^^",
        "in force:",
        "  a > 0: from line 1 to line 3, where the case ends",
        "in force here:",
        "  n \\in \\mathbb{N} (line 1)",
    ]


def test_a_note_on_a_formula_is_told_with_its_help() -> None:
    noted = replace(
        SCOPED,
        in_force=(),
        warnings=(not_checked(place(1, 8, 1, 13), "why", hint="do this", detail="fails"),),
    )
    assert list(role(noted, ASSUMED))[3:] == [
        "tried:",
        "  fails",
        "what would help:",
        "  do this",
    ]
    claimed = replace(ASSUMED, role="claim", verdict="refuted")
    assert len(list(role(noted, claimed))) == 3


def test_in_a_notebook_places_are_told_by_cell() -> None:
    notebook = replace(SCOPED, path="a.ipynb", cells=Cells((1, 3), (2, 5)))
    told = list(role(notebook, ASSUMED, "ja"))
    assert told[0].startswith("a.ipynb:cell 2:1:8: 仮定")
    assert told[4] == "  a > 0: セル 2 の 1 行目から セル 5 の 1 行目まで (その場合が終わるため)"
    assert list(overview(notebook))[1].split()[0] == "2:1:8"


def test_the_formulas_on_a_line_are_those_that_begin_there_or_else_extend_over_it() -> None:
    long = replace(ASSUMED, line=2, end_line=4)
    report = replace(SCOPED, formulas=(ASSUMED, long))
    assert formulas_at(report, 1) == (ASSUMED,)
    assert formulas_at(report, 3) == (long,)
    assert formulas_at(report, 5) == ()
