"""An inequality between numbers, by bounds that are tight enough."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.enclosures import by_bounds


@method(
    name="bounds of numbers",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=15,
    proofs=3,
)
def numeric_bounds(problem: Problem) -> Iterator[Proof]:
    """`3.14 < \\pi`, `\\sqrt 2 + \\sqrt 3 > 3`, `\\log 2 \\ne 0.7`."""
    script = by_bounds(problem.relation)
    if script is not None:
        yield Proof((*problem.given, *script), "bounds of numbers", frozenset({"algebra"}))
