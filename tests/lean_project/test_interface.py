"""What the real Lean proves from the portable interface, what it must not prove, and the axioms
behind it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from shomei.lean.axioms import STANDARD
from shomei.lean.backend import LeanRun
from shomei.lean.portable.backend import PortableBackend

ROOT = Path(__file__).parents[2]
LISTED = frozenset(
    entry["name"]
    for entry in tomllib.loads(
        (ROOT / "lean_project" / "portable" / "axioms.toml").read_text(encoding="utf-8")
    )["axiom"]
)


def run(backend: PortableBackend, body: str) -> LeanRun:
    (answer,) = backend.check([body], timeout=300)
    assert answer.complete, answer.failure
    return answer


def errors(answer: LeanRun) -> list[str]:
    return [message.text for message in answer.messages if message.severity == "error"]


def theorems(statements: Sequence[str]) -> str:
    return "".join(
        f"theorem t{number} {statement}\n" for number, statement in enumerate(statements)
    )


TRUE = [
    "(x : ℝ) (hx : 0 < x) : Real.exp (Real.log x) = x := Real.exp_log hx",
    (
        "(a b : ℝ) (ha : 0 < a) (hb : 0 < b) : Real.log (a * b) = Real.log a + Real.log b := "
        "Real.log_mul ha.ne' hb.ne'"
    ),
    "(x : ℝ) : Real.sin (x + Real.pi) = -Real.sin x := Real.sin_add_pi x",
    ": Real.cos (Real.pi / 3) = 1 / 2 := Real.cos_pi_div_three",
    (
        ": Tendsto (fun t : ℝ => (1 + t) ^ (1 / t)) (𝓝[≠] 0) (𝓝 (Real.exp 1)) := "
        "Shomei.tendsto_one_add_rpow_inv"
    ),
    ": Tendsto (fun t : ℝ => Real.sin t / t) (𝓝[≠] 0) (𝓝 1) := Shomei.tendsto_sin_div",
    (
        "(x : ℝ) : HasDerivAt (fun y : ℝ => Real.arctan y) (1 / (1 + x ^ 2)) x := "
        "Shomei.hasDerivAt_arctan (Shomei.hasDerivAt_id x)"
    ),
    (
        "(x p : ℝ) (h : 0 < x) : HasDerivAt (fun y : ℝ => y ^ p) (p * x ^ (p - 1) * 1) x := "
        "Shomei.hasDerivAt_rpow_const (Shomei.hasDerivAt_id x) h p"
    ),
    (
        "(n : ℕ) : ∑ k ∈ Finset.Icc 1 (n + 1), (k : ℝ) = (∑ k ∈ Finset.Icc 1 n, (k : ℝ)) + (n + "
        "1 : ℕ) := Shomei.sum_Icc_succ _ (by omega)"
    ),
    (
        "(n : ℕ) (h : 2 ≤ n) : (Nat.choose n 2 : ℝ) = Nat.factorial n / (Nat.factorial 2 * "
        "Nat.factorial (n - 2)) := Shomei.choose_eq h"
    ),
]

#: Values that are only a convention are Mathlib's, so that what is proved here is proved there.
CONVENTIONS = [
    ": Real.log 0 = 0 := Real.log_zero",
    ": Real.log (-2) = Real.log 2 := Real.log_neg_eq_log 2",
    ": Real.sqrt (-1) = 0 := Real.sqrt_eq_zero_of_nonpos (by grind)",
    ": (0 : ℝ) ^ (0 : ℝ) = 1 := Real.rpow_zero 0",
    ": (-8 : ℝ) ^ (1 : ℝ) = -8 := Real.rpow_one (-8)",
    ": (1 : ℝ) / 0 = 0 := div_zero 1",
    (
        ": Real.tan (Real.pi / 2) = 0 := by rw [Real.tan_eq_sin_div_cos, Real.cos_pi_div_two, "
        "div_zero]"
    ),
    ": Real.logb 1 2 = 0 := by rw [← Real.log_div_log, Real.log_one, div_zero]",
    ": Real.arcsin 2 = Real.pi / 2 := Real.arcsin_of_one_le (by grind)",
]

#: Facts from which `grind` must not come to a contradiction, nor to the false statements below.
FACTS = [
    ["Real.exp_add", "Real.add_one_le_exp", "Real.exp_pos", "Real.exp_neg"],
    ["Real.exp_log", "Real.log_exp", "Real.log_mul", "Real.log_neg_eq_log", "Real.log_inv"],
    ["Real.sin_add", "Real.cos_add", "Real.sin_neg", "Real.cos_neg"],
    [
        "Real.sin_sq_add_cos_sq",
        "Real.sin_lt",
        "Real.sin_gt_sub_cube",
        "Real.sin_le_one",
        "Real.neg_one_le_sin",
    ],
    [
        "Real.rpow_add",
        "Real.rpow_mul",
        "Real.rpow_natCast",
        "Real.mul_self_sqrt",
        "Real.sqrt_eq_zero_of_nonpos",
    ],
    [
        "Finset.sum_Icc_succ_top",
        "Finset.Icc_eq_empty_of_lt",
        "Nat.factorial_succ",
        "Nat.choose_succ_succ'",
    ],
    ["abs_of_nonneg", "abs_of_neg", "mul_pos", "inv_pos", "div_zero", "max_def", "min_def"],
]

FALSE = [
    (
        "(x y : ℝ) : Real.log (x * y) = Real.log x + Real.log y := by grind [Real.log_mul, "
        "Real.log_zero, Real.log_neg_eq_log]"
    ),
    "(x : ℝ) : Real.exp (Real.log x) = x := by grind [Real.exp_log, Real.log_zero, Real.exp_zero]",
    "(x : ℝ) : Real.sqrt (x ^ 2) = x := by grind [Real.sqrt_sq, Real.sqrt_sq_eq_abs]",
    "(x : ℝ) : x / x = 1 := by grind [div_self, div_zero]",
    "(x : ℝ) : Real.sin x < x := by grind [Real.sin_lt, Real.sin_zero, Real.sin_neg]",
    (
        "(x : ℝ) : x + 1 < Real.exp x := by grind [Real.add_one_le_exp, Real.add_one_lt_exp, "
        "Real.exp_zero]"
    ),
    "(x : ℝ) : Real.cos (2 * x) = 2 * Real.cos x := by grind [Real.cos_two_mul, Real.cos_zero]",
    "(n : ℕ) : ∑ k ∈ Finset.Icc 1 n, (k : ℝ) = n * n / 2 := by grind [Finset.sum_Icc_succ_top]",
    (
        "(x : ℝ) : HasDerivAt (fun y : ℝ => Real.cos y) (Real.sin x * 1) x := "
        "Shomei.hasDerivAt_cos (Shomei.hasDerivAt_id x)"
    ),
    ": Tendsto (fun t : ℝ => (1 + t) ^ (1 / t)) (𝓝[≠] 0) (𝓝 1) := Shomei.tendsto_one_add_rpow_inv",
]


def test_the_compiled_library_has_the_listed_axioms(backend: PortableBackend) -> None:
    assert backend.axioms == LISTED


def test_the_interface_proves_what_it_should(backend: PortableBackend) -> None:
    assert errors(run(backend, theorems([*TRUE, *CONVENTIONS]))) == []


def test_what_it_proves_rests_on_listed_axioms(backend: PortableBackend) -> None:
    body = theorems(TRUE)
    answer = run(
        backend, body + "".join(f"#print axioms t{number}\n" for number in range(len(TRUE)))
    )
    audits = [message.text for message in answer.messages if "axioms" in message.text]
    used = {name for text in audits for name in re.findall(r"[\w.]+", text.partition("[")[2])}
    assert len(audits) == len(TRUE)
    assert used - STANDARD <= LISTED
    assert "Classical.choice" in used, "the audits were not read"


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts[0])
def test_no_contradiction_is_in_easy_reach(backend: PortableBackend, facts: list[str]) -> None:
    answer = run(backend, f"theorem absurd_of_facts : False := by grind [{', '.join(facts)}]")
    assert len(errors(answer)) == 1
    assert "grind" in errors(answer)[0]


def test_what_is_false_is_not_proved(backend: PortableBackend) -> None:
    body = theorems(FALSE)
    answer = run(backend, body)
    lines = {message.line for message in answer.messages if message.severity == "error"}
    assert lines == set(range(1, len(FALSE) + 1))


def test_every_name_that_emitter_and_operations_cite_exists(backend: PortableBackend) -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for room in (ROOT / "emitter", ROOT / "shomei" / "operations")
        for path in sorted(room.rglob("*"))
        if path.suffix in (".py", ".toml")
    ]
    names = {
        name
        for text in sources
        for name in re.findall(
            r"\b(?:Real|Nat|Finset|Filter|Shomei)\.[a-z][\w']*(?:\.[a-z][\w']*)*", text
        )
    }
    whole = sorted(name for name in names if not name.endswith("_"))
    assert len(whole) > 100
    answer = run(backend, "".join(f"#check @{name}\n" for name in whole))
    assert [
        whole[message.line - 1] for message in answer.messages if message.severity == "error"
    ] == []
