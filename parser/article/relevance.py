"""Assigns the reasons that the words before a chain give for the whole of it to the steps of the
chain.
"""

from __future__ import annotations

from collections.abc import Sequence

from shomei.parser.reason_nodes import DefinitionOf, Reason, Substitute
from shomei.terms.nodes import Derivative, Expression, Limit, Prime
from shomei.terms.walk import subtrees


def share(
    reasons: Sequence[Reason], first: Expression, rights: Sequence[Expression]
) -> list[tuple[Reason, ...]]:
    """The reasons of each step of `first = rights[0] = rights[1] …`. A reason that fits no step by
    its form is given to all.
    """
    terms = [first, *rights]
    steps = list(zip(terms, rights, strict=False))
    given: list[list[Reason]] = [[] for _ in steps]
    for reason in reasons:
        fitting = [fits(reason, left, right) for left, right in steps]
        for own, fit in zip(given, fitting, strict=True):
            if fit or not any(fitting):
                own.append(reason)
    return [tuple(own) for own in given]


def distinct(own: tuple[Reason, ...], given: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The step's own reasons and those assigned to it, each once."""
    return tuple(dict.fromkeys((*own, *given)))


def fits(reason: Reason, left: Expression, right: Expression) -> bool:
    """Whether the form of a step allows this reason: a change of variable changes the variable of a
    limit, and so on.
    """
    match reason:
        case Substitute(name=name):
            return _binds(left, name) != _binds(right, name)
        case DefinitionOf(name="derivative"):
            return _differentiates(left) != _differentiates(right)
        case DefinitionOf(name="e"):
            return (
                _has_limit(left) != _has_limit(right)
                and not _differentiates(left)
                and not _differentiates(right)
            )
        case _:
            return True


def _binds(node: Expression, name: str) -> bool:
    return any(isinstance(part, Limit) and part.variable == name for part in subtrees(node))


def _has_limit(node: Expression) -> bool:
    return any(isinstance(part, Limit) for part in subtrees(node))


def _differentiates(node: Expression) -> bool:
    return any(isinstance(part, Prime | Derivative) for part in subtrees(node))
