"""Arithmetic of ordered fields: `grind`, with the cited formulas."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import named, rules_in


@method(
    name="arithmetic",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=100,
)
def arithmetic(problem: Problem) -> Iterator[Proof]:
    """One `grind`; none if logarithms or powers must be analysed."""
    if not problem.findings.is_beyond_arithmetic:
        cited = problem.place.cited
        uses = frozenset({"algebra"}) | rules_in(cited)
        yield Proof((*problem.start, GRIND), named(cited) or "algebra", uses)


@method(
    name="arithmetic of connectives",
    goal=("statement", "cover"),
    reasons=("algebra",),
    cost=100,
)
def arithmetic_of_connectives(problem: Problem) -> Iterator[Proof]:
    """One `grind`, which knows of `\\land`, `\\lor`, `\\Rightarrow` and `\\iff`."""
    yield Proof((*problem.given, GRIND), "algebra", frozenset({"algebra"}))
