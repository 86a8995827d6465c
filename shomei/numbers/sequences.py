"""Samples of sequences that a text gives by a recursion: the elements are computed from the first
ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from shomei.obligations.model import Context
from shomei.terms.definitions import Definition
from shomei.terms.functions import Function
from shomei.terms.literals import integer_value, numeral
from shomei.terms.nodes import Call, Choice, Expression, Number, Relation, Variable
from shomei.terms.recurrence import Recurrence, at, plus, recurrence
from shomei.terms.walk import free_variables

_PLACES: Final = ("t", "s", *(f"t_{index}" for index in range(99)))
#: What the first elements are that a text does not give.
_STARTS: Final = (Fraction(2), Fraction(1), Fraction(-1), Fraction(3), Fraction(1, 2), Fraction(0))


def recursive(function: Function, context: Context) -> Iterator[Definition]:
    """Definitions of a sequence, each by its recursion and by first elements; none where the
    context does not give it so.
    """
    found = [
        each
        for each in map(recurrence, (h.statement for h in context.hypotheses))
        if each is not None and each.name == function.name
    ]
    if len(found) != 1:
        return
    (rule,) = found
    stated = _stated(function.name, context)
    missing = [rule.least + step for step in range(rule.order) if rule.least + step not in stated]
    for turn in range(len(_STARTS) if missing else 1):
        elements = dict(stated)
        for step, index in enumerate(missing):
            elements[index] = Number(_STARTS[(turn + step) % len(_STARTS)])
        yield _definition(rule, elements, context)


def _stated(name: str, context: Context) -> dict[int, Expression]:
    """The elements that the hypotheses give, by their indices."""
    found: dict[int, Expression] = {}
    for each in context.hypotheses:
        match each.statement:
            case Relation(operator="=", left=Call(name=own, arguments=(place,)), right=value) if (
                own == name and (index := integer_value(place)) is not None
            ):
                found.setdefault(index, value)
            case _:
                pass
    return found


def _definition(rule: Recurrence, elements: dict[int, Expression], context: Context) -> Definition:
    spoken = {*free_variables(rule.value)}.union(*map(free_variables, elements.values()))
    name = next(each for each in _PLACES if each not in spoken)
    place = Variable(name)
    body = at(rule.value, rule.index, plus(place, -rule.order))
    for index, value in sorted(elements.items(), reverse=True):
        body = Choice(place, numeral(index), value, body)
    names = {*free_variables(body)} - {name}
    captured = tuple(each for each in context.variables if each.name in names)
    return Definition(rule.name, (name,), body, captured)


def chosen(definition: Definition, context: Context) -> tuple[tuple[str, Expression], ...]:
    """The first elements of a sample that the context does not give, by their names in LaTeX."""
    stated = _stated(definition.name, context)
    found: list[tuple[str, Expression]] = []
    body = definition.body
    while isinstance(body, Choice):
        index = integer_value(body.right)
        if index is not None and index not in stated:
            found.append((f"{definition.name}{{{index}}}", body.chosen))
        body = body.otherwise
    return tuple(found)
