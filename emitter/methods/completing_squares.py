"""An inequality whose difference is, or has as a factor, a sum of squares and a number."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.sign_table import square_proofs


@method(name="completing squares", goal="relation", reasons=("algebra",), cost=200)
def completing_squares(problem: Problem) -> Iterator[Proof]:
    """`x^2 + x + 1 > 0`, since it is `(x + 1/2)^2 + 3/4`."""
    for script, how in square_proofs(problem.relation, problem.setting, problem.given):
        yield Proof(script, how, frozenset({"algebra"}))
