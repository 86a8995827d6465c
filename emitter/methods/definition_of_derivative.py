"""A derivative as the limit of difference quotients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.script import Exact, Have, Intro, Refine, script
from shomei.emitter.lean.statement import value_of
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.graph import node
from shomei.emitter.proof.near import congruent, node_point
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Binary,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Prime,
    Variable,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables

_USES = frozenset({"definition of derivative"})


@method(
    name="definition of the derivative",
    goal="equivalence",
    reasons=("definition of derivative",),
    cost=200,
    proofs=10,
)
def definition_of_derivative(problem: Problem) -> Iterator[Proof]:
    """`f'(x) = \\lim_{h \\to 0} (f(x + h) - f(x)) / h`, or with the limit on the left."""
    match problem.relation.left, problem.relation.right:
        case ((Prime() | Derivative()) as term, Limit() as limit):
            found = _as_limit(problem, term, limit, turned=False)
        case (Limit() as limit, (Prime() | Derivative()) as term):
            found = _as_limit(problem, term, limit, turned=True)
        case _:
            return
    for proof in found:
        yield replace(proof, script=(Intro(("value",)), *proof.script), uses=proof.uses | _USES)


def _as_limit(
    problem: Problem, term: Prime | Derivative, limit: Limit, *, turned: bool
) -> Iterator[Proof]:
    """The definition in either form, then an equation near the point."""
    setting = problem.graph.setting
    if term.order != 1:
        return
    notation = setting.notation
    match term:
        case Prime(name=name, argument=point):
            definition = notation.definitions[name]
            variable, body = definition.parameters[0], definition.body
        case Derivative(variable=variable, body=body):
            point = Variable(variable)
    h = Variable(limit.variable)
    if limit.variable in free_variables(point) or (
        limit.variable in free_variables(body) and limit.variable != variable
    ):
        return

    def at(argument: Expression) -> Expression:
        return substitute(body, {variable: argument})

    forms: list[tuple[str, Limit]] = []
    if isinstance(limit.point, Infinity) or limit.side is not None:
        return
    quotient = Binary("/", Binary("-", at(Binary("+", point, h)), at(point)), h)
    forms.append(("Shomei.hasDerivAt_iff_limit", replace(limit, body=quotient)))
    between = Binary("/", Binary("-", at(h), at(point)), Binary("-", h, point))
    forms.append(("Shomei.hasDerivAt_iff_limit_at", replace(limit, body=between)))
    for lemma, form in forms:
        if lemma.endswith("_at") != (node_point(limit, setting) == node(point, setting)) or (
            not lemma.endswith("_at") and limit.point != ZERO
        ):
            continue
        if node(form, setting) == node(limit, setting):
            proof = f"(Iff.symm {lemma})" if turned else lemma
            yield Proof((Exact(proof),), "definition of the derivative")
            continue
        text = value_of(form, "value", notation)
        for found in congruent(problem, form, limit):
            statement = f"({value_of(term, 'value', notation)}) ↔ ({text})"
            lines = script(
                Have("definition", statement, lemma),
                (Refine("Iff.symm ?_"),) if turned else (),
                Refine("Iff.trans definition ?_"),
                found.script,
            )
            how = f"definition of the derivative, {found.how}"
            yield replace(found, script=lines, how=how)
