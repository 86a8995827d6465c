"""Declarations of Lean sources, with their names in full."""

from __future__ import annotations

import pytest

from shomei.lean.sources import (
    declarations,
    explicit_arguments,
    split_at_value,
    without_comments,
)

TEXT = """module

/-! A quotation mark: " and a nested /- comment -/ -/

namespace Real.Deep
section
variable {x : ℝ}

@[simp, to_additive (attr := simp) zero_f]
theorem one_f {y : ℝ} (h : x = y) : f [1] = 1 := by
  simp -- namespace Wrong
section Inner
private lemma own : True := trivial
end Inner
omit [Finite x] in
@[deprecated old (since := "2026-01-01")] protected theorem old :
    x = x := rfl
end
theorem _root_.outside : True := trivial
def g.{u} : ℕ → ℕ
  | 0 => 1
  | n + 1 => n
alias ⟨left, _⟩ := iff
export C (field)
end Real.Deep

attribute [to_additive later] earlier

class C (α : Type) where
  field : α

theorem last : True := trivial
"""


def test_names_attributes_and_statements() -> None:
    found = [(one.kind, one.name, one.private) for _, one in declarations(TEXT)]
    assert found == [
        ("theorem", "Real.Deep.one_f", False),
        ("lemma", "Real.Deep.own", True),
        ("theorem", "Real.Deep.old", False),
        ("theorem", "outside", False),
        ("def", "Real.Deep.g", False),
        ("alias", "Real.Deep.left", False),
        ("export", "Real.Deep.field", False),
        ("attribute", "earlier", False),
        ("class", "C", False),
        ("theorem", "last", False),
    ]
    by_name = {one.name: one for _, one in declarations(TEXT)}
    assert by_name["Real.Deep.one_f"].signature == "{y : ℝ} (h : x = y) : f [1] = 1"
    assert "to_additive" in by_name["Real.Deep.one_f"].attributes
    assert "deprecated" in by_name["Real.Deep.old"].attributes


def test_comments() -> None:
    assert without_comments('a /- " /- b -/ c -/ "/- no -/" -- d\ne') == 'a  "/- no -/" \ne'


@pytest.mark.parametrize(
    ("signature", "arguments"),
    [
        ("(a b : ℝ) {c : ℝ} (h : (a, b) = c) : ∀ (d : ℝ), d = d", ["a", "b", "h"]),
        (": 0 = 0", []),
        ("[Field α] (f : α → α) : f = f", ["f"]),
    ],
)
def test_explicit_arguments(signature: str, arguments: list[str]) -> None:
    assert explicit_arguments(signature) == arguments


def test_a_statement_ends_at_its_value() -> None:
    assert split_at_value("(h : a := 1) : b := c") == ("(h : a := 1) : b ", " c")
    assert split_at_value(": True") == (": True", "")
