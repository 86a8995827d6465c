"""Which steps hold only under what the text has stated of their letters: they are owed under that.

In: a plan, and what numbers say of its steps. Out: the plan, in which each step that numbers refute
by itself, and not under the premises from which the words draw it, is owed under these. So is one
that numbers refute under premises that say what its letters are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from shomei.obligations.model import Context, Hypothesis, Obligation, Plan
from shomei.obligations.theorems import fact, schema
from shomei.terms.walk import premises_of


def with_premises(
    plan: Plan, refuted: Callable[[Obligation], bool], possible: Callable[[Context], bool]
) -> Plan:
    """The plan with the steps that are owed under their premises. `refuted`: whether numbers refute
    a step; `possible`: whether they satisfy a context.
    """
    if all(each.otherwise is None for each in plan.obligations):
        return plan
    drawn: dict[str, Obligation] = {}
    made: list[Obligation] = []
    for each in plan.obligations:
        single = each
        if each.otherwise is not None:
            under = each.otherwise
            single = replace(each, otherwise=None)
            stands = refuted(single) if under.relies is None else not refuted(under.relies)
            meant = not under.conditional or not refuted(under)
            if stands and possible(_supposed(under)) and meant:
                single = drawn[each.id] = under
        if drawn:
            single = replace(
                single,
                facts=tuple(
                    fact(drawn[it.obligation]) if it.obligation in drawn else it
                    for it in single.facts
                ),
                schemas=tuple(
                    schema(it.label, drawn[it.obligation]) if it.obligation in drawn else it
                    for it in single.schemas
                ),
            )
        made.append(single)
    return replace(plan, obligations=tuple(made))


def _supposed(obligation: Obligation) -> Context:
    """The context in which all holds that a step supposes."""
    context = obligation.context
    said = (Hypothesis(f"premise{i}", each) for i, each in enumerate(premises_of(obligation.goal)))
    return replace(context, hypotheses=(*context.hypotheses, *said))
