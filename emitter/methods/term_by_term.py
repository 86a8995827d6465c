"""Inequalities between terms of the same form, from those of their parts."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.ladder import ladder_proofs


@method(name="term by term", goal="relation", reasons=("algebra", "monotonicity"), cost=30)
def term_by_term(problem: Problem) -> Iterator[Proof]:
    """`a c <= b c` from `a <= b` and `0 <= c`, and so on inwards."""
    yield from ladder_proofs(problem.relation, problem.setting, problem.given, ())
