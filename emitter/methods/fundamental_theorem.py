"""Integrals with bounds, by the fundamental theorem of calculus."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Rw, Show
from shomei.emitter.lean.term import real, relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.antiderivatives import evaluated_in, with_values
from shomei.emitter.search import inside
from shomei.terms.nodes import Relation


@method(name="fundamental theorem", goal="relation", reasons=("integration",), cost=90, proofs=10)
def fundamental_theorem(problem: Problem) -> Iterator[Proof]:
    """`\\int_0^1 x^2 dx = \\frac13`, since `x^3 / 3` has the derivative `x^2`."""
    goal, setting = problem.relation, problem.setting
    found = evaluated_in((goal.left, goal.right), problem, setting)
    if not found:
        return
    rest = Relation(goal.operator, with_values(goal.left, found), with_values(goal.right, found))
    lines = [each.line for each in found]
    start = (
        *problem.given,
        *lines,
        Show(relation(goal, setting.notation)),
        Rw(tuple(line.name for line in lines)),
    )
    sides = [real(side, setting.notation) for side in (rest.left, rest.right)]
    if rest.operator == "=" and sides[0] == sides[1]:  # which `rw` sees by itself
        yield Proof(start, "fundamental theorem", frozenset({"integration"}))
        return
    for each in inside(problem.within("arithmetic", rest, Place(setting))):
        yield Proof(
            (*start, *each.script),
            f"fundamental theorem, {each.how}",
            each.uses | {"integration"},
        )
