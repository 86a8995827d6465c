"""Equations that hold for some values only because they are given: to be solved, or a condition.
And hypotheses that would be no help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from shomei.advice.trial import Trial
from shomei.numbers import find_witness
from shomei.obligations.model import Hypothesis, Obligation
from shomei.operations.statement_latex import print_statement
from shomei.terms.nodes import BigOperator, Expression, Number, Relation, Statement, Variable
from shomei.terms.walk import free_variables, is_limiting, subterms


def given(trial: Trial, seconds: float) -> Iterator[str]:
    """That the author may mean `assume`: the step says that something equals a number, without a
    reason, and for some numbers it does.
    """
    obligation = trial.obligation
    goal = trial.relation()
    if goal is None or obligation.reasons or not _says_a_number(goal):
        return
    context = obligation.context
    met = replace(context, hypotheses=(*context.hypotheses, Hypothesis("given", goal)))
    if find_witness(met, seconds=seconds) is not None:
        yield (f"write `assume {print_statement(goal)}` instead, if this is given or to be solved")


def _says_a_number(goal: Relation) -> bool:
    sides = (goal.left, goal.right)
    return (
        goal.operator == "="
        and sum(not free_variables(side) for side in sides) == 1
        and not any(is_limiting(side) or _sums(side) for side in sides)
    )


def _sums(term: Expression) -> bool:
    return any(isinstance(part, BigOperator) for part in subterms(term))


def helps(missing: Sequence[Statement], obligation: Obligation) -> bool:
    """Whether these hypotheses leave anything to be said: they pin no term to one value, and empty
    no sum.
    """
    relations = [each for each in missing if isinstance(each, Relation)]
    pins = any(
        one.left == other.left
        and one.right == other.right
        and {one.operator, other.operator} <= {"<", "<=", ">", ">="}
        and one.operator[0] != other.operator[0]
        for one, other in combinations(relations, 2)
    )
    ends = _ends(obligation.goal)
    empties = any(
        isinstance(each.left, Variable)
        and each.left.name in ends
        and each.operator in {"<", "<="}
        and isinstance(each.right, Number)
        and each.right.value <= 0
        for each in relations
    )
    return not pins and not empties


def _ends(goal: Statement) -> frozenset[str]:
    """The letters in the bounds of sums and products."""
    sides = (goal.left, goal.right) if isinstance(goal, Relation) else ()
    return frozenset(
        name
        for side in sides
        for part in subterms(side)
        if isinstance(part, BigOperator)
        for bound in (part.lower, part.upper)
        for name in free_variables(bound)
    )
