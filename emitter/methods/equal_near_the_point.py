"""Two limits at the same point, of functions that are equal near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.script import Intro
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.near import congruent, node_point
from shomei.terms.nodes import Limit, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables


@method(
    name="equal near the point",
    goal="equivalence",
    reasons=("algebra", "rule", "citation", "limit"),
    cost=200,
    proofs=10,
)
def equal_near_the_point(problem: Problem) -> Iterator[Proof]:
    """`\\lim_{x \\to 1} (x^2 - 1) / (x - 1) = \\lim_{x \\to 1} (x + 1)`."""
    left, right = problem.relation.left, problem.relation.right
    if not isinstance(left, Limit) or not isinstance(right, Limit):
        return
    setting = problem.graph.setting
    if node_point(left, setting) != node_point(right, setting) or left.side != right.side:
        return
    if left.variable == right.variable or left.variable not in free_variables(right.body):
        for found in congruent(problem, left, _renamed(right, left.variable)):
            yield replace(found, script=(Intro(("value",)), *found.script))


def _renamed(limit: Limit, variable: str) -> Limit:
    if limit.variable == variable:
        return limit
    return replace(
        limit, variable=variable, body=substitute(limit.body, {limit.variable: Variable(variable)})
    )
