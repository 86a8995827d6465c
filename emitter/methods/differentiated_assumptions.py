"""Equations that follow from a hypothesis for all numbers by differentiating it: `f'(-x) = -f'(x)`
from `f(-x) = f(x)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shomei.emitter.lean.names import identifier
from shomei.emitter.lean.script import GRIND, Have
from shomei.emitter.lean.term import relation
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.setting import Setting
from shomei.operations.spelling import normalise_relation
from shomei.terms.nodes import DerivativeAt, Expression, ForAll, Relation, Variable
from shomei.terms.walk import free_variables, subtrees

_MOST = 4


@method(
    name="differentiated assumptions",
    goal="relation",
    reasons=("differentiation", "chain_rule", "product_rule"),
    cost=70,
    proofs=3,
)
def differentiated_assumptions(problem: Problem) -> Iterator[Proof]:
    """Both sides of each hypothesis, differentiated at the variables of the goal."""
    goal, setting = problem.relation, problem.setting
    if not any(isinstance(part, DerivativeAt) for part in subtrees(goal)):
        return
    points: dict[Expression, None] = {}
    for part in subtrees(goal):
        if isinstance(part, DerivativeAt):
            for argument in part.arguments:
                points.update(dict.fromkeys(map(Variable, free_variables(argument))))
                points[argument] = None
    lines = list(islice(_equations(tuple(points), setting), _MOST))
    if lines:
        yield Proof(
            (*problem.start, *lines, GRIND),
            "rules of differentiation, algebra",
            frozenset({"differentiation", "algebra"}),
        )


def _equations(points: tuple[Expression, ...], setting: Setting) -> Iterator[Have]:
    number = 0
    for name, statement in setting.notation.told:
        match statement:
            case ForAll(names=(variable,), body=Relation(operator="=") as body, natural=False):
                stated = normalise_relation(body)
            case _:
                continue
        for point in points:
            if variable in free_variables(point) and point != Variable(variable):
                continue
            left = derivative(stated.left, variable, point, setting)
            right = derivative(stated.right, variable, point, setting)
            if left is None or right is None:
                continue
            number += 1
            known = f"fun {identifier(variable)} => {name} {identifier(variable)}"
            other = f"(Shomei.hasDerivAt_of_same ({known}) {right.proof})"
            yield Have(
                f"slope{number}",
                relation(Relation("=", left.value, right.value), setting.notation),
                f"HasDerivAt.unique {left.proof} {other}",
            )
