"""Walks over trees that may still be deeper than Python's stack: children, depth, free variables.
All without recursion, in linear time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from shomei.parser.ast import (
    Absolute,
    BigOperator,
    Binary,
    Binomial,
    Call,
    Connective,
    Constant,
    Derivative,
    Expression,
    Factorial,
    Function,
    Infinity,
    Limit,
    Log,
    Membership,
    Negation,
    Number,
    Power,
    Prime,
    Relation,
    Root,
    Statement,
    Variable,
)

Node: TypeAlias = Expression | Statement | Infinity


def children(node: Node) -> tuple[Node, ...]:
    """The expressions and statements right under a node, in the order in which they are written."""
    match node:
        case Number() | Variable() | Constant() | Infinity() | Membership():
            return ()
        case Negation(operand=operand):
            return (operand,)
        case (
            Binary(left=left, right=right)
            | Relation(left=left, right=right)
            | Connective(left=left, right=right)
        ):
            return (left, right)
        case Power(base=base, exponent=exponent):
            return (base, exponent)
        case Log(base=base, argument=argument):
            return (argument,) if base is None else (base, argument)
        case (
            Function(argument=argument)
            | Root(argument=argument)
            | Absolute(argument=argument)
            | Factorial(argument=argument)
            | Prime(argument=argument)
        ):
            return (argument,)
        case Binomial(upper=upper, lower=lower):
            return (upper, lower)
        case Call(arguments=arguments):
            return arguments
        case Derivative(body=body):
            return (body,)
        case Limit(point=point, body=body):
            return (point, body)
        case BigOperator(lower=lower, upper=upper, body=body):
            return (lower, upper, body)


def subtrees(node: Node) -> Iterator[Node]:
    """The node and everything under it, in the order in which it is written."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending += reversed(children(current))


def depth(node: Node) -> int:
    """The number of levels of the tree."""
    deepest = 0
    pending = [(node, 1)]
    while pending:
        current, level = pending.pop()
        deepest = max(deepest, level)
        pending += [(child, level + 1) for child in children(current)]
    return deepest


def free_variables(node: Node) -> tuple[str, ...]:
    """The names that are free in a node, in the order of their first appearance. A derivative's
    variable stays free: it is the point.
    """
    found: dict[str, None] = {}
    pending: list[tuple[Node, frozenset[str]]] = [(node, frozenset())]
    while pending:
        current, bound = pending.pop()
        match current:
            case Variable(name=name) | Membership(name=name):
                if name not in bound:
                    found[name] = None
            case Limit(variable=variable, point=point, body=body):
                pending += [(body, bound | {variable}), (point, bound)]
            case BigOperator(index=index, lower=lower, upper=upper, body=body):
                pending += [(body, bound | {index}), (upper, bound), (lower, bound)]
            case _:
                pending += [(child, bound) for child in reversed(children(current))]
    return tuple(found)
