"""Two limiting terms by an equation between such terms that the author cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shomei.emitter.lean.script import Exact, Intro, Refine
from shomei.emitter.method import Problem, Proof, method
from shomei.emitter.proof.citation import apply
from shomei.emitter.proof.graph import node
from shomei.emitter.proof.near import congruent, node_point
from shomei.obligations.model import Schema
from shomei.parser.reason_nodes import Cite
from shomei.terms.definitions import by_name, unfold
from shomei.terms.nodes import Expression, Limit, Relation
from shomei.terms.substitution import substitute
from shomei.terms.walk import is_limiting


@method(name="cited limit", goal="equivalence", reasons=("citation",), cost=190)
def cited_limit(problem: Problem) -> Iterator[Proof]:
    """`f'(x) = \\lim_{h \\to 0} (2 x + h)` by `f'(x) = \\lim_{h \\to 0} ((x + h)^2 - x^2) / h`: one
    side is cited, and the other is equal near the point to what it is cited to equal.
    """
    schemas = {schema.label: schema for schema in problem.obligation.schemas}
    for reason in problem.obligation.reasons:
        if isinstance(reason, Cite) and reason.label in schemas:
            schema = schemas[reason.label]
            for proof in _by_equation(problem, schema, dict(reason.substitution)):
                how = ", ".join(part for part in (f"({schema.label})", proof.how) if part)
                requires = (schema.obligation, *proof.requires)
                script = (Intro(("value",)), *proof.script)
                yield replace(proof, script=script, how=how, requires=requires)


def _by_equation(
    problem: Problem, schema: Schema, values: dict[str, Expression]
) -> Iterator[Proof]:
    statement, setting = schema.statement, problem.graph.setting
    if not isinstance(statement, Relation) or statement.operator != "=":
        return
    definitions = by_name(schema.definitions)
    one, other = (
        substitute(unfold(side, definitions), values) for side in (statement.left, statement.right)
    )
    applied = apply(schema, values, setting)
    if applied is None or not (is_limiting(one) and is_limiting(other)):
        return
    left, right = problem.relation.left, problem.relation.right
    forward, back = f"({applied} value)", f"(Iff.symm ({applied} value))"
    for start, end, cited in ((one, other, forward), (other, one, back)):
        if node(start, setting) == node(left, setting):
            if node(end, setting) == node(right, setting):
                yield Proof((Exact(cited),), "")
            for found in _near(problem, end, right):
                yield replace(found, script=(Refine(f"Iff.trans {cited} ?_"), *found.script))
        elif node(end, setting) == node(right, setting):
            for found in _near(problem, left, start):
                yield replace(found, script=(Refine(f"Iff.trans ?_ {cited}"), *found.script))


def _near(problem: Problem, left: Expression, right: Expression) -> Iterator[Proof]:
    """Two limits of one variable at the same place, of functions that are equal near it."""
    setting = problem.graph.setting
    if (
        isinstance(left, Limit)
        and isinstance(right, Limit)
        and (left.variable, left.side) == (right.variable, right.side)
        and node_point(left, setting) == node_point(right, setting)
    ):
        yield from congruent(problem, left, right)
