"""An inequality with a quotient, multiplied by its positive denominator."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact, Have
from shomei.emitter.lean.term import real_relation
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.sign import positive
from shomei.emitter.search import inside
from shomei.terms.nodes import Binary, Number, Relation, RelationOperator


@method(
    name="multiplying by the denominator", goal="relation", reasons=("algebra",), cost=155, proofs=8
)
def multiplied_by_denominators(problem: Problem) -> Iterator[Proof]:
    """`\\frac{\\sin x}{x} < 1` for positive x, because `\\sin x < x`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    ascending = goal.operator in ("<", "<=")
    small, large = (goal.left, goal.right) if ascending else (goal.right, goal.left)
    strict = goal.operator in ("<", ">")
    sign: RelationOperator = "<" if strict else "<="
    for side in (small, large):
        if not isinstance(side, Binary) or side.operator != "/" or isinstance(side.right, Number):
            continue
        above = positive(side.right, setting)
        if above is None:
            continue
        if side is small:
            wanted = Relation(sign, side.left, Binary("*", large, side.right))
            lemma = "div_lt_iff₀" if strict else "div_le_iff₀"
        else:
            wanted = Relation(sign, Binary("*", small, side.right), side.left)
            lemma = "lt_div_iff₀" if strict else "le_div_iff₀"
        if setting.seems(wanted) is False:
            continue
        place = Place(setting, problem.given)
        for each in inside(problem.within("arithmetic", wanted, place)):
            script = (
                Have("multiplied", real_relation(wanted, setting.notation), each.script),
                Exact(f"({lemma} {above}).2 multiplied"),
            )
            yield Proof((*problem.given, *script), each.how, each.uses, each.requires)
