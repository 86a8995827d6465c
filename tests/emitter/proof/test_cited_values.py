"""A theorem about a limit or derivative, cited at other values."""

from shomei.emitter import emit_plan
from shomei.emitter.model import Claim
from shomei.obligations import build
from shomei.parser import parse

SCALED = """assume a > 0, x > 0
define f(x) = a x^2
theorem (1): f'(x) = 2 a x
proof
  f'(x) = a \\cdot 2 x
    = 2 a x
qed
"""


def last_statement(text: str) -> Claim:
    plan = build(parse(text, "test.txt"))
    claims = emit_plan(plan)[plan.obligations[-1].id].claims
    return next(claim for claim in claims if claim.kind == "statement")


def test_the_cited_theorem_is_applied_to_the_values_that_are_given() -> None:
    first = last_statement(
        SCALED + "define g(x) = 3 x^2\ng'(x) = 2 \\cdot 3 x   by (1) with a = 3\n"
    ).alternatives[0]
    assert first.requires == ("theorem_1",)
    assert "have cited : HasDerivAt (fun x : ℝ => 3 * x ^ (2 : ℕ))" in first.text
    assert first.how.startswith("(1)")


def test_values_are_found_where_none_are_given() -> None:
    first = last_statement(
        SCALED + "define g(x) = 3 x^2\ng'(x) = 2 \\cdot 3 x   by (1)\n"
    ).alternatives[0]
    assert first.requires == ("theorem_1",)


def test_a_spelling_that_differs_in_lean_is_bridged() -> None:
    text = """assume a > 0, a \\neq 1, x > 0
define f(x) = \\log_a x
theorem (1): f'(x) = \\frac{1}{x \\ln a}
define g(x) = \\ln x
g'(x) = \\frac{1}{x \\ln e}   by (1) with a = e
"""
    first = last_statement(text).alternatives[0]
    assert first.requires == ("theorem_1",)
    assert "simp only [bridge1] at theirs" in first.text


def test_a_theorem_about_another_function_is_not_cited() -> None:
    claim = last_statement(SCALED + "define g(x) = 3 x^3\ng'(x) = 9 x^2   by (1) with a = 3\n")
    assert all("theorem_1" not in theorem.requires for theorem in claim.alternatives)


def test_a_theorem_outside_its_hypotheses_is_not_cited() -> None:
    claim = last_statement(
        SCALED + "define g(x) = (-3) x^2\ng'(x) = 2 \\cdot (-3) x   by (1) with a = -3\n"
    )
    assert all("theorem_1" not in theorem.requires for theorem in claim.alternatives)
