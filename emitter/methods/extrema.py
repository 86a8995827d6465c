"""A maximum or a minimum, by which of its two numbers it is."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, Have, script
from shomei.emitter.lean.term import real
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import bound_free
from shomei.emitter.proof.squares import squares
from shomei.terms.nodes import Relation, applies
from shomei.terms.walk import free_variables, subtrees

#: The most absolute values that are split by sign.
_MOST = 5


@method(name="extrema", goal="relation", reasons=("algebra",), cost=35, proofs=2)
def extrema(problem: Problem) -> Iterator[Proof]:
    """`\\max(a, \\max(b, c)) = \\max(\\max(a, b), c)`: the differences are negative or not."""
    goal, setting = problem.relation, problem.setting
    written = problem.obligation.goal
    if not isinstance(written, Relation) or not any(
        applies(part, "max", "min") for part in subtrees(written)
    ):
        return
    found = dict.fromkeys(
        real(part.arguments[0], setting.notation)
        for side in (goal.left, goal.right)
        for part in bound_free(side)
        if applies(part, "abs") and set(free_variables(part)) <= set(setting.variables)
    )
    if not 0 < len(found) <= _MOST:
        return
    cases = [
        Have(
            f"sign{number}",
            f"(0 ≤ ({u} : ℝ) ∧ abs ({u} : ℝ) = {u}) ∨ (({u} : ℝ) < 0 ∧ abs ({u} : ℝ) = -({u}))",
            (
                f"(le_or_gt 0 ({u} : ℝ)).imp (fun above => ⟨above, abs_of_nonneg above⟩) (fun "
                "below => ⟨below, abs_of_nonpos (le_of_lt below)⟩)"
            ),
        )
        for number, u in enumerate(found)
    ]
    how = "absolute value, by the sign of what is in it"
    lines = script(problem.start, cases, squares(goal, setting), GRIND)
    yield Proof(lines, how, frozenset({"algebra"}))
