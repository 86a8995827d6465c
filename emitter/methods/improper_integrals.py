"""The value of a limit of integrals, by their antiderivatives."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import after_integrating, valued


@method(name="improper integrals", goal="value", reasons=("integration", "limit"), cost=60)
def improper_integrals(problem: Problem) -> Iterator[Proof]:
    """`\\int_0^\\infty e^{-x} dx = 1`, since `1 - e^{-R}` tends to 1."""
    term, target = sides_of(problem)
    for found in after_integrating(term, problem):
        yield from valued(problem, term, target, found, problem.given)
