"""What a verdict rests on, and the places of the source that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from shomei.obligations.model import Extent, Obligation
from shomei.terms.definitions import Definition
from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    NOWHERE,
    Call,
    Connective,
    Membership,
    Relation,
    Span,
    Statement,
    Variable,
)
from shomei.terms.walk import conjuncts
from shomei.verdicts.model import InForce, Origin, Premise

_Show: TypeAlias = Callable[[Statement], str]


def premises(obligation: Obligation, show: _Show) -> tuple[Premise, ...]:
    """The declarations of its variables, its hypotheses, the conditions that words outside of it
    state, the names in it, and the functions that it uses; `show` prints a statement.
    """
    return tuple(
        Premise(show(statement), origin, span.line, span.column)
        for statement, origin, span in _premises(obligation)
    )


def _premises(obligation: Obligation) -> Iterator[tuple[Statement, Origin, Span]]:
    context = obligation.context
    for binding in context.variables:
        if binding.domain != "R":
            yield Membership(binding.name, binding.domain), "declared", binding.span or NOWHERE
    for hypothesis in context.hypotheses:
        if _names_an_element(hypothesis.statement):
            continue
        span = hypothesis.span or obligation.span
        yield hypothesis.statement, hypothesis.origin, span
    for condition in _said_elsewhere(obligation.goal, obligation.span):
        yield condition, "condition", condition.span
    for renaming in obligation.renamings:
        yield renaming, "name", renaming.span
    for definition in context.definitions:
        yield _equation(definition), "definition", definition.body.span


def _names_an_element(statement: Statement) -> bool:
    """Whether it says which element of a family a number is that is written like it: `x_j`."""
    match statement:
        case Relation(operator="=", left=Variable(name=name), right=Call(name=own)):
            return is_family(own) and name.startswith(own)
        case _:
            return False


def _equation(definition: Definition) -> Relation:
    call = Call(definition.name, tuple(map(Variable, definition.parameters)))
    return Relation("=", call, definition.body)


def _said_elsewhere(goal: Statement, place: Span) -> Iterator[Statement]:
    """The premises of an implication that do not stand where the claim stands: `for x > 0` before
    it.
    """
    if isinstance(goal, Connective) and goal.operator == "implies":
        for each in conjuncts(goal.left):
            if not (place.start <= each.span.start < place.end):
                yield each


def in_force(extents: Iterable[Extent], show: _Show) -> tuple[InForce, ...]:
    """The report on what the source puts in force."""
    return tuple(
        InForce(
            Premise(show(each.statement), each.force, each.span.line, each.span.column),
            begin_line=each.begin[0],
            begin_column=each.begin[1],
            end_line=each.end[0] if each.end else None,
            end_column=each.end[1] if each.end else None,
            ended=each.ended,
        )
        for each in extents
    )
