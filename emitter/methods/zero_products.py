"""A statement with equations whose difference factors: a product is 0 when a factor is."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import zero_products


@method(name="zero products", goal=("statement", "cover"), reasons=("algebra",), cost=110)
def products_that_are_zero(problem: Problem) -> Iterator[Proof]:
    """`z^2 = z \\iff z = 0 \\lor z = 1`."""
    lines = zero_products(problem.statement, problem.setting)
    if lines:
        how = "a product is 0 when a factor is"
        yield Proof((*problem.given, *lines, GRIND), how, frozenset({"algebra"}))
