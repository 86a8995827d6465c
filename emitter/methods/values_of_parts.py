"""The value of a term that contains limits and derivatives, from their values."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import by_values_of_parts, valued


@method(
    name="values of the parts",
    goal="value",
    reasons=("limit", "differentiation", "algebra"),
    cost=120,
)
def values_of_parts(problem: Problem) -> Iterator[Proof]:
    """`2 f'(x) + 1` from `f'(x)`."""
    term, target = sides_of(problem)
    for found in by_values_of_parts(term, problem):
        yield from valued(problem, term, target, found, problem.given)
