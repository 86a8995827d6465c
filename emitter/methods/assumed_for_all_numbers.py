"""Derivatives of functions that are the same by a hypothesis for all numbers: of `f(-x)` where
`f(-x) = f(x)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.render import by
from shomei.emitter.lean.script import GRIND, Exact, Intro
from shomei.emitter.lean.statement import value_of
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.functions import by_universal, rewritings
from shomei.emitter.proof.valued import Valued, in_brackets, sides_of
from shomei.emitter.proof.values import by_differentiation, valued
from shomei.terms.nodes import Derivative, Relation

_HOW = "assumed for all numbers"


@method(
    name="assumed for all numbers",
    goal=("value", "equivalence"),
    reasons=("differentiation", "algebra", "rule"),
    cost=150,
)
def assumed_for_all_numbers(problem: Problem) -> Iterator[Proof]:
    """`\\frac{d}{dx} f(-x) = f'(x)` for an even f, `\\frac{d}{dx} f(g(x)) = \\frac{d}{dx} x`."""
    if not problem.graph.setting.notation.told:
        return
    if problem.kind == "equivalence":
        yield from _two(problem)
        return
    term, target = sides_of(problem)
    if not isinstance(term, Derivative) or term.order != 1:
        return
    for found in _by_another(term, problem):
        yield from valued(problem, term, target, found, problem.given)


def _by_another(term: Derivative, problem: Problem) -> Iterator[Valued]:
    """The value of a derivative, by that of the function which a hypothesis puts in its place."""
    setting = problem.graph.setting
    inner = setting.notation.bind(term.variable)
    body = setting.plain(term.body)
    name = identifier(term.variable)
    for other, same in rewritings(body, inner):
        changed = Derivative(term.variable, other, 1)
        for found in by_differentiation(changed, problem):
            stated = value_of(term, in_brackets(found.value, setting), setting.notation)
            proof = f"(Shomei.hasDerivAt_of_same (fun {name} => {same}) {found.proof} : {stated})"
            yield Valued(found.value, proof, found.before, found.requires, _HOW, found.uses)


def _two(problem: Problem) -> Iterator[Proof]:
    """Two derivatives by the same variable, of functions that are the same."""
    left, right = problem.relation.left, problem.relation.right
    if (
        not isinstance(left, Derivative)
        or not isinstance(right, Derivative)
        or (left.variable, left.order, right.order) != (right.variable, 1, 1)
    ):
        return
    setting = problem.graph.setting
    inner = setting.notation.bind(left.variable)
    goal = setting.plain_relation(Relation("=", left.body, right.body))
    same = by_universal(goal, inner)
    if same is None:
        same = f"({by(GRIND, bracketed=True)} : {relation(goal, inner)})"
    name = identifier(left.variable)
    proof = f"Shomei.hasDerivAt_congr (Filter.Eventually.of_forall fun {name} => {same})"
    yield Proof((Intro(("value",)), Exact(proof)), _HOW, frozenset({"algebra", "differentiation"}))
