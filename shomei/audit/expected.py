"""The meaning of what an obligation asks for. It is computed from the obligation alone, by the
rules that README.md and `docs/trust.md` state.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from shomei.audit import meaning
from shomei.audit.elaborate import Claim
from shomei.audit.propositions import Writer
from shomei.audit.terms import Unsayable, function_type
from shomei.obligations.model import Obligation
from shomei.terms.nodes import Relation
from shomei.terms.walk import is_limiting

Kind: TypeAlias = Literal["statement", "defined", "exists"]


def expected(obligation: Obligation, kind: Kind) -> Claim:
    """The claim of that kind: its name, variables, hypotheses and statement. Raises `Unsayable`."""
    context = obligation.context
    writer = Writer(context)
    variables = (
        *((each.name, function_type(each.name, each.arity)) for each in context.functions),
        *(
            (binding.name, "ℕ" if binding.domain in {"N", "N+"} else "ℝ")
            for binding in context.variables
        ),
    )
    hypotheses = tuple(
        (hypothesis.name, writer.proposition(hypothesis.statement))
        for hypothesis in context.hypotheses
    )
    match kind:
        case "statement":
            return Claim(obligation.id, variables, hypotheses, writer.proposition(obligation.goal))
        case "defined":
            if not obligation.conditions:
                raise Unsayable("nothing in the step needs to be defined")
            return Claim(
                f"{obligation.id}_defined",
                variables,
                hypotheses,
                meaning.conjunction([writer.condition(each) for each in obligation.conditions]),
            )
        case "exists":
            return Claim(
                f"{obligation.id}_exists", variables, hypotheses, writer.existence(obligation.goal)
            )


def kinds(obligation: Obligation) -> tuple[Kind, ...]:
    """The claims that a step must have."""
    goal = obligation.goal
    limits = (
        isinstance(goal, Relation)
        and goal.operator == "="
        and is_limiting(goal.left)
        and is_limiting(goal.right)
    )
    wanted: list[Kind] = ["statement"]
    if obligation.conditions:
        wanted.append("defined")
    if limits:
        wanted.append("exists")
    return tuple(wanted)
