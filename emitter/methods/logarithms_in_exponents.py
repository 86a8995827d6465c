"""Equations with powers that have a logarithm in the exponent."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.logarithmic_powers import equations


@method(
    name="logarithms in exponents",
    goal=("relation", "arithmetic", "near"),
    reasons=("rule", "algebra", "definition of log"),
    cost=145,
)
def logarithms_in_exponents(problem: Problem) -> Iterator[Proof]:
    """`27^{\\log_3 x + 1} = 27 x^3`, from the logarithms of both sides."""
    found = equations(problem.relation, problem.setting)
    if found:
        uses = frozenset({"algebra", "rpow_logb"})
        yield Proof(script(problem.start, found, GRIND), "rpow_logb", uses)
