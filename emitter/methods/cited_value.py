"""The value of a limit or derivative by a theorem that the author cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.script import script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.citation import citation_lines, cited_formulas
from shomei.emitter.proof.cited_values import cited_values
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import valued, values
from shomei.terms.nodes import Relation


@method(name="cited value", goal="value", reasons=("citation",), cost=10)
def cited_value(problem: Problem) -> Iterator[Proof]:
    """`f'(e) = 1` by `(3.1) with a = e`."""
    term, target = sides_of(problem)
    for found in cited_values(problem.obligation, term, problem.graph.setting):
        yield from valued(problem, term, target, found, problem.given)


@method(name="value by a citation", goal="value", reasons=("citation",), cost=130, proofs=8)
def value_by_citation(problem: Problem) -> Iterator[Proof]:
    """A value that is found in other ways, written as the step has it by a cited formula."""
    term, target = sides_of(problem)
    setting = problem.graph.setting
    citations = cited_formulas(problem.obligation, Relation("=", target, target), setting)
    if not citations:
        return
    requires = tuple(each.theorem for each in citations)
    given = script(problem.given, citation_lines(citations))
    for found in values(term, problem):
        for proof in valued(problem, term, target, found, given):
            yield replace(proof, requires=(*requires, *proof.requires))
