"""One type holds everything that is reported besides verdicts."""

from __future__ import annotations

from shomei.terms.diagnostics import Diagnostic, not_checked, note
from shomei.terms.nodes import Span

PLACE = Span(4, 9, 2, 1, 3, 5)


def test_its_place_is_that_of_its_span() -> None:
    told = note("odd", "read with a guess", PLACE)
    assert (told.line, told.column, told.end_line, told.end_column) == (2, 1, 3, 5)
    nowhere = Diagnostic("environment", "there is no Lean")
    assert (nowhere.line, nowhere.column, nowhere.end_line, nowhere.end_column) == (None,) * 4


def test_what_helps_is_what_was_expected_and_what_would_be_right() -> None:
    assert Diagnostic("input", "no", PLACE).hints == ()
    assert Diagnostic("input", "no", PLACE, ("`}`", "a number")).hints == (
        "expected `}`, a number",
    )
    assert Diagnostic("input", "no", PLACE, ("`}`",), "close it").hints == (
        "expected `}`",
        "close it",
    )


def test_what_is_not_checked_is_a_note() -> None:
    told = not_checked(PLACE, "prose")
    assert (told.kind, told.code, told.message) == ("note", "not-checked", "not checked: prose")
