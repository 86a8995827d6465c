"""The roles and verdicts of formulas, and what the summary calls those that are not read."""

from __future__ import annotations

import pytest

from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.verdicts.formulas import kind_of

#: A command that is refused in words that do not name it.
UNNAMED = next(name for name, words in UNSUPPORTED.items() if f"\\{name}" not in words)


@pytest.mark.parametrize(
    ("text", "reason", "kind"),
    [
        (f"x \\{UNNAMED} y", UNSUPPORTED[UNNAMED], f"\\{UNNAMED}"),
        ("x", "integrals (`\\int`) are not part of the language", "\\int"),
        ("x", "integrals are not part of the language", "integrals"),
        ("x \\approx 3", "`\\approx` is no exact statement: use `=` or an inequality", "\\approx"),
        ("\\foo = 1", "the command `\\foo` is not part of the language", "\\foo"),
        ("x", "the environment `pmatrix` is not part of the language", "pmatrix"),
        ("A B = B A", "matrices", "matrices"),
        ("\\sin \\pi/2", "this can be read as `a` or as `b`", "ambiguous"),
        (
            "g(x) = 1",
            "`g(…)` looks like a function, and nothing above defines `g`",
            "undefined names",
        ),
        ("= 2", "it goes on from what is not read", "what goes on from these"),
        ("x = )", "`)` cannot stand here", "syntax"),
        ("a = 1", "its declaration in line 11 is not read", "unread declarations"),
        ("x", "something else", "something else"),
    ],
)
def test_the_kind_is_as_short_as_it_can_be_said(text: str, reason: str, kind: str) -> None:
    assert kind_of(text, reason) == kind
