"""What the pre-check asks of expressions and statements, without recursion, so that depth cannot
harm: free variables, functions used, size.

In: a node of `parser.ast`. Out: facts about it. Imports `parser.ast` and `parser.walk`.
"""

from __future__ import annotations

from shomei.parser.ast import (
    BigOperator,
    Binary,
    Call,
    Derivative,
    Limit,
    Membership,
    Prime,
    Variable,
)
from shomei.parser.walk import Node, children, subtrees


def free_variables(node: Node) -> dict[str, None]:
    """The names of the variables that are free in `node`, each once, in the order they are met (the
    keys of a dict).

    A `Call` counts for its arguments alone: what its definition captures is not written there.
    """
    found: dict[str, None] = {}
    waiting: list[tuple[Node, frozenset[str]]] = [(node, frozenset())]
    while waiting:
        current, bound = waiting.pop()
        match current:
            case Limit():
                waiting += [(current.body, bound | {current.variable}), (current.point, bound)]
            case BigOperator():
                waiting += [
                    (current.body, bound | {current.index}),
                    (current.upper, bound),
                    (current.lower, bound),
                ]
            case Variable() | Membership():
                if current.name not in bound:
                    found[current.name] = None
            case Derivative():
                if current.variable not in bound:
                    found[current.variable] = None
                waiting.append((current.body, bound))
            case _:
                waiting += [(part, bound) for part in reversed(children(current))]
    return found


def called(node: Node) -> frozenset[str]:
    """The names of the defined functions that `node` uses."""
    return frozenset(part.name for part in subtrees(node) if isinstance(part, Call | Prime))


def measure(node: Node) -> tuple[int, int]:
    """How many nodes there are, and how deep they are nested; a sum or product of many terms counts
    as one level.
    """
    count = depth = 0
    waiting: list[tuple[Node, int]] = [(node, 1)]
    while waiting:
        current, level = waiting.pop()
        count += 1
        depth = max(depth, level)
        below = children(current)
        if isinstance(current, Binary):
            waiting += [
                (current.left, level if isinstance(current.left, Binary) else level + 1),
                (current.right, level + 1),
            ]
        else:
            waiting += [(part, level + 1) for part in below]
    return count, depth
