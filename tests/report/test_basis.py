"""What verdicts rest on, in words."""

from __future__ import annotations

from dataclasses import replace

from shomei.report import basis
from shomei.terms.diagnostics import not_checked
from shomei.verdicts.model import Premise
from tests.report.samples import VERIFIED, place

STEP = replace(
    VERIFIED,
    premises=(
        Premise("n \\in \\mathbb{N}", "declared", 2, 1),
        Premise("x > 0", "assumed", 3, 1),
        Premise("y > 0", "case", 3, 9),
        Premise("z > 0", "inferred", 5, 1),
        Premise("Y = x", "name", 4, 1),
        Premise("f(x) = x", "definition", 1, 1),
    ),
)


def test_what_one_line_says_is_told_together() -> None:
    assert list(basis.in_words(basis.of(STEP, basis.SAID))) == [
        "n \\in \\mathbb{N} (line 2)",
        "x > 0, y > 0 (line 3)",
    ]
    assert basis.each_in_words(basis.of(STEP, ("case", "inferred"))) == [
        "y > 0 (line 3)",
        "z > 0 (inferred)",
    ]
    assert "(2 行目)" in next(basis.in_words(basis.of(STEP, basis.SAID), "ja"))


def test_each_kind_of_premise_has_its_line() -> None:
    assert basis.lines(STEP) == (
        "assuming: n \\in \\mathbb{N} (line 2), x > 0, y > 0 (line 3), z > 0 (inferred)",
        "with: Y = x (line 4)",
        "where: f(x) = x (line 1)",
    )
    assert basis.lines(VERIFIED) == ()


def test_a_note_tells_what_trying_came_to_and_what_helps() -> None:
    told = not_checked(place(1, 1, 1, 2), "why", hint="do this", detail="fails for x = 2")
    assert basis.details(told) == ("tried: fails for x = 2", "help: do this")
    assert basis.details(not_checked(place(1, 1, 1, 2), "why")) == ()


def test_hostile_premises_stay_on_one_line() -> None:
    step = replace(VERIFIED, premises=(Premise("x\x1b[1m\n\u202ey", "assumed", 1, 1),))
    assert basis.lines(step) == ("assuming: x\\x1b[1m \\u202ey (line 1)",)
