"""Emissions that fail the audit are not given to Lean: the step gets a problem, and an alternative
that states something else is dropped.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.audit import audited
from shomei.emitter import emit_plan
from shomei.emitter.model import Claim, Emission, Theorem
from shomei.obligations import build
from shomei.obligations.model import Plan
from shomei.parser import parse
from tests.theorems import theorem_of

SOURCE = "assume x > 0\n\\frac{x^2}{x} = x\n2 x = x + x"


def emissions() -> tuple[Plan, dict[str, Emission]]:
    plan = build(parse(SOURCE, "example.txt"))
    return plan, emit_plan(plan)


def changed(emission: Emission, kind: str, *alternatives: Theorem) -> Emission:
    return replace(
        emission,
        claims=tuple(
            replace(claim, alternatives=alternatives) if claim.kind == kind else claim
            for claim in emission.claims
        ),
    )


def claim_of(emission: Emission, kind: str) -> Claim:
    return next(claim for claim in emission.claims if claim.kind == kind)


def test_what_says_the_steps_is_let_through() -> None:
    plan, made = emissions()
    found = audited(plan, made)
    assert found.keys() == made.keys() == {"line_2", "line_3"}
    for name, emission in found.items():
        assert emission.problem is None
        assert [list(claim.alternatives) for claim in emission.claims] == [
            list(claim.alternatives) for claim in made[name].claims
        ]


def test_a_step_whose_theorem_says_something_else_has_a_problem_and_no_claims() -> None:
    plan, made = emissions()
    first = claim_of(made["line_2"], "statement").alternatives[0]
    other = theorem_of(first.text.replace("= x :=", "= 2 * x :="))
    made["line_2"] = changed(made["line_2"], "statement", other)
    found = audited(plan, made)
    assert found["line_2"].claims == () and "does not say what the step says" in (
        found["line_2"].problem or ""
    )
    assert found["line_3"].problem is None


def test_a_missing_claim_is_missed() -> None:
    plan, made = emissions()
    made["line_2"] = replace(made["line_2"], claims=(claim_of(made["line_2"], "statement"),))
    assert "the claims are statement, not defined, statement" in (
        audited(plan, made)["line_2"].problem or ""
    )


def test_an_alternative_with_another_signature_is_left_out() -> None:
    plan, made = emissions()
    first = claim_of(made["line_3"], "statement").alternatives[0]
    head, _, proof = first.text.partition(" := by\n")
    others = (
        replace(first, text=f"{head} := by\n  linarith\n"),
        theorem_of(first.text.replace("2 * x", "3 * x")),
        replace(first, text=f"{head} := by\n  sorry\n"),
        replace(first, text=f"{head} := by\n{proof}\naxiom no : False\n"),
        replace(first, name="line_4"),
    )
    made["line_3"] = changed(made["line_3"], "statement", first, *others)
    assert list(claim_of(audited(plan, made)["line_3"], "statement").alternatives) == [
        first,
        others[0],
    ]


def test_two_theorems_do_not_bear_one_name() -> None:
    plan, made = emissions()
    twice = Plan((plan.obligations[0], plan.obligations[0]))
    found = audited(twice, made)
    assert "the name of two theorems" in (found["line_2"].problem or "")


def test_the_other_alternatives_are_made_when_they_are_asked_for() -> None:
    plan, made = emissions()
    found = audited(plan, made)
    source = claim_of(made["line_3"], "statement").alternatives
    assert len(vars(source)["_made"]) == 1
    assert claim_of(found["line_3"], "statement").alternatives[0] is source[0]
    assert len(vars(source)["_made"]) == 1


def test_what_is_emitted_for_a_step_without_a_proof_is_let_through() -> None:
    plan = build(
        parse(
            "assume x > 0\n\\lim_{h \\to 0} \\frac{\\sin(\\sin(h))}{x h} = \\frac{7}{x}\n"
            "\\log(x + 1) = \\sin(x)",
            "example.txt",
        )
    )
    assert [emission.problem for emission in audited(plan, emit_plan(plan)).values()] == [
        None,
        None,
    ]
