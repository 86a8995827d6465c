"""The cases of a split cover everything."""

from __future__ import annotations

from shomei.emitter.lean.render import lines_of
from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from tests.emitter.methods.offered import offered, proofs

NAME = "cases that cover everything"


CASES = "case x \\ge 0\n  x^2 \\ge 0\nendcase\ncase x {} 0\n  x^2 \\ge 0\nendcase"


def cover_of(text: str) -> Obligation:
    return next(step for step in build(parse(text, "test.txt")).obligations if step.kind == "cases")


def test_it_proves_what_it_is_for() -> None:
    scripts = [lines_of(each.script) for each in proofs(NAME, cover_of(CASES.format("<")))]
    assert scripts[0] == ["grind"]
    assert scripts[1][0] == "have order0 := lt_trichotomy (x : ℝ) (0 : ℝ)"
    assert scripts[2] == [
        "rcases Classical.em ((0 : ℝ) ≤ x) with yes | no",
        "· exact Or.inl yes",
        "· right; grind",
    ]


def test_it_leaves_alone_what_it_is_not_for() -> None:
    assert offered(NAME, "x \\ge 0 \\lor x < 0") == []
