"""The formulas and theorems that the author cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.citation import citation_lines, cited_formulas, labels
from shomei.emitter.proof.ladder import ladder_proofs
from shomei.emitter.search import inside


@method(name="citation", goal=("relation", "near"), reasons=("citation",), cost=10, proofs=10)
def citation(problem: Problem) -> Iterator[Proof]:
    """Each cited formula at the given terms, or at those that fit; then arithmetic."""
    goal, setting = problem.relation, problem.setting
    citations = cited_formulas(problem.obligation, goal, setting)
    if not citations:
        return
    requires = tuple(each.theorem for each in citations)
    lines = tuple(citation_lines(citations))
    for found in ladder_proofs(goal, setting, problem.given, lines):
        how = f"{labels(citations)}, {found.how}"
        yield replace(found, how=how, requires=requires)
    equations = tuple(each.lemma.statement for each in citations)
    place = Place(setting, (*problem.given, *lines), equations=equations)
    for found in inside(problem.within("arithmetic", goal, place)):
        how = labels(citations) + ("" if found.how == "algebra" else f", {found.how}")
        yield replace(found, how=how, requires=requires)
