"""The table of Mathlib's names, made from a small checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from shomei.lean.mathlib import closure, entries

SOURCES = {
    "Mathlib.Top": "module\n\n-- import Mathlib.Else\npublic import Mathlib.Middle\n\ntheorem top "
    ": 1 = 1 := rfl\n/- import\nimport Mathlib.Else -/\n",
    "Mathlib.Middle": "import Mathlib.Base\nnamespace A\n@[to_additive] theorem mul_one : a * 1 = "
    "a := h\n@[to_additive (attr := simp) sum_f] theorem prod_f : True := h\n"
    '@[to_fun] theorem both : f = f := rfl\n@[deprecated top (since := "x")] alias old := top\n'
    "structure S where\n  /-- Words. -/\n  left : ℕ\n  right (n : ℕ) : n = n\nend A\n",
    "Mathlib.Base": "@[to_dual min_le] lemma le_max : a ≤ max a b := h\n",
    "Mathlib.Else": "theorem elsewhere : True := trivial\n",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "Mathlib").mkdir()
    for module, text in SOURCES.items():
        path = tmp_path.joinpath(*module.split(".")).with_suffix(".lean")
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_closure_follows_imports_of_the_header_only(checkout: Path) -> None:
    assert closure(checkout, ["Mathlib.Top"]) == ["Mathlib.Base", "Mathlib.Middle", "Mathlib.Top"]


def test_written_and_generated_names(checkout: Path) -> None:
    names = ["top", "A.add_zero", "A.sum_f", "A.fun_both", "A.S.left", "A.S.right", "min_le"]
    modules = closure(checkout, ["Mathlib.Top"])
    found = entries(checkout, modules, [*names, "A.old", "elsewhere", "A.S.none", "A.add_one"])
    assert found.keys() == {*names, "A.old"}
    assert found["A.add_zero"].source == "A.mul_one"
    assert found["A.sum_f"].module == "Mathlib.Middle"
    assert found["min_le"].source == "le_max"
    assert [name for name, entry in found.items() if entry.deprecated] == ["A.old"]
    assert found["top"].hash != found["min_le"].hash
