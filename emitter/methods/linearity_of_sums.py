"""Linearity of sums: the sum of a sum, and of a multiple."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.sums import law_lines


@method(name="linearity of the sum", goal="relation", reasons=("sum_rule", "algebra"), cost=310)
def linearity_of_sums(problem: Problem) -> Iterator[Proof]:
    """`\\sum_{k=1}^{n} 2 k = 2 \\sum_{k=1}^{n} k`."""
    laws = law_lines(problem.relation, problem.setting)
    if laws:
        uses = frozenset({"sum_rule", "algebra"})
        yield Proof((*problem.given, *laws, GRIND), "linearity of the sum", uses)
