"""Steps that follow from where a derivative vanishes: `$f'(x) = 0$ gives $x = 2$`, where the text
has computed `f'(x)`.

In: the obligation of such a step, and the ones before it. Out: the same with the computed
derivative in the premise. It says the same as long as the computation is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shomei.obligations.model import Obligation
from shomei.terms.nodes import Connective, Derivative, Node, Prime, Relation, Statement
from shomei.terms.walk import called_names, subtrees


def computed(
    obligation: Obligation, earlier: Sequence[Obligation]
) -> tuple[Statement, Obligation] | None:
    """The goal of an obligation with a derivative of its premises as the text has computed it, and
    the step that does so, the last one; None if there is none.
    """
    goal = obligation.goal
    if not isinstance(goal, Connective) or goal.operator != "implies":
        return None
    if _speaks_of_derivatives(goal.right):
        return None
    for each in reversed(earlier):
        said = each.goal
        if (
            isinstance(said, Relation)
            and said.operator == "="
            and isinstance(said.left, Prime | Derivative)
            and each.problem is None
            and not each.conditional
            and not _speaks_of_derivatives(said.right)
            and _mean_the_same(obligation, each, said.left)
        ):
            premise = _with_value(goal.left, said)
            if premise != goal.left and not _speaks_of_derivatives(premise):
                return replace(goal, left=premise), each
    return None


def _with_value(premise: Statement, said: Relation) -> Statement:
    match premise:
        case Relation(left=left) if left == said.left:
            return replace(premise, left=said.right)
        case Connective(operator="and", left=left, right=right):
            return replace(premise, left=_with_value(left, said), right=_with_value(right, said))
        case _:
            return premise


def _speaks_of_derivatives(statement: Node) -> bool:
    return any(isinstance(part, Prime | Derivative) for part in subtrees(statement))


def _mean_the_same(one: Obligation, other: Obligation, term: Prime | Derivative) -> bool:
    """Whether the functions of a term are the same ones in two steps."""
    names = set(called_names(term))
    ours, theirs = (
        {each.name: each for each in step.context.definitions if each.name in names}
        for step in (one, other)
    )
    return ours == theirs and (bool(ours) or not names)
