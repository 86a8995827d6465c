"""Inequalities by a table of signs of the factors of their differences."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import relations_of
from shomei.emitter.proof.sign_table import table_proofs


@method(
    name="table of signs",
    goal=("relation", "statement", "cover"),
    reasons=("algebra", "case"),
    cost=210,
)
def table_of_signs(problem: Problem) -> Iterator[Proof]:
    """`x^2 - 3 x + 2 < 0 \\iff 1 < x \\land x < 2`, by every case of the signs."""
    parts = relations_of(problem.statement)
    for script, how in table_proofs(parts, problem.setting, problem.given):
        yield Proof(script, how, frozenset({"algebra", "case"}))
