"""The value of a limiting term that the steps before have found."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import from_text, valued


@method(name="the value above", goal="value", reasons=("steps",), cost=20)
def value_above(problem: Problem) -> Iterator[Proof]:
    """The last equation of a path from the term to a plain one."""
    term, target = sides_of(problem)
    for found in from_text(term, problem):
        yield from valued(problem, term, target, found, problem.given)
