"""Formulas and theorems: the statements that later steps may cite, and the scopes in which they are
stated.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.obligations.assumptions import at_least_one
from shomei.obligations.model import Fact, Obligation, Schema
from shomei.obligations.scope import Scope
from shomei.obligations.steps import Step
from shomei.parser.ast import Formula, Theorem
from shomei.parser.reason_nodes import Cite


def schema(label: str, obligation: Obligation) -> Schema:
    """The statement of an obligation as a formula that can be cited by `label`."""
    context = obligation.context
    return Schema(
        label,
        obligation.id,
        context.variables,
        context.hypotheses,
        obligation.goal,
        context.definitions,
        context.functions,
    )


def fact(obligation: Obligation) -> Fact:
    """The statement of an obligation in the form that later steps may use."""
    context = obligation.context
    return Fact(
        obligation.id,
        context.variables,
        context.hypotheses,
        obligation.goal,
        context.definitions,
        context.functions,
    )


def formula_scope(scope: Scope) -> Scope:
    """The scope in which a formula is stated. It holds for all values of its variables, but a
    positive whole number stays one.
    """
    positive = [at_least_one(name) for name, domain in scope.domains.items() if domain == "N+"]
    hypotheses = tuple(each for each in scope.hypotheses if each.statement in positive)
    return replace(scope, hypotheses=hypotheses, facts=(), abbreviations={})


def formula_step(item: Formula) -> Step:
    """The claim of a formula."""
    return Step(
        item.statement,
        item.span,
        "formula",
        _place(item),
        item.reasons,
        name=f"formula_{item.label}",
        label=item.label,
        infer_all=True,
    )


def _place(item: Formula) -> tuple[int, int]:
    """The place of a formula, including its conditions."""
    parts = (item.statement, *item.conditions)
    ends = (part.span.end for part in parts if part.span.end <= item.span.end)
    return item.span.start, max(ends, default=item.span.end)


def restated_scope(of: Schema, scope: Scope) -> Scope:
    """The scope in which a formula is repeated. It is about its own variables, under the conditions
    with which it was stated.
    """
    hypotheses = tuple(
        replace(hypothesis, name=f"h{number}")
        for number, hypothesis in enumerate(of.hypotheses, start=1)
    )
    return replace(scope, hypotheses=hypotheses, abbreviations={})


def restated_step(item: Formula) -> Step:
    """The claim of a formula that is repeated; it cites itself if it gives no reason."""
    return Step(
        item.statement,
        item.span,
        "step",
        _place(item),
        item.reasons or (Cite(item.label),),
        name=f"eq_{item.label}_again",
        label=item.label,
        infer_all=True,
    )


def theorem_scope(inner: Scope, outer: Scope) -> Scope:
    """The scope in which a theorem is proved: `outer` is in force where it is stated, `inner` at
    the end of its proof.
    """
    visible = replace(
        outer, facts=inner.facts, definitions={**inner.definitions, **outer.definitions}
    )
    if len(inner.hypotheses) <= len(outer.hypotheses):
        return visible
    # The hypotheses of the proof are part of the theorem although its words do not state them. The
    # report does.
    own = tuple(
        each
        if each in outer.hypotheses or each.origin == "inferred"
        else replace(each, origin="proof")
        for each in inner.hypotheses
    )
    return replace(visible, hypotheses=own, domains=inner.domains, declared_at=inner.declared_at)


def theorem_step(item: Theorem) -> Step:
    """The claim of a theorem."""
    formula = None if item.in_prose else (item.span.start, item.statement.span.end)
    name = f"theorem_{item.label}"
    return Step(item.statement, item.span, "theorem", formula, name=name, label=item.label)
