"""Consequences of consecutive steps before: a chain of equations, of inequalities, of equivalences,
or of equal limits.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.script import Exact, Intro
from shomei.emitter.method import ANY, Problem, Proof, method
from shomei.emitter.proof.arrows import chain_proof
from shomei.emitter.proof.graph import (
    Move,
    equation_proof,
    equivalence_proof,
    node,
    order_proof,
    theorems,
)
from shomei.terms.nodes import Connective, Relation
from shomei.terms.relations import ascending
from shomei.terms.walk import is_limiting

_HOW = "the steps before"
_USES = frozenset({"steps"})


@method(name="chain of relations", goal="relation", reasons=("steps",), cost=500)
def chain_of_relations(problem: Problem) -> Iterator[Proof]:
    """An equation from the equations before it, or an inequality from the relations before it."""
    goal, graph = problem.obligation.goal, problem.graph
    if not isinstance(goal, Relation) or goal.operator == "!=":
        return
    if goal.operator == "=":
        path = graph.path(goal.left, goal.right)
        if path:
            yield Proof((Exact(equation_proof(path)),), _HOW, _USES, theorems(path))
        return
    low = ascending(goal)
    small, large = low.left, low.right
    strict = goal.operator in ("<", ">")
    steps = graph.ascent(small, large, strict=strict)
    if steps:
        requires = tuple(dict.fromkeys(step.theorem for step in steps if step.theorem))
        yield Proof((Exact(order_proof(steps, strict=strict)),), _HOW, _USES, requires)


@method(name="chain of statements", goal="statement", reasons=("steps",), cost=10)
def chain_of_statements(problem: Problem) -> Iterator[Proof]:
    """An equivalence or implication from earlier ones."""
    goal = problem.obligation.goal
    if isinstance(goal, Connective):
        found = chain_proof(goal, problem.obligation.facts, problem.graph.setting)
        if found is not None:
            lines, requires = found
            yield Proof(lines, _HOW, _USES, requires)


@method(name="the same term", goal="equivalence", reasons=ANY, cost=10)
def same_term(problem: Problem) -> Iterator[Proof]:
    """Two limiting terms that are the same up to definitions, spelling and bound names."""
    setting = problem.graph.setting
    if node(problem.relation.left, setting) == node(problem.relation.right, setting):
        uses = frozenset({"algebra", "limit", "substitution"})
        yield Proof((Exact("fun value => Iff.rfl"),), "the same term", uses)


@method(name="one step before", goal="equivalence", reasons=("steps",), cost=20)
def one_step_before(problem: Problem) -> Iterator[Proof]:
    """Two limiting terms that one earlier equation connects."""
    path = _limiting_path(problem)
    if len(path) == 1:
        yield _of_path(path)


@method(name="chain of limits", goal="equivalence", reasons=("steps",), cost=300)
def chain_of_limits(problem: Problem) -> Iterator[Proof]:
    """Two limiting terms that the earlier equations connect."""
    path = _limiting_path(problem)
    if path:
        yield _of_path(path)


def _limiting_path(problem: Problem) -> list[Move]:
    path = problem.graph.path(problem.relation.left, problem.relation.right) or []
    limiting = all(is_limiting(move.source) and is_limiting(move.target) for move in path)
    return path if limiting else []


def _of_path(path: list[Move]) -> Proof:
    script = (Intro(("value",)), Exact(equivalence_proof(path, "value")))
    return Proof(script, _HOW, _USES, theorems(path))
