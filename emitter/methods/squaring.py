"""The value of a square root, by squaring it."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import SYMM, Exact, Have, Line, Rw, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.sign import nonnegative
from shomei.emitter.search import inside
from shomei.terms.literals import TWO
from shomei.terms.nodes import Power, Relation, applies


@method(name="squaring", goal="relation", reasons=("algebra",), cost=20)
def squaring(problem: Problem) -> Iterator[Proof]:
    """`√u = v` with `0 ≤ v`, because `v^2 = u`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator != "=":
        return
    for root, value in ((goal.left, goal.right), (goal.right, goal.left)):
        if not applies(root, "sqrt") or applies(value, "sqrt", "root"):
            continue
        sign = nonnegative(value, setting)
        square = Relation("=", Power(value, TWO), root.arguments[0])
        if sign is None or setting.seems(square) is False:
            continue
        turned = () if root is goal.left else (SYMM,)
        end = Line((Rw(("← square",)), Exact(f"Real.sqrt_sq {sign}")))
        for found in inside(problem.within("arithmetic", square, Place(setting, problem.given))):
            squared = Have("square", relation(square, setting.notation), found.script)
            yield Proof(script(squared, turned, end), f"square of a root, {found.how}", found.uses)
