"""Inequalities that a law states as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact, script
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.laws import named, rules_in, saturate
from shomei.terms.nodes import Relation

#: The relations that read the other way round.
_TURNED = {">": "<", ">=": "<="}


@method(name="inequalities as they stand", goal="relation", reasons=("rule",), cost=139)
def inequalities_as_they_stand(problem: Problem) -> Iterator[Proof]:
    """`e^s \\le \\frac{1}{1 - s}`, which a law states: `grind` takes long to see that."""
    goal = problem.relation
    if goal.operator in ("=", "!="):
        return
    if goal.operator in _TURNED:
        goal = Relation("<" if goal.operator == ">" else "<=", goal.right, goal.left)
    for law in saturate((goal.left, goal.right), problem.setting, rounds=1, last=True):
        if law.statement == goal:
            lines = script(problem.start, Exact(law.proof))
            yield Proof(lines, named([law]), rules_in([law]))
            return
