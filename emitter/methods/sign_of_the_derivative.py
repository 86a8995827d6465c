"""An inequality by the sign of the derivative of the difference of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.inequalities_by_rise import by_rise
from shomei.emitter.proof.multiplied import divided_again, multiplied


@method(
    name="sign of the derivative",
    goal="relation",
    reasons=("monotonicity", "differentiation"),
    cost=640,
)
def sign_of_the_derivative(problem: Problem) -> Iterator[Proof]:
    """`x < \\tan x` for x > 0, since the difference is 0 at 0 and has a positive derivative; `x - 1
    \\ge \\log x`, since it falls up to 1 and rises from there; `\\cos x < \\frac{\\sin x}{x}`,
    multiplied by x.
    """
    yield from by_rise(problem)
    goal, setting = problem.relation, problem.setting
    if goal.operator not in ("<", "<=", ">", ">="):
        return
    for wanted, lemma in multiplied(goal, setting):
        place = Place(setting, problem.given)
        for each in by_rise(problem.within("relation", wanted, place)):
            script = divided_again(wanted, lemma, each.script, setting)
            yield Proof((*problem.given, *script), each.how, each.uses)
