"""Formulas and theorems: the statements that later steps may cite, and the scopes in which they are
stated.
"""

from __future__ import annotations

from dataclasses import replace

from shomei.obligations.model import Fact, Obligation, Schema
from shomei.obligations.scope import Scope, at_least_one
from shomei.obligations.steps import Step
from shomei.parser.ast import Cite, Formula, Theorem


def schema(label: str, obligation: Obligation) -> Schema:
    """The statement of an obligation as it can be cited by `label`."""
    context = obligation.context
    return Schema(
        label,
        obligation.id,
        context.variables,
        context.hypotheses,
        obligation.goal,
        context.definitions,
    )


def fact(obligation: Obligation) -> Fact:
    """The statement of an obligation as later steps may use it."""
    context = obligation.context
    return Fact(
        obligation.id,
        context.variables,
        context.hypotheses,
        obligation.goal,
        context.definitions,
    )


def formula_scope(scope: Scope) -> Scope:
    """Where a formula is stated: it speaks of all values of its variables, but a positive whole
    number stays one.
    """
    positive = [at_least_one(name) for name, domain in scope.domains.items() if domain == "N+"]
    hypotheses = tuple(each for each in scope.hypotheses if each.statement in positive)
    return replace(scope, hypotheses=hypotheses, facts=(), abbreviations={})


def formula_step(item: Formula) -> Step:
    """What a formula claims."""
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
    """Where a formula stands, with its conditions."""
    parts = (item.statement, *item.conditions)
    ends = (part.span.end for part in parts if part.span.end <= item.span.end)
    return item.span.start, max(ends, default=item.span.end)


def restated_scope(of: Schema, scope: Scope) -> Scope:
    """Where a formula is written out again: it speaks of its own variables, under the conditions
    that it was stated with.
    """
    hypotheses = tuple(
        replace(hypothesis, name=f"h{number}")
        for number, hypothesis in enumerate(of.hypotheses, start=1)
    )
    return replace(scope, hypotheses=hypotheses, abbreviations={})


def restated_step(item: Formula) -> Step:
    """What a formula claims that is written out again; it cites itself where it gives no reason."""
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
    """Where a theorem is proved: `outer` is in force where it is stated, `inner` at the end of its
    proof.
    """
    visible = replace(
        outer, facts=inner.facts, definitions={**inner.definitions, **outer.definitions}
    )
    if len(inner.hypotheses) <= len(outer.hypotheses):
        return visible
    # Hypotheses of the proof's own are part of what the theorem says, though its words do not say
    # them: the report does.
    own = tuple(
        each
        if each in outer.hypotheses or each.origin == "inferred"
        else replace(each, origin="proof")
        for each in inner.hypotheses
    )
    return replace(visible, hypotheses=own, domains=inner.domains)


def theorem_step(item: Theorem) -> Step:
    """What a theorem claims."""
    formula = None if item.in_prose else (item.span.start, item.statement.span.end)
    name = f"theorem_{item.label}"
    return Step(item.statement, item.span, "theorem", formula, name=name, label=item.label)
