"""Which steps hold only under what the text has stated of their letters: they are owed under that.

In: a plan, and what numbers say of its steps. Out: the plan, in which each step that numbers refute
by itself, and not under the premises from which the words draw it, is owed under these.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from shomei.obligations.model import Context, Fact, Hypothesis, Obligation, Plan, Schema
from shomei.terms.walk import premises_of

_Cited = TypeVar("_Cited", Fact, Schema)


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
            if stands and possible(_supposed(under)) and not refuted(under):
                single = drawn[each.id] = under
        if drawn:
            single = replace(
                single,
                facts=tuple(_as_owed(fact, drawn) for fact in single.facts),
                schemas=tuple(_as_owed(schema, drawn) for schema in single.schemas),
            )
        made.append(single)
    return replace(plan, obligations=tuple(made))


def _supposed(obligation: Obligation) -> Context:
    """The context in which all holds that a step supposes."""
    context = obligation.context
    said = (Hypothesis(f"premise{i}", each) for i, each in enumerate(premises_of(obligation.goal)))
    return replace(context, hypotheses=(*context.hypotheses, *said))


def _as_owed(cited: _Cited, drawn: dict[str, Obligation]) -> _Cited:
    """What a later step may use of one that is owed under its premises, or cite of it by its label;
    any other as it is.
    """
    if cited.obligation not in drawn:
        return cited
    context = drawn[cited.obligation].context
    return replace(
        cited,
        variables=context.variables,
        hypotheses=context.hypotheses,
        statement=drawn[cited.obligation].goal,
        definitions=context.definitions,
        functions=context.functions,
    )
