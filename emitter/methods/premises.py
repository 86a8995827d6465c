"""An implication, with its premises as hypotheses."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Intro
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.search import inside
from shomei.operations.spelling import normalise_relation
from shomei.terms.nodes import Connective, Relation, Statement


@method(name="premises", goal=("statement", "cover"), reasons=("assumption",), cost=620)
def premises(problem: Problem) -> Iterator[Proof]:
    """An implication between relations: its conclusion, if the premises hold."""
    goal, setting = problem.statement, problem.setting
    if (
        not isinstance(goal, Connective)
        or goal.operator != "implies"
        or not isinstance(goal.right, Relation)
    ):
        return
    assumed = _conjuncts(goal.left)
    if assumed is None:
        return
    known = tuple(
        Known(f"premise{number}", normalise_relation(premise))
        for number, premise in enumerate(assumed)
    )
    inner = Setting.of(setting.notation, setting.variables, (*setting.known, *known))
    pattern = known[0].name if len(known) == 1 else f"⟨{', '.join(each.name for each in known)}⟩"
    conclusion = normalise_relation(goal.right)
    needs, inner = brought_in((conclusion.left, conclusion.right), inner)
    for found in inside(problem.within("arithmetic", conclusion, Place(inner))):
        lines = (*problem.given, Intro((pattern,)), *needs, *found.script)
        yield Proof(lines, found.how, found.uses | {"assumption"})


def _conjuncts(statement: Statement) -> list[Relation] | None:
    """The relations of which `statement` is the conjunction, from the left; None if it is anything
    else, or nests them to the left.
    """
    match statement:
        case Relation():
            return [statement]
        case Connective(operator="and", left=Relation() as first, right=rest):
            more = _conjuncts(rest)
            return None if more is None else [first, *more]
        case _:
            return None
