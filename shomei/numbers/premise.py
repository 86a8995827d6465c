"""Implications whose premise excludes the conditions that their expressions need, or whose
premises, said by the words around them, exclude each other: such a statement would hold of nothing,
and say nothing.
"""

from __future__ import annotations

import time
from dataclasses import replace

from shomei.numbers.contradiction import find_contradiction, find_witness
from shomei.numbers.model import Refutation
from shomei.obligations.model import Context, Hypothesis, Obligation
from shomei.terms.nodes import Statement
from shomei.terms.walk import premises_of

#: What is said of such a step.
WHY = "what its expressions need excludes its premise, so it says nothing"
WHY_ASSUMED = "what is assumed here excludes its premise, so it says nothing"
WHY_SAID = "the conditions that the words state for it exclude each other, so it says nothing"


def excluded_premise(obligation: Obligation, *, seconds: float) -> Refutation | None:
    """A refutation where the conditions that were inferred for a step and the premise of its goal
    exclude each other: as proved, or since numbers satisfy the premise, and none are found that
    satisfy both. Likewise where what is assumed excludes the premise, and where the premise is said
    outside of the step and no numbers satisfy it: `for x = 1 and x = 2 we have` is read wrongly.
    """
    premises = list(premises_of(obligation.goal))
    context = obligation.context
    inferred = any(h.origin == "inferred" for h in context.hypotheses)
    assumed = any(h.origin == "assumed" for h in context.hypotheses)
    if obligation.kind in {"conclusion", "cases"} or not premises:
        return None
    if not (inferred or assumed or _is_said_elsewhere(obligation)):
        return None
    both = _with(context, premises)
    start = time.monotonic()
    if find_witness(both, seconds=seconds) is not None:
        return None
    rest = max(0.1, seconds - (time.monotonic() - start))
    if find_contradiction(both, seconds=rest) is not None:
        why = WHY if inferred else WHY_SAID if _is_said_elsewhere(obligation) else WHY_ASSUMED
        return Refutation("undefined", why)
    if not inferred:
        return None
    stated = tuple(h for h in context.hypotheses if h.origin != "inferred")
    alone = _with(replace(context, hypotheses=stated), premises)
    found = find_witness(alone, seconds=seconds) is not None
    return Refutation("undefined", WHY) if found else None


def _is_said_elsewhere(obligation: Obligation) -> bool:
    """Whether words around a claim say its premise, so that the source has it in no one piece."""
    return not obligation.statement and obligation.kind not in {"conclusion", "cases"}


def _with(context: Context, premises: list[Statement]) -> Context:
    added = (
        Hypothesis(f"premise{number}", premise) for number, premise in enumerate(premises, start=1)
    )
    return replace(context, hypotheses=(*context.hypotheses, *added))
