"""Elements of sequences by their recursion: `a_{n+1} + 1 = 2 (a_n + 1)` from
`a_{n+1} = 2 a_n + 1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shomei.emitter.lean.script import GRIND
from shomei.emitter.method import Place, Problem, Proof, method
from shomei.emitter.proof.needs import brought_in
from shomei.emitter.proof.recursion import expanded, recursion_lines, speaks_of
from shomei.emitter.search import inside

_USES = frozenset({"recursion", "algebra"})


@method(
    name="recursion",
    goal="relation",
    reasons=("recursion", "algebra"),
    cost=14,
    proofs=6,
)
def recursion(problem: Problem) -> Iterator[Proof]:
    """The elements are written out, and the rest is arithmetic."""
    goal, setting = problem.relation, problem.setting
    if not speaks_of(goal, setting):
        return
    expansion = expanded(goal, setting)
    if not expansion.rules:
        return
    lines = recursion_lines((goal.left, goal.right), setting)
    yield Proof((*problem.start, *lines, GRIND), "recursion", _USES)
    needs, inner = brought_in((expansion.goal.left, expansion.goal.right), setting)
    place = Place(inner, tuple(needs))
    for found in islice(inside(problem.within("arithmetic", expansion.goal, place)), 4):
        script = (*problem.start, *expansion.proof(found.script, setting))
        how = "recursion" if found.how == "algebra" else f"recursion, {found.how}"
        yield Proof(script, how, found.uses | _USES)
