"""The latest steps before this one, as facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.citation import fact_lines
from shomei.emitter.proof.connectives import zero_products
from shomei.emitter.proof.ladder import ladder_proofs
from shomei.emitter.search import inside


@method(name="the steps before", goal=("relation", "near"), cost=600, proofs=6)
def earlier_steps(problem: Problem) -> Iterator[Proof]:
    """Consequences of earlier steps by arithmetic."""
    lines, requires = fact_lines(problem.obligation, problem.setting)
    if not lines:
        return
    goal, setting = problem.relation, problem.setting
    place = Place(setting, (*problem.given, *lines))
    for found in chain(
        ladder_proofs(goal, setting, problem.given, lines),
        inside(problem.within("arithmetic", goal, place)),
    ):
        yield replace(found, how=f"the steps before, {found.how}", requires=requires)


@method(name="the steps before, in a statement", goal=("statement", "cover"), cost=600, proofs=6)
def earlier_steps_in_statements(problem: Problem) -> Iterator[Proof]:
    """A statement from the latest steps by `grind`."""
    facts, requires = fact_lines(problem.obligation, problem.setting)
    if facts:
        products = zero_products(problem.statement, problem.setting)
        lines = script(problem.given, products, facts, GRIND)
        yield Proof(lines, "the steps before", frozenset({"algebra"}), requires)
