"""Formulas above that match a part of the step, although it does not cite them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.citation import citation_lines, fitting_formulas, labels
from shomei.emitter.search import inside


@method(name="formulas above", goal=("relation", "near"), cost=610, proofs=6)
def formulas_above(problem: Problem) -> Iterator[Proof]:
    """Consequences of these formulas by arithmetic."""
    found = fitting_formulas(problem.obligation, problem.relation, problem.setting)
    if not found:
        return
    requires = tuple(each.theorem for each in found)
    place = Place(problem.setting, (*problem.given, *citation_lines(found)))
    for proof in inside(problem.within("arithmetic", problem.relation, place)):
        yield replace(proof, how=f"{labels(found)}, {proof.how}", requires=requires)
