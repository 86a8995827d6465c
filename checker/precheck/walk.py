"""Looks at expressions and statements without recursion, so that depth cannot harm: parts, free variables, size.

In: a node of `parser.ast`. Out: its parts or facts about them. Imports `parser.ast` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from parser.ast import (
    Absolute,
    BigOperator,
    Binary,
    Binomial,
    Call,
    Connective,
    Derivative,
    Expression,
    Factorial,
    Function,
    Infinity,
    Limit,
    Log,
    Membership,
    Negation,
    Power,
    Prime,
    Relation,
    Root,
    Statement,
    Variable,
)

Node: TypeAlias = Expression | Statement | Infinity


def parts(node: Node) -> tuple[Node, ...]:
    """The nodes right below `node`, from left to right."""
    match node:
        case Binary() | Relation() | Connective():
            return (node.left, node.right)
        case Negation():
            return (node.operand,)
        case Power():
            return (node.base, node.exponent)
        case Function() | Root() | Absolute() | Factorial() | Prime():
            return (node.argument,)
        case Log():
            return (node.argument,) if node.base is None else (node.base, node.argument)
        case Binomial():
            return (node.upper, node.lower)
        case Call():
            return node.arguments
        case Derivative():
            return (node.body,)
        case Limit():
            return (node.point, node.body)
        case BigOperator():
            return (node.lower, node.upper, node.body)
        case _:
            return ()


def every(node: Node) -> Iterator[Node]:
    """The node itself and every node below it."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(parts(current)))


def free_variables(node: Node) -> dict[str, None]:
    """The names of the variables that are free in `node`, each once, in the order they are met (the keys of a dict).

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
                waiting += [(current.body, bound | {current.index}), (current.upper, bound), (current.lower, bound)]
            case Variable() | Membership():
                if current.name not in bound:
                    found[current.name] = None
            case Derivative():
                if current.variable not in bound:
                    found[current.variable] = None
                waiting.append((current.body, bound))
            case _:
                waiting += [(part, bound) for part in reversed(parts(current))]
    return found


def called(node: Node) -> frozenset[str]:
    """The names of the defined functions that `node` uses."""
    return frozenset(part.name for part in every(node) if isinstance(part, Call | Prime))


def measure(node: Node) -> tuple[int, int]:
    """How many nodes there are, and how deep they are nested; a sum or product of many terms counts as one level."""
    count = depth = 0
    waiting: list[tuple[Node, int]] = [(node, 1)]
    while waiting:
        current, level = waiting.pop()
        count += 1
        depth = max(depth, level)
        below = parts(current)
        if isinstance(current, Binary):
            waiting += [(current.left, level if isinstance(current.left, Binary) else level + 1), (current.right, level + 1)]
        else:
            waiting += [(part, level + 1) for part in below]
    return count, depth
