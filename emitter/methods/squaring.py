"""Equations with square roots, by the squares of their sides."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import SYMM, Exact, Have, Line, Rw, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.sign import nonnegative
from shomei.emitter.search import inside
from shomei.terms.literals import TWO
from shomei.terms.nodes import Power, Relation, applies
from shomei.terms.walk import subterms


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


@method(name="squares of both sides", goal="relation", reasons=("algebra",), cost=635)
def squares_of_both_sides(problem: Problem) -> Iterator[Proof]:
    """`\\sin \\frac{\\pi}{8} = \\frac{\\sqrt{2 - \\sqrt 2}}{2}`, since neither side is negative and
    their squares are equal.
    """
    goal, setting = problem.relation, problem.setting
    sides = (goal.left, goal.right)
    if goal.operator != "=" or any(applies(side, "sqrt") for side in sides):
        return
    if not any(applies(part, "sqrt") for side in sides for part in subterms(side)):
        return
    square = Relation("=", Power(goal.left, TWO), Power(goal.right, TWO))
    one, other = (nonnegative(side, setting) for side in sides)
    if one is None or other is None or setting.seems(square) is False:
        return
    back = f"(congrArg Real.sqrt square).trans (Real.sqrt_sq {other})"
    last = Exact(f"(Real.sqrt_sq {one}).symm.trans ({back})")
    for found in inside(problem.within("arithmetic", square, Place(setting, problem.given))):
        squared = Have("square", relation(square, setting.notation), found.script)
        yield Proof(script(squared, last), f"squares of both sides, {found.how}", found.uses)
