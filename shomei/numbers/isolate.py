"""Solves an equality for a variable that occurs in it once, by inverting the operations around it.

In: a relation `=` and a name. Out: the expressions that the variable may equal (both roots of a
square). They are defined only where the inverses are, so a point made with them must still be
checked against the equality.
"""

from __future__ import annotations

from fractions import Fraction

from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import root
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.walk import free_variables, subtrees


def isolate(equality: Relation, name: str) -> tuple[Expression, ...]:
    """The candidates for `name`, simplest first; none if the variable occurs more than once or
    under an operation without inverse.
    """
    if equality.operator != "=":
        return ()
    for side, other in ((equality.left, equality.right), (equality.right, equality.left)):
        if _occurrences(side, name) == 1 and name not in free_variables(other):
            return _undo(side, name, other)
    return ()


def _occurrences(expression: Expression, name: str) -> int:
    return sum(isinstance(node, Variable) and node.name == name for node in subtrees(expression))


def _undo(side: Expression, name: str, other: Expression) -> tuple[Expression, ...]:
    """What the variable in `side` equals if side = other."""
    candidates: list[tuple[Expression, Expression]] = [(side, other)]
    solved: list[Expression] = []
    while candidates:
        node, value = candidates.pop(0)
        if isinstance(node, Variable):
            solved.append(value)
            continue
        candidates += _step(node, name, value)
    return tuple(solved)


def _step(node: Expression, name: str, value: Expression) -> list[tuple[Expression, Expression]]:
    """One operation inverted: pairs of the part that contains the variable, and the value of that
    part.
    """

    def within(part: Expression) -> bool:
        return name in free_variables(part)

    if isinstance(node, Apply):
        inverse = OPERATIONS[node.operation].inverse
        place = next(i for i, part in enumerate(node.arguments) if within(part))
        return [
            (node.arguments[place], found)
            for found in (inverse(node.arguments, place, value) if inverse else ())
        ]
    match node:
        case Negation():
            return [(node.operand, Negation(value))]
        case Binary():
            return [_undo_binary(node, value, on_the_left=within(node.left))]
        case Power() if within(node.base):
            return _undo_power(node, value)
        case Power():
            return [(node.exponent, Apply("log_base", (node.base, value)))]
        case _:
            return []


_ONE = Number(Fraction(1))


def _undo_binary(
    node: Binary, value: Expression, *, on_the_left: bool
) -> tuple[Expression, Expression]:
    if on_the_left:
        inverse = {"+": "-", "-": "+", "*": "/", "/": "*"}[node.operator]
        return node.left, Binary(inverse, value, node.right)  # type: ignore[arg-type]
    match node.operator:
        case "+":
            return node.right, Binary("-", value, node.left)
        case "*":
            return node.right, Binary("/", value, node.left)
        case "-":
            return node.right, Binary("-", node.left, value)
        case _:
            return node.right, Binary("/", node.left, value)


def _undo_power(node: Power, value: Expression) -> list[tuple[Expression, Expression]]:
    exponent = node.exponent
    if (
        isinstance(exponent, Number)
        and exponent.value.denominator == 1
        and 1 <= exponent.value <= 64
    ):
        degree = exponent.value.numerator
        found = root(degree, value) if degree > 1 else value
        return (
            [(node.base, found)]
            if degree % 2
            else [(node.base, found), (node.base, Negation(found))]
        )
    return [(node.base, Power(value, Binary("/", _ONE, exponent)))]
