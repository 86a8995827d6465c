"""The value of a limit by the limits of the parts of its body, in another form."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import after_rewriting, valued


@method(
    name="limits after rewriting",
    goal="value",
    reasons=("limit", "continuity", "algebra", "rule"),
    cost=110,
)
def limits_after_rewriting(problem: Problem) -> Iterator[Proof]:
    """`0/0` cancelled, the fastest growing power divided out."""
    term, target = sides_of(problem)
    for found in after_rewriting(term, problem):
        yield from valued(problem, term, target, found, problem.given)
