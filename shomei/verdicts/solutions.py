"""The values that a claim gives its letters, and the contexts in which it holds.

In: a claim, or an obligation. Out: the values between which it leaves the choice; contexts that
hold it, which numbers can be tried in.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.obligations.model import Context, Hypothesis, Obligation
from shomei.terms.nodes import Connective, Relation, Statement, Variable
from shomei.terms.walk import alternatives, claim_of, free_variables, premises_of


def gives_a_number(goal: Statement) -> bool:
    """Whether it is an equation between a term and a number, which its letters are to solve."""
    return (
        isinstance(goal, Relation)
        and goal.operator == "="
        and bool(free_variables(goal.left))
        and not free_variables(goal.right)
    )


def may_name(goal: Statement) -> bool:
    """Whether a link may be a name for its right side."""
    goal = last_of(goal)
    return isinstance(goal, Relation) and goal.operator == "=" and isinstance(goal.left, Variable)


def last_of(goal: Statement) -> Statement:
    """The last of the statements that a goal joins."""
    while isinstance(goal, Connective):
        goal = goal.right
    return goal


def values_of(claim: Statement) -> tuple[Statement, ...]:
    """The values between which a claim leaves the choice; none if it is no such claim."""
    found = tuple(alternatives(claim))
    return found if all(may_name(each) and gives_a_number(each) for each in found) else ()


def satisfied(obligation: Obligation) -> list[Context]:
    """The contexts in which the goal holds as well; for the value of a letter, with what it is
    supposed to follow from, and for several values, one context for each. Of others, numbers that
    satisfy both are not found easily.
    """
    context, goal = obligation.context, claim_of(obligation.goal)
    found = [[Hypothesis("goal", obligation.goal)]]
    if values := values_of(goal):
        premises = tuple(premises_of(obligation.goal))
        found = [[Hypothesis("goal", each) for each in (*premises, value)] for value in values]
    return [replace(context, hypotheses=(*context.hypotheses, *hypotheses)) for hypotheses in found]
