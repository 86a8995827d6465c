"""Solves an equality for a variable that occurs in it once, by inverting the operations around it.

In: a relation `=` and a name. Out: the expressions that the variable may equal (both roots of a
square). They are defined only where the inverses are, so a point made with them must still be
checked against the equality.
"""

from __future__ import annotations

from shomei.operations.registry import head
from shomei.terms.nodes import Expression, Relation, Variable
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
    operation, arguments = head(node) or (None, ())
    if operation is None or operation.inverse is None:
        return []
    place = next(i for i, part in enumerate(arguments) if name in free_variables(part))
    return [(arguments[place], each) for each in operation.inverse(arguments, place, value)]
