"""The value of a derivative by the rules of differentiation."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.rests_on import RULES
from shomei.emitter.proof.valued import sides_of
from shomei.emitter.proof.values import by_differentiation, valued


@method(name="rules of differentiation", goal="value", reasons=RULES, cost=100)
def differentiation_rules(problem: Problem) -> Iterator[Proof]:
    """By the form of the function; a second derivative by the first near the point."""
    term, target = sides_of(problem)
    for found in by_differentiation(term, problem):
        yield from valued(problem, term, target, found, problem.given)
