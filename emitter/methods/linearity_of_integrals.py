"""Linearity of integrals with bounds, and ranges that are put together."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND_SUMS, script
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.linear_integrals import NotContinuous, integrals_in, linear_lines
from shomei.terms.polynomials import TooMany


@method(
    name="linearity of integrals",
    goal="relation",
    reasons=("sum_rule", "algebra", "integration"),
    cost=95,
    proofs=3,
)
def linearity_of_integrals(problem: Problem) -> Iterator[Proof]:
    """`\\int_a^b (f(x) + 2 g(x)) dx = \\int_a^b f(x) dx + 2 \\int_a^b g(x) dx`."""
    goal, setting = problem.relation, problem.setting
    found = integrals_in((goal.left, goal.right))
    if not found:
        return
    try:
        lines = linear_lines(found, setting)
    except (TooMany, Unprintable, NotContinuous):
        return
    if lines:
        proof = script(problem.start, lines, GRIND_SUMS)
        yield Proof(proof, "linearity of the integral", frozenset({"sum_rule", "algebra"}))
