"""What a step owes that the words of an article draw from what the text has stated of its letters:
`$e^{-\\lambda h} = \\frac12$, so $h = \\frac{\\ln 2}{\\lambda}$`.

In: a step with what it may be drawn from. Out: its obligation, and the same under these premises.
Which of the two is owed is for the numbers to say (`verdicts/drawn.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from shomei.obligations.assumptions import assumed
from shomei.obligations.model import Obligation, Schema
from shomei.obligations.scope import Scope
from shomei.obligations.stationary import computed
from shomei.obligations.steps import Step, is_beyond_logic, owed
from shomei.parser.ast import Document
from shomei.parser.directives import conjunction
from shomei.terms.nodes import Connective, Relation, Statement
from shomei.terms.relations import turned
from shomei.terms.walk import claim_of, conjuncts, premises_of


def owed_or_drawn(
    step: Step,
    scope: Scope,
    schemas: tuple[Schema, ...],
    *,
    name: str,
    infers: bool,
    document: Document,
    earlier: Sequence[Obligation],
) -> Obligation:
    """What `step` owes as the obligation `name`, with what it owes under its premises beside it
    (`otherwise`), if these do not say it themselves.
    """
    owing = partial(owed, schemas=schemas, name=name, infers=infers, document=document)
    plain = owing(step, scope)
    if plain.problem is None and (found := computed(plain, earlier)) is not None:
        statement, relies = found
        under = owing(replace(step, statement=statement, formula=None), scope)
        if under.problem is None:
            return replace(plain, otherwise=replace(under, conditional=True, relies=relies))
    said = [part for each in step.given for part in conjuncts(each)]
    if not said or plain.problem is not None or _is_among(claim_of(step.statement), said):
        return plain
    if is_beyond_logic(step.statement):
        inner = scope
        for each in step.given:
            inner = assumed((each,), each.span, inner, in_prose=True).scope
        under = owing(step, inner)
        known = {each.statement for each in plain.context.hypotheses}
        premises: list[Statement] = [
            each.statement
            for each in under.context.hypotheses
            if each.statement not in known and each.origin != "inferred"
        ]
    else:
        under = owing(replace(step, statement=_implied(step), formula=None), scope)
        premises = list(premises_of(under.goal))
    if under.problem is not None or not premises or _is_among(claim_of(under.goal), premises):
        return plain
    return replace(plain, otherwise=replace(under, conditional=not step.told))


def _implied(step: Step) -> Statement:
    """That the premises of a step imply what it claims."""
    claim = step.statement
    said = list(step.given)
    while isinstance(claim, Connective) and claim.operator == "implies":
        said += [each for each in conjuncts(claim.left) if each not in said]
        claim = claim.right
    return Connective("implies", conjunction(tuple(said)), claim, span=step.statement.span)


def _is_among(statement: Statement, said: list[Statement]) -> bool:
    """Whether a statement is one of others, or such an equation turned round."""
    if statement in said:
        return True
    return (
        isinstance(statement, Relation) and statement.operator == "=" and turned(statement) in said
    )
