"""Implications whose premise excludes the conditions that their expressions need: such a statement
would hold of nothing, and say nothing.
"""

from __future__ import annotations

import time
from dataclasses import replace

from shomei.numbers.contradiction import find_contradiction, find_witness
from shomei.numbers.model import Refutation
from shomei.obligations.model import Context, Hypothesis, Obligation
from shomei.terms.nodes import Connective, Statement

#: What is said of such a step.
WHY = "what its expressions need excludes its premise, so it says nothing"


def excluded_premise(obligation: Obligation, *, seconds: float) -> Refutation | None:
    """A refutation where the conditions that were inferred for a step and the premise of its goal
    exclude each other: as proved, or since numbers satisfy the premise, and none are found that
    satisfy both.
    """
    premises = _premises(obligation.goal)
    context = obligation.context
    if not premises or all(h.origin != "inferred" for h in context.hypotheses):
        return None
    both = _with(context, premises)
    start = time.monotonic()
    if find_witness(both, seconds=seconds) is not None:
        return None
    rest = max(0.1, seconds - (time.monotonic() - start))
    if find_contradiction(both, seconds=rest) is not None:
        return Refutation("undefined", WHY)
    stated = tuple(h for h in context.hypotheses if h.origin != "inferred")
    alone = _with(replace(context, hypotheses=stated), premises)
    found = find_witness(alone, seconds=seconds) is not None
    return Refutation("undefined", WHY) if found else None


def _premises(goal: Statement) -> list[Statement]:
    """The premises of nested implications."""
    found: list[Statement] = []
    while isinstance(goal, Connective) and goal.operator == "implies":
        found.append(goal.left)
        goal = goal.right
    return found


def _with(context: Context, premises: list[Statement]) -> Context:
    added = (
        Hypothesis(f"premise{number}", premise) for number, premise in enumerate(premises, start=1)
    )
    return replace(context, hypotheses=(*context.hypotheses, *added))
