"""The tactics of `portable/Tactics.lean`: they prove what emitted files use them for, and no more
than those of Mathlib where that is easily said.
"""

from shomei.lean.lake.detect import PROJECT
from shomei.lean.portable.backend import PortableBackend

PROVED = [
    ("(x y : ℝ)", "(x + y) ^ 2 = x ^ 2 + 2 * x * y + y ^ 2", "ring"),
    ("(x h : ℝ) (k : h ≠ 0)", "1 / h * (h * x) = x", "field"),
    ("(a b c : ℝ) (h : a ≠ 0) (k : c ≠ 0)", "b / a = b / c / (a / c)", "field"),
    ("(x y : ℝ) (h : x ≤ y) (k : y < 2)", "x + 1 < 3", "linarith"),
    ("", "(1 : ℝ) / 2 + 1 / 3 < 1", "norm_num"),
    ("(x y : ℝ) (h : 0 < x) (k : 0 ≤ y)", "0 < y + x * 3 + (x * y) ^ 2", "positivity"),
    ("(x y : ℝ) (h : 0 < x)", "Real.sqrt x * Real.exp y / x ≠ 0", "positivity"),
    ("(n : ℕ) (x : ℝ) (h : 0 < x)", "0 ≤ (n : ℝ) * x ^ (1 / 2 : ℝ)", "positivity"),
    ("(n k : ℕ) (h : 1 ≤ k)", "0 < (k : ℝ) * ((k : ℝ) + 1)", "positivity"),
    ("(k : ℕ) (h : 3 ≤ k)", "k ≠ 0", "positivity"),
    ("(x y : ℝ) (h : 1 < x) (k : y ≠ 0)", "x * y ≠ 0", "positivity"),
    ("(a b c : ℝ) (h : a < b) (k : b ≤ c)", "a < c", "calc a < b := h\n    _ ≤ c := k"),
]
NOT_PROVED = [
    ("(x : ℝ)", "x = x + 1", "ring"),
    ("(x : ℝ)", "x / x = 1", "field"),
    ("(x : ℝ)", "0 < x", "positivity"),
    ("(x y : ℝ) (h : 0 < x) (k : 0 < y)", "0 < x - y", "positivity"),
    ("(x : ℝ) (h : 0 ≤ x)", "x ≠ 0", "positivity"),
    ("(n k : ℕ) (h : k ≤ n)", "(k : ℝ) ≠ 0", "positivity"),
    ("(x y : ℝ) (h : 1 < x + y)", "0 < x", "positivity"),
    ("(x y : ℝ) (h : 0 < x * y)", "0 < y", "linarith"),
    ("", "(2 : ℝ) < 1", "norm_num"),
]


def test_the_tactics_prove_what_they_are_used_for(backend: PortableBackend) -> None:
    text = (PROJECT / "portable" / "Tactics.lean").read_text("utf-8")
    begins = {}
    for place, (binders, statement, tactic) in enumerate([*PROVED, *NOT_PROVED]):
        begins[place] = text.count("\n") + 1
        text += f"example {binders} : {statement} := by\n  {tactic}\n"
    (run,) = backend.check([text], timeout=600)
    assert run.complete
    wrong = {
        max(place for place, begin in begins.items() if begin <= message.line)
        for message in run.messages
        if message.severity == "error"
    }
    assert wrong == set(range(len(PROVED), len(PROVED) + len(NOT_PROVED)))
