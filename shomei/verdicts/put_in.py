"""Values that a step puts in: `\\frac{1}{2} m v^2 = \\frac{1}{2} \\cdot 60 \\cdot 4^2`.

Articles with examples do so without a word. Numbers refute the step, since m and v are any numbers
to it; it is no slip. Neither is a number for a sum of elements whose values the example gives:
`\\sum_{i=1}^n x_i^2 = 1 + 4 + 9`.
"""

from __future__ import annotations

from dataclasses import fields

from shomei.terms.functions import is_family
from shomei.terms.nodes import BigOperator, Call, Node, Number, Relation, Statement, Variable
from shomei.terms.walk import free_variables, subtrees


def puts_values_in(goal: Statement) -> bool:
    """Whether an equation has the same term on both sides, with numbers for letters on its right:
    the same number for a letter wherever it stands.
    """
    if not isinstance(goal, Relation) or goal.operator != "=" or isinstance(goal.left, Variable):
        return False
    if isinstance(goal.left, BigOperator) and not _has_letters(goal.right):
        return any(isinstance(p, Call) and is_family(p.name) for p in subtrees(goal.left))
    values: dict[str, Number] = {}
    pending: list[tuple[object, object]] = [(goal.left, goal.right)]
    while pending:
        left, right = pending.pop()
        if isinstance(left, Variable) and isinstance(right, Number):
            if values.setdefault(left.name, right) != right:
                return False
        elif isinstance(left, Node) and type(left) is type(right):
            pending += [
                (getattr(left, field.name), getattr(right, field.name))
                for field in fields(left)
                if field.name != "span"
            ]
        elif isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
            pending += zip(left, right, strict=True)
        elif left != right:
            return False
    return bool(values)


def _has_letters(node: Node) -> bool:
    return bool(free_variables(node)) or any(isinstance(p, Call) for p in subtrees(node))
