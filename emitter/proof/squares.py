"""Hints for inequalities: squares are not negative."""

from __future__ import annotations

from itertools import combinations

from shomei.emitter.lean.script import Have
from shomei.emitter.lean.term import real
from shomei.emitter.proof.setting import Setting
from shomei.operations.registry import OPERATIONS
from shomei.terms.nodes import Apply, Expression, Relation, Variable
from shomei.terms.walk import free_variables, subterms


def squares(goal: Relation, setting: Setting) -> list[Have]:
    """Hints for inequalities: squares of the differences of the terms that occur are not
    negative.
    """
    if goal.operator not in ("<", "<=", ">", ">="):
        return []
    atoms: dict[Expression, None] = {}
    for side in (goal.left, goal.right):
        for part in subterms(side):
            named = isinstance(part, Apply) and OPERATIONS[part.operation].lean.arguments == "real"
            if (isinstance(part, Variable) or named) and set(free_variables(part)) <= set(
                setting.variables
            ):
                atoms[part] = None
    texts = [real(atom, setting.notation) for atom in list(atoms)[:5]]
    lines = [
        Have(f"sq{i}", None, f"mul_self_nonneg (({a}) - ({b}) : ℝ)")
        for i, (a, b) in enumerate(combinations(texts, 2), start=1)
    ]
    for name, shift in (("own", "{}"), ("unit", "({}) - 1")):
        lines += [
            Have(f"{name}{i}", None, f"mul_self_nonneg ({shift.format(a)} : ℝ)")
            for i, a in enumerate(texts, start=1)
        ]
    return lines
