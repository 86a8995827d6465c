"""What a text says of letters without its being understood: how such doubts arise, which of them
concern a step, and where they end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from shomei.obligations.model import Context, Doubt, Hypothesis, Obligation
from shomei.terms.functions import is_family
from shomei.terms.indices import counting
from shomei.terms.nodes import Relation, Statement, Variable
from shomei.terms.walk import called_names, free_variables

#: With more doubts than these on one step, what they say together is not tried.
MOST: Final = 16


def about(
    statement: Statement, context: Context, obligation: str = "", *, lasting: bool = False
) -> Doubt:
    """The doubt that a statement raises on all of its letters. What it says of families it says of
    these, and not of their indices.
    """
    names = frozenset(free_variables(statement))
    families = frozenset(name for name in called_names(statement) if is_family(name))
    if families:
        names = (names - frozenset(counting(statement))) | families
    return Doubt(names, statement, context, obligation, lasting)


def touches(doubt: Doubt, names: Collection[str]) -> bool:
    """Whether a doubt is about one of these letters, or about all that they are one of: what is
    said of `S_p` and of p may be said of `S_2`.
    """
    return any(
        name in doubt.names
        or f"{name.partition('_')[0]}_" in doubt.names
        or any(is_one_of(name, other, doubt.names) for other in doubt.names)
        for name in names
    )


def is_one_of(name: str, general: str, letters: Collection[str]) -> bool:
    """Whether `S_2` may be what `S_p` is for p = 2, where p is one of some letters."""
    base, _, number = name.partition("_")
    other, _, index = general.partition("_")
    return number.isdigit() and base == other and index in letters


def concerning(names: Iterable[str], doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts about these letters, and about letters that such doubts relate them to."""
    if not doubts:
        return ()
    wanted = set(names)
    found: list[Doubt] = []
    grew = True
    while grew:
        grew = False
        for doubt in doubts:
            if doubt not in found and touches(doubt, wanted):
                found.append(doubt)
                wanted |= doubt.names
                grew = doubt.statement is not None or grew
    return tuple(doubt for doubt in doubts if doubt in found)


def without(names: Iterable[str], doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts that are left where letters are introduced anew: what was said of them before is
    of others, and of the letters beside them only that something was said.
    """
    fresh = set(names)
    left: list[Doubt] = []
    for doubt in doubts:
        if fresh.isdisjoint(doubt.names):
            left.append(doubt)
        elif _names_one_of(fresh, doubt.statement):
            continue  # the other letters are only what it stood for
        elif rest := doubt.names - fresh:
            left.append(Doubt(rest, lasting=doubt.lasting))
    return tuple(dict.fromkeys(left))


def under(obligation: Obligation, doubts: Iterable[Doubt]) -> Obligation | None:
    """The obligation with all that the doubts say as hypotheses; None if that is not known, or
    speaks of functions with the same name that are not the same.
    """
    context = obligation.context
    variables = {each.name: each for each in context.variables}
    definitions = {each.name: each for each in context.definitions}
    hypotheses = {each.statement: each for each in context.hypotheses}
    doubts = tuple(doubts)
    for number, doubt in enumerate(doubts):
        if doubt.statement is None or number >= MOST:
            return None
        for definition in doubt.context.definitions:
            if definitions.setdefault(definition.name, definition) != definition:
                return None
        for variable in doubt.context.variables:
            if variables.get(variable.name, variable).domain == "R":
                variables[variable.name] = variable
        own = [each for each in doubt.context.hypotheses if each.origin != "inferred"]
        for each in own:
            hypotheses.setdefault(each.statement, each)
        hypotheses.setdefault(doubt.statement, Hypothesis("", doubt.statement))
    named = tuple(
        replace(each, name=f"h{number}") for number, each in enumerate(hypotheses.values(), start=1)
    )
    functions = {each.name: each for each in context.functions}
    for doubt in doubts:
        functions |= {each.name: each for each in doubt.context.functions}
    whole = Context(
        tuple(variables.values()),
        named,
        tuple(definitions.values()),
        tuple(functions.values()),
    )
    return replace(obligation, context=whole)


def _names_one_of(letters: Collection[str], statement: Statement | None) -> bool:
    """Whether a statement only gives one of these letters its value: `Y = x + h`."""
    return (
        isinstance(statement, Relation)
        and statement.operator == "="
        and any(
            isinstance(side, Variable)
            and side.name in letters
            and side.name not in free_variables(other)
            for side, other in (
                (statement.left, statement.right),
                (statement.right, statement.left),
            )
        )
    )
