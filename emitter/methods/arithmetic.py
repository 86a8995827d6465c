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
    if not (problem.findings.is_beyond_arithmetic or _comes_last(problem)):
        yield _by_grind(problem)


@method(name="arithmetic at last", goal="relation", reasons=("algebra",), cost=900)
def arithmetic_at_last(problem: Problem) -> Iterator[Proof]:
    """The same where it hardly helps: a `grind` that fails takes longer than one that proves."""
    if _comes_last(problem) and not problem.findings.is_beyond_arithmetic:
        yield _by_grind(problem)


def _comes_last(problem: Problem) -> bool:
    return problem.kind == "relation" and problem.findings.is_out_of_reach


def _by_grind(problem: Problem) -> Proof:
    cited = problem.place.cited
    uses = frozenset({"algebra"}) | rules_in(cited)
    return Proof((*problem.start, GRIND), named(cited) or "algebra", uses)


@method(
    name="arithmetic of connectives",
    goal=("statement", "cover"),
    reasons=("algebra",),
    cost=100,
)
def arithmetic_of_connectives(problem: Problem) -> Iterator[Proof]:
    """One `grind`, which knows of `\\land`, `\\lor`, `\\Rightarrow` and `\\iff`."""
    yield Proof((*problem.given, GRIND), "algebra", frozenset({"algebra"}))
