"""Arithmetic, with equations between arguments of the same function that are equal but written
differently.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import named, rules_in, stated


@method(
    name="equal arguments",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=130,
)
def equal_arguments(problem: Problem) -> Iterator[Proof]:
    """`\\log ((x + h) / x) = \\log (1 + h / x)`."""
    findings, cited = problem.findings, problem.place.cited
    if findings.aligned and not findings.is_beyond_arithmetic:
        same = stated("same", findings.aligned, problem.setting)
        uses = frozenset({"algebra"}) | rules_in(cited)
        yield Proof((*problem.start, *same, GRIND), named(cited) or "algebra", uses)
