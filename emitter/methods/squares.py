"""An inequality by the squares of the differences of its terms."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import GRIND, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.connectives import relations_of, zero_products
from shomei.emitter.proof.squares import squares


@method(
    name="squares are not negative",
    goal=("relation", "arithmetic", "near"),
    reasons=("algebra",),
    cost=150,
)
def squares_of_differences(problem: Problem) -> Iterator[Proof]:
    """`2 x y <= x^2 + y^2`. If laws are used, they already come with these squares."""
    if problem.relation.operator in ("=", "!=") or problem.findings.has_laws:
        return
    hints = squares(problem.relation, problem.setting)
    if hints:
        uses = frozenset({"algebra"})
        yield Proof((*problem.start, *hints, GRIND), "squares are not negative", uses)


@method(name="squares in a statement", goal=("statement", "cover"), reasons=("algebra",), cost=610)
def squares_in_statements(problem: Problem) -> Iterator[Proof]:
    """The same for all inequalities of a statement."""
    setting = problem.setting
    hints = [line for part in relations_of(problem.statement) for line in squares(part, setting)]
    if hints:
        products = zero_products(problem.statement, setting)
        lines = script(problem.given, products, dict.fromkeys(hints), GRIND)
        yield Proof(lines, "squares are not negative", frozenset({"algebra"}))
