"""Lean text: its words, its lines, and the chains in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.handover.chains import chain_of
from shomei.handover.naming import namespace_of, theorem_names
from shomei.handover.text import WIDTH, ascribed, bare, parts, relation, words, wrapped


def test_words_stand_outside_brackets() -> None:
    assert words("f (a b) ⟨x, y z⟩ c") == ["f", "(a b)", "⟨x, y z⟩", "c"]
    assert parts("(a, b), c, ⟨d, e⟩", ", ") == ["(a, b)", "c", "⟨d, e⟩"]
    assert bare("((a) + (b))") == "(a) + (b)" and bare("(a) + (b)") == "(a) + (b)"
    assert ascribed("(h : 0 < x)") == ("h", "0 < x")
    assert ascribed("(fun x : ℝ => x)") == ("(fun x : ℝ => x)", None)
    assert relation("(a = b) ↔ (c = d)") == ("(a = b)", "↔", "(c = d)")
    assert relation("a = b → c = d") is None


TOKEN = st.sampled_from(["x", "h1", "(f y)", "(by grind : a = b)", "=", "Real.log", "(g (h k) l)"])


@given(st.lists(TOKEN, min_size=1, max_size=60), st.integers(0, 8))
def test_lines_hold_the_same_words(tokens: list[str], indent: int) -> None:
    line = " " * indent + " ".join(tokens)
    rows = list(wrapped(line, indent + 4))
    assert " ".join(" ".join(rows).split()) == " ".join(line.split())
    assert all(len(row) <= WIDTH for row in rows)
    assert all(row.startswith(" " * (indent + 4)) for row in rows[1:])


def test_no_line_is_broken_behind_by() -> None:
    line = "  have fact : " + "x + " * 12 + "x = 0 := by rw [" + ", ".join(["lemma_one"] * 9) + "]"
    rows = list(wrapped(line, 6))
    assert rows[-1].count("rw [") == 1 and rows[-1].endswith("]")


def test_a_chain_is_read_from_its_term() -> None:
    said = {"one": "a = b", "two": "(b : ℝ) ≤ c", "h": "c < d"}
    links = chain_of(
        "(lt_of_le_of_lt (le_trans (le_of_eq one) two) h)",
        lambda term: (term, said[term]) if term in said else None,
        nothing_between,
    )
    assert links is not None
    assert [(link.left, link.sign, link.right, link.term) for link in links] == [
        ("a", "=", "b", "one"),
        ("(b : ℝ)", "≤", "c", "two"),
        ("c", "<", "d", "h"),
    ]
    assert chain_of("(Eq.trans one three)", lambda _: None, nothing_between) is None
    # What does not fit together is no chain.
    assert chain_of("(Eq.trans two one)", lambda term: (term, said[term]), nothing_between) is None


def nothing_between(_left: str, _right: str) -> None:
    """No definition is expanded."""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("derivations/log_derivative.txt", "LogDerivative"),
        ("ein-Text 2.md", "EinText2"),
        ("証明.md", "Derivation"),
        ("2nd.txt", "Derivation2Nd"),
        ("x.txt", "DerivationX"),
    ],
)
def test_a_namespace_is_named_after_the_file(path: str, name: str) -> None:
    assert namespace_of(path) == name
    assert namespace_of(path, {name}) == f"{name}2"


def test_theorems_are_named_by_labels_and_tags() -> None:
    ids = ["theorem_log_mul", "formula_2_3", "eq_4_1", "line_7", "theorem_end", "theorem_used"]
    named = theorem_names([*ids, "formula_x"], frozenset({"used"}))
    assert list(named.values()) == [
        *("log_mul", "eq_2_3", "eq_4_1", "line_7", "theorem_end", "theorem_used", "formula_x")
    ]
