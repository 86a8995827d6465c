"""An inequality with limits: the values of its sides, and the inequality between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from shomei.emitter.lean.script import Exact, Have, script
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.inequalities_by_rise import by_rise
from shomei.emitter.proof.valued import Valued, in_brackets
from shomei.emitter.proof.values import values
from shomei.emitter.search import inside
from shomei.terms.nodes import Relation
from shomei.terms.walk import is_limiting


@method(
    name="comparison of values",
    goal="comparison",
    reasons=("limit", "differentiation", "algebra"),
    cost=100,
)
def comparison(problem: Problem) -> Iterator[Proof]:
    """`\\lim_{x \\to 0} \\cos x > 0`."""
    goal, setting = problem.relation, problem.graph.setting
    sides: list[Valued] = []
    for term in (goal.left, goal.right):
        if is_limiting(term):
            found = next(values(term, problem), None)
            if found is None:
                return
            sides.append(found)
        else:
            sides.append(Valued(term, "rfl"))
    one, other = sides
    compared = setting.plain_relation(Relation(goal.operator, one.value, other.value))
    a, b = in_brackets(one.value, setting), in_brackets(other.value, setting)
    there = Place(setting)
    by_arithmetic = inside(problem.within("arithmetic", compared, there))
    # the sign of a derivative may be told by that of the next one
    for each in chain(by_arithmetic, by_rise(problem.within("relation", compared, there))):
        lines = script(
            one.before,
            other.before,
            Have("compared", relation(compared, setting.notation), each.script),
            Exact(f"⟨{a}, {b}, {one.proof}, {other.proof}, compared⟩"),
        )
        how = f"{one.how or other.how}, {each.how}"
        uses = one.uses | other.uses | each.uses
        yield Proof(lines, how, uses, (*one.requires, *other.requires))
