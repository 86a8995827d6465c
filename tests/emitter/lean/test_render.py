"""The layout of scripts: every tactic, also nested."""

from __future__ import annotations

from typing import get_args

import pytest

from shomei.emitter.lean.render import by, lines_of
from shomei.emitter.lean.script import (
    CONSTRUCTOR,
    GRIND,
    RIGHT,
    SKIP,
    SYMM,
    Cases,
    Clear,
    Exact,
    Fail,
    First,
    Goal,
    Have,
    Intro,
    Line,
    Obtain,
    OnEach,
    Refine,
    Rw,
    Show,
    SimpOnly,
    Tactic,
    Try,
)

ONE_LINE: dict[Tactic, str] = {
    Have("one", "x = x", "rfl"): "have one : x = x := rfl",
    Have("one", None, "le_refl x"): "have one := le_refl x",
    Obtain("⟨a, b⟩", "both"): "obtain ⟨a, b⟩ := both",
    Cases("either", ("one", "other")): "rcases either with one | other",
    Exact("h1"): "exact h1",
    Refine("Iff.symm ?_"): "refine Iff.symm ?_",
    Intro(("x", "⟨a, b⟩")): "intro x ⟨a, b⟩",
    Show("x = x"): "show x = x",
    Clear(("h1", "h2")): "clear h1 h2",
    Rw(("← a", "b")): "rw [← a, b]",
    Rw(("a",), at="h1"): "rw [a] at h1",
    SimpOnly(("a", "b"), at="h1"): "simp only [a, b] at h1",
    GRIND: "grind",
    CONSTRUCTOR: "constructor",
    SYMM: "symm",
    RIGHT: "right",
    SKIP: "skip",
    Fail("no rule"): 'fail "no rule"',
    Goal((GRIND,)): "· grind",
    Try(Rw(("a",))): "(try rw [a])",
    Line((RIGHT, GRIND)): "right; grind",
    OnEach((Cases("h1", ("a", "b")), GRIND)): "rcases h1 with a | b <;> grind",
}


@pytest.mark.parametrize(("tactic", "text"), ONE_LINE.items())
def test_a_tactic_is_one_line(tactic: Tactic, text: str) -> None:
    assert lines_of((tactic,)) == [text]


def test_there_are_no_other_tactics() -> None:
    assert {type(tactic) for tactic in ONE_LINE} | {First} == set(get_args(Tactic))


def test_what_is_nested_is_indented() -> None:
    inner = Have("inner", "x = x", (Have("two", "y = y", (GRIND,)), Exact("two")))
    first = First(((inner, GRIND), (GRIND,)))
    assert lines_of((Goal((inner, first)), Goal((SKIP, Goal((GRIND, SKIP)))))) == [
        "· have inner : x = x := by",
        "    have two : y = y := by",
        "      grind",
        "    exact two",
        "  first",
        "  | have inner : x = x := by",
        "      have two : y = y := by",
        "        grind",
        "      exact two",
        "    grind",
        "  | grind",
        "· skip",
        "  · grind",
        "    skip",
    ]


def test_a_term_by_tactics_stands_on_one_line() -> None:
    step = Have("one", "x = x", by(GRIND))
    assert by(step, GRIND, bracketed=True) == "by (have one : x = x := by grind); grind"
    assert by(Have("one", None, "h1"), GRIND) == "by have one := h1; grind"
