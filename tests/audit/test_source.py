"""The Lean lexer of the audit: nested comments, strings, docstrings, and commands in any place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.audit import commands, declarations, signature
from shomei.audit.source import Unended, foreign, tokens

PLAIN = "/-- words -/\ntheorem t (x : ℝ) (h1 : x = 0) :\n    x = 0 := by\n  exact h1\n"


def words(source: str) -> list[str]:
    return [command.word for command in commands(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("theorem a : True := trivial", ["theorem"]),
        ("theorem a : True := trivial theorem b : True := trivial", ["theorem", "theorem"]),
        ("/- theorem a -/ axiom b : False", ["axiom"]),
        ("/- /- nested -/ theorem a -/\ndef b := 1", ["def"]),
        ("/-- axiom a -/\ntheorem b : True := trivial", ["theorem"]),
        ("-- axiom a\ntheorem b : True := trivial -- axiom c", ["theorem"]),
        ('def a := "axiom b -/ \\" theorem"\n#eval a', ["def", "#eval"]),
        ('def a := r#"axiom " b"#\nopen Nat', ["def", "open"]),
        ('def a := "/-"\naxiom b : False\ndef c := "-/"', ["def", "axiom", "def"]),
        ("def a := '\"'\naxiom b : False --\"", ["def", "axiom"]),
        ("theorem x' : True := trivial\naxiom y' : False", ["theorem", "axiom"]),
        ("theorem «axiom» : True := trivial", ["theorem"]),
        ("@[simp] theorem a : True := trivial", ["@", "theorem"]),
        ("set_option maxHeartbeats 0 in theorem a : True := trivial", ["set_option", "theorem"]),
        ("frobnicate 1", ["frobnicate"]),
        ("theorem a : True := by\n  open Nat in trivial", ["theorem", "open"]),
        ("theorem a : True := by\n  run_tac skip", ["theorem"]),
    ],
)
def test_commands_are_found_and_nothing_else(source: str, found: list[str]) -> None:
    assert words(source) == found


@pytest.mark.parametrize(
    "source", ["/- open", "/- /- -/", '"open', "«open", 'r#"open"', "/-- words --", "/--/"]
)
def test_what_does_not_end_is_not_read(source: str) -> None:
    with pytest.raises(Unended):
        list(tokens(source))


@given(st.text("/-!\"'«»#rs \nat", max_size=30))
def test_tokens_are_pieces_of_the_source_in_order(source: str) -> None:
    try:
        found = list(tokens(source))
    except Unended:
        return
    position = 0
    for token in found:
        assert source.startswith(token.text, token.start)
        assert not source[position : token.start].strip()
        position = token.start + len(token.text)
    assert not source[position:].strip()


def test_declarations_are_the_theorems_asked_for() -> None:
    cited = "axiom u (x : ℝ) : x = x"
    assert declarations(f"{cited}\n{PLAIN}\n#print axioms t\n") == (
        ("axiom", "u"),
        ("theorem", "t"),
    )
    for more in (
        "  axiom a : False",
        "#eval 1",
        "open Nat",
        "def a := 1",
        "#print t",
        "  theorem b : True := trivial",
        "instance : Inhabited Nat := ⟨0⟩",
    ):
        with pytest.raises(ValueError, match="not among what was asked for"):
            declarations(f"{PLAIN}{more}\n")


def test_a_signature_is_what_stands_before_the_proof() -> None:
    assert signature(PLAIN) == "theorem t (x : ℝ) (h1 : x = 0) :\n    x = 0"
    assert (
        signature("/-- theorem a : b := by -/\n" + PLAIN.partition("\n")[2])
        == "theorem t (x : ℝ) (h1 : x = 0) :\n    x = 0"
    )
    assert signature("theorem a : True := trivial") == ""
    assert (
        signature("theorem a (h : b := by simp) : c := by\n  d")
        == "theorem a (h : b := by simp) : c"
    )
    assert signature("") == signature("/- theorem a : b := by") == ""


def test_a_theorem_holds_nothing_besides() -> None:
    assert foreign(PLAIN, "t") is None
    assert foreign(PLAIN.replace("exact h1", 'fail "no rule was found"'), "t") is None
    for changed in (
        PLAIN.replace("words", "words -/ axiom a : False /-"),
        PLAIN.replace("exact h1", "exact h1 axiom a : False"),
        PLAIN + "axiom a : False\n",
        PLAIN.replace("  exact", "exact"),
        PLAIN.replace("exact h1", "sorry"),
        PLAIN.replace("exact h1", "exact sorryAx _ false"),
        PLAIN.replace("exact h1", "exact Lean.ofReduceBool _ _ rfl"),
        PLAIN.replace("exact h1", 'fail "text\\n"'),
        PLAIN.replace("exact h1", 'fail s!"{x}"'),
        PLAIN.replace("exact h1", 'fail "text'),
        PLAIN.replace("exact h1", "fail 'x'"),
        PLAIN.replace("exact h1", "/- more -/ exact h1"),
        PLAIN.replace("exact h1", "exact h1 -- more"),
        PLAIN.replace("theorem", "@[simp] theorem"),
        PLAIN.replace("/-- words -/", "/-- words -/ /-- words -/"),
        PLAIN.replace("/-- words -/\n", ""),
        PLAIN.replace("exact h1", "run_tac skip"),
        PLAIN.replace("exact h1", "#eval 1"),
        PLAIN.replace("exact h1", "exact `(h1)"),
    ):
        assert foreign(changed, "t") is not None, changed
    assert foreign(PLAIN, "u") is not None
