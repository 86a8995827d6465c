"""What is written as `ring`, `field`, `linarith` or `norm_num` is what these prove over Mathlib,
whatever the portable Lean's tactics of these names would accept.
"""

import pytest

from shomei.handover.known import stated_by
from shomei.handover.provable import (
    Rewriting,
    Variables,
    by_field,
    by_linarith,
    by_norm_num,
    by_ring,
)

KNOWN = Variables({"a", "b", "x", "y", "z"}, {"n", "k"})


@pytest.mark.parametrize(
    "goal",
    [
        "(x + y) ^ (2 : ℕ) = x ^ (2 : ℕ) + 2 * x * y + y ^ (2 : ℕ)",
        "(a + b) / 2 = a / 2 + b / 2",
        "x ^ (n + 1 + 1 : ℕ) = x ^ (n : ℕ) * x * x",
        "1 / (x * y) = x⁻¹ * y⁻¹",
        "(2 ^ (n : ℕ) : ℝ) = (1 + 1) ^ (n : ℕ)",
        "-x * y = y * (-x)",
        "(n : ℝ) + Real.log (x) = Real.log x + (n : ℝ)",
        "(∑ k ∈ Finset.Icc 1 n, x ^ (k : ℕ)) * 2 = 2 * (∑ k ∈ Finset.Icc 1 n, x ^ (k : ℕ))",
    ],
)
def test_ring_proves_identities_of_rings(goal: str) -> None:
    assert by_ring(goal, KNOWN)


@pytest.mark.parametrize(
    "goal",
    [
        "x = y",
        "x / x = 1",
        "x * x * x⁻¹ = x",
        "x / y * y = x",
        # `ring` does not look into arguments, takes no hypotheses and casts no sums.
        "Real.log (x + y) = Real.log (y + x)",
        "((n + 1 : ℕ) : ℝ) = (n : ℝ) + 1",
        "x ^ (2 : ℝ) = x * x",
        "x < x + 1",
        "(n : ℝ) = n",
        "x / 0 = 0",
    ],
)
def test_ring_proves_no_more(goal: str) -> None:
    assert not by_ring(goal, KNOWN)


def test_field_needs_the_denominators() -> None:
    assert by_field("1 / x + 1 / y = (x + y) / (x * y)", KNOWN) == ("(x : ℝ)", "(y : ℝ)")
    assert by_field("a / (a - b) ^ (2 : ℕ) = a / (b - a) / (b - a)", KNOWN) == (
        "(a - b : ℝ)",
        "(b - a : ℝ)",
    )
    assert by_field("x * (n : ℝ) / (n : ℝ) = x", KNOWN) == ("(n : ℝ)",)
    assert by_field("x / 2 = x * (1 / 2)", KNOWN) == ()
    assert by_field("x / x = 2", KNOWN) is None
    assert by_field("x / x ≤ 1", KNOWN) is None
    assert by_field("x / (y - y) = 0", KNOWN) is None


@pytest.mark.parametrize(
    ("goal", "facts"),
    [
        ("x < 3", ["x ≤ y", "y < 2 + (1 : ℝ)"]),
        ("x = y", ["x ≤ y", "y ≤ x"]),
        ("x * (1 - x) ≤ 1 / 4", ["(0 : ℝ) ≤ (2 * x - 1) * (2 * x - 1)"]),
        ("a / b ≤ 2 * (a / b)", ["(0 : ℝ) ≤ a / b"]),
        ("x ≤ 3 / 2", ["3 < x", "x < 2"]),
        ("(1 : ℝ) < 1 + abs x", ["0 < abs (x)"]),
    ],
)
def test_linarith_adds_hypotheses_up(goal: str, facts: list[str]) -> None:
    assert by_linarith(goal, facts, KNOWN)


@pytest.mark.parametrize(
    ("goal", "facts"),
    [
        ("(0 : ℝ) < x", ["(0 : ℝ) ≤ x"]),
        # No hypothesis is multiplied by a term, put into an argument, or taken apart.
        ("x * z = y * z", ["x = y"]),
        ("Real.log x = Real.log y", ["x = y"]),
        ("x < y", ["x < y ∧ y < 2"]),
        ("(0 : ℝ) ≤ x * y", ["(0 : ℝ) ≤ x", "(0 : ℝ) ≤ y"]),
        ("(0 : ℝ) ≤ x * x", []),
        ("x ≠ 0", ["0 < x"]),
        ("x = 2", ["x ≠ 2 → x = 2"]),
        # A natural number is not its cast.
        ("(1 : ℝ) ≤ (n : ℝ)", ["1 ≤ n"]),
        ("x / y < 1", ["x < y", "0 < y"]),
    ],
)
def test_linarith_does_no_more(goal: str, facts: list[str]) -> None:
    assert not by_linarith(goal, facts, KNOWN)


def test_numbers_are_compared() -> None:
    assert by_norm_num("(1 : ℝ) / 2 + 1 / 3 < 1") and by_norm_num("2 ^ (3 : ℕ) = 8")
    assert by_norm_num("(7 : ℝ) ≠ 6") and by_norm_num("-(1 : ℝ) ≤ -1 / 2")
    assert not by_norm_num("(2 : ℝ) < 1") and not by_norm_num("(2 : ℝ) ≤ x")
    assert not by_norm_num("1 / 0 = 0")


def test_equations_stand_for_atoms() -> None:
    law = Rewriting({"Real.log (x * y)": "Real.log x + Real.log y"})
    assert by_ring("Real.log (x * y) - Real.log y = Real.log x", KNOWN, law)
    assert not by_ring("Real.log (x * z) - Real.log z = Real.log x", KNOWN, law)
    assert not by_ring("x * y = 1", KNOWN, Rewriting({"x * y": "1"}))


def test_lemmas_say_what_they_state() -> None:
    def hypothesis(name: str) -> str | None:
        return {"h": "(-1 : ℝ) ≤ x"}.get(name)

    assert (
        stated_by("mul_self_nonneg ((2 * x - 1) : ℝ)", hypothesis)
        == "0 ≤ (2 * x - 1) * (2 * x - 1)"
    )
    assert stated_by(
        "mul_nonneg (sub_nonneg.2 h) (by positivity : (0 : ℝ) ≤ (n : ℝ))", hypothesis
    ) == ("0 ≤ (x - (-1)) * (n : ℝ)")
    assert stated_by("h", hypothesis) == "(-1 : ℝ) ≤ x"
    assert stated_by("mul_nonneg h h", hypothesis) is None
    assert stated_by("Shomei.unknown x", hypothesis) is None
