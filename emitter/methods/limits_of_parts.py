"""The value of a limit by the limits of the parts of its body."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import by_parts, valued


@method(
    name="limits of the parts",
    goal="value",
    reasons=("limit", "continuity", "definition", "squeeze_theorem"),
    cost=100,
)
def limits_of_parts(problem: Problem) -> Iterator[Proof]:
    """Sums, products, quotients, composed functions; orders of growth and bounds too."""
    term, target = sides_of(problem)
    for found in by_parts(term, problem):
        yield from valued(problem, term, target, found, problem.given)
