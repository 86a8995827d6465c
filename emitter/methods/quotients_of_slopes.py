"""The value of a limit with parts of the form 0/0, by derivatives at the point."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import by_slopes, valued


@method(
    name="quotients of slopes",
    goal="value",
    reasons=("limit", "lhopital"),
    cost=130,
)
def quotients_of_slopes(problem: Problem) -> Iterator[Proof]:
    """L'Hôpital's rule in its simplest form: both terms vanish at the point, and the slope of the
    lower one does not.
    """
    term, target = sides_of(problem)
    for found in by_slopes(term, problem):
        yield from valued(problem, term, target, found, problem.given)
