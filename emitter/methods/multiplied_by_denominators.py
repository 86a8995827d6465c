"""An inequality with a quotient, multiplied by its positive denominator."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.multiplied import by_multiplying
from shomei.emitter.search import inside


@method(
    name="multiplying by the denominator", goal="relation", reasons=("algebra",), cost=155, proofs=8
)
def multiplied_by_denominators(problem: Problem) -> Iterator[Proof]:
    """`\\frac{\\sin x}{x} < 1` for positive x, because `\\sin x < x`."""
    yield from by_multiplying(problem, "arithmetic", inside)
