"""An inequality with a quotient, multiplied by its positive denominator."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.multiplied import divided_again, multiplied
from shomei.emitter.search import inside


@method(
    name="multiplying by the denominator", goal="relation", reasons=("algebra",), cost=155, proofs=8
)
def multiplied_by_denominators(problem: Problem) -> Iterator[Proof]:
    """`\\frac{\\sin x}{x} < 1` for positive x, because `\\sin x < x`."""
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    for wanted, lemma in multiplied(goal, setting):
        place = Place(setting, problem.given)
        for each in inside(problem.within("arithmetic", wanted, place)):
            script = divided_again(wanted, lemma, each.script, setting)
            yield Proof((*problem.given, *script), each.how, each.uses, each.requires)
