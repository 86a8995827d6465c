"""The two sides of an equation between limiting terms have a value, because the chain of equations
ends in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import Exact, Have
from shomei.emitter.lean.statement import value_of
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import in_brackets
from shomei.emitter.proof.values import values
from shomei.obligations.model import Obligation


@method(name="existence", goal="existence", cost=100)
def existence(problem: Problem) -> Iterator[Proof]:
    """The value of one side, and that of the other by the step's own theorem."""
    goal, setting = problem.relation, problem.graph.setting
    for term, direction in ((goal.right, "mpr"), (goal.left, "mp")):
        for found in values(term, problem, by_rules=False):
            own = applied_to_own(problem.obligation)
            at = in_brackets(found.value, setting)
            first = Have("found", value_of(term, at, setting.notation), found.proof)
            link = f"Iff.{direction} ({own} {at}) found"
            pair = f"{link}, found" if direction == "mpr" else f"found, {link}"
            yield Proof(
                (*found.before, first, Exact(f"⟨{at}, {pair}⟩")),
                found.how,
                found.uses,
                (problem.obligation.id, *found.requires),
            )


def applied_to_own(obligation: Obligation) -> str:
    """The obligation's own theorem, applied to its own variables and hypotheses."""
    context = obligation.context
    functions = [each.name for each in context.functions]
    names = map(identifier, [*functions, *(each.name for each in context.variables)])
    return " ".join([obligation.id, *names, *(h.name for h in obligation.context.hypotheses)])
