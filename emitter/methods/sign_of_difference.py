"""An inequality by the sign of the factored difference of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import BY_GRIND
from shomei.emitter.proof.sign import nonnegative, positive
from shomei.symbolic import factored_difference
from shomei.terms.literals import ZERO
from shomei.terms.nodes import BigOperator, Binary, Limit, Relation
from shomei.terms.relations import ascending
from shomei.terms.walk import subterms


@method(
    name="sign of the difference",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=110,
)
def sign_of_difference(problem: Problem) -> Iterator[Proof]:
    """`y/x + x/y - 2 = (x - y)^2 / (x y)`, which has a sign by its form."""
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    low = ascending(goal)
    small, large = low.left, low.right
    strict = goal.operator in ("<", ">")
    if any(
        isinstance(part, BigOperator | Limit) for side in (small, large) for part in subterms(side)
    ):
        return
    factored = factored_difference(large, small)
    if factored is None:
        return
    proof = (positive if strict else nonnegative)(factored, setting)
    if proof is None:
        return
    difference = Relation("=", Binary("-", large, small), factored)
    wanted = Relation(">" if strict else ">=", factored, ZERO)
    script = (
        *problem.start,
        Have("difference", relation(difference, setting.notation), BY_GRIND),
        Have("sign", relation(wanted, setting.notation), proof),
        GRIND,
    )
    yield Proof(script, "sign of the difference", frozenset({"algebra"}))
