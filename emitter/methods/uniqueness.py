"""Two numbers that are values of the same limit or derivative."""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact
from shomei.emitter.lean.term import Unprintable
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.graph import Move, equivalence_proof, node, theorems
from shomei.emitter.proof.valued import in_brackets, unique
from shomei.terms.nodes import Derivative, Expression, Limit, Prime
from shomei.terms.walk import is_limiting


@method(
    name="uniqueness of values",
    goal="relation",
    reasons=("citation", "rule", "steps"),
    cost=60,
    proofs=3,
)
def uniqueness(problem: Problem) -> Iterator[Proof]:
    """`f'(g(x)) g'(x) = 1`, where both are the derivative of `f(g(x))` by steps above; and what a
    chain of limits between two numbers comes to.
    """
    goal, graph = problem.relation, problem.graph
    if goal.operator != "=" or problem.here is not None or not _has_limits(problem):
        return
    setting = graph.setting
    for move, _ in graph.neighbours.get(node(goal.left, setting), []):
        term = move.target
        if not is_limiting(term):
            continue
        path = graph.path(term, goal.right)
        if not path or any(each.edge is move.edge for each in path):
            continue
        found = _same(move, term, path, problem)
        if found is not None:
            yield found


def _has_limits(problem: Problem) -> bool:
    """Whether some step above states the value of a limit or derivative."""
    return any(is_limiting(fact.statement) for fact in problem.obligation.facts)


def _same(move: Move, term: Expression, path: list[Move], problem: Problem) -> Proof | None:
    """The left side is a value of `term` by `move`, and the right side by the path."""
    if not isinstance(term, Limit | Derivative | Prime):
        return None
    *before, last = path
    if is_limiting(last.target):
        return None
    other = last.edge.proof
    if before:
        value = in_brackets(last.target, problem.graph.setting)
        other = f"(Iff.mpr {equivalence_proof(before, value)} {other})"
    try:
        lines = unique(term, other, move.edge.proof)
    except Unprintable:
        return None
    requires = (move.edge.theorem, *theorems(path))
    return Proof((*lines, Exact("same")), "the steps before", frozenset({"steps"}), requires)
