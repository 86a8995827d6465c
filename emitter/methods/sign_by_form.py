"""The sign of a term, by its form."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.sign import sign_proof
from shomei.terms.literals import ZERO
from shomei.terms.relations import turned


@method(
    name="sign by form",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=112,
    proofs=2,
)
def sign_by_form(problem: Problem) -> Iterator[Proof]:
    """`\\frac{w}{2 - v} > 0` from `w > 0` and `v < 2`."""
    goal = problem.relation
    if goal.left == ZERO:
        goal = turned(goal)
    if goal.right != ZERO or goal.operator not in (">", ">=", "!=", "<"):
        return
    proof = sign_proof(goal.operator, goal.left, problem.setting)
    if proof is not None and not proof.startswith("(by grind"):
        uses = frozenset({"algebra"})
        yield Proof((*problem.start, Exact(proof)), "signs of the factors", uses)
