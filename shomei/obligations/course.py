"""From where to where the assumptions, declarations, names and definitions of a document are in
force.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from shomei.obligations.model import Extent, Hypothesis
from shomei.obligations.scope import Scope
from shomei.parser.ast import CaseSplit, Item, Part, Theorem
from shomei.terms.definitions import Binding, Definition
from shomei.terms.nodes import (
    NOWHERE,
    Call,
    Expression,
    Membership,
    Relation,
    Variable,
)

#: One thing that is in force; a name with the term that it stands for.
_Thing: TypeAlias = Hypothesis | Binding | Definition | tuple[str, Expression]
#: A line and a column.
Point: TypeAlias = tuple[int, int]


class Course:
    """Follows the scope through a document: `reach` is told the scope wherever it may change."""

    def __init__(self) -> None:
        self._scope = Scope()
        self._open: dict[Hashable, Extent] = {}
        self._closed: list[Extent] = []
        self._point: Point = (1, 1)

    def reach(self, point: Point, scope: Scope, cause: Item | None = None) -> None:
        """From this line and column on, `scope` is in force; `cause` is the item that changes it.
        A place further back counts as the one before, since a step may be moved to behind the
        theorem that it cites.
        """
        self._point = max(self._point, point)
        before, self._scope = self._scope, scope
        for part, things in _PARTS:
            if part(before) is not part(scope):
                self._change(things(before), things(scope), _why(cause))

    def _change(
        self, old: Mapping[Hashable, _Thing], new: Mapping[Hashable, _Thing], why: str
    ) -> None:
        for key in old.keys() - new.keys():
            self._closed.append(replace(self._open.pop(key), end=self._point, ended=why))
        for key, thing in new.items():
            if key not in self._open:
                self._open[key] = _extent(thing, self._point)

    def extents(self) -> tuple[Extent, ...]:
        """All of them, in the order of the places that say them."""
        found = [*self._closed, *self._open.values()]
        return tuple(sorted(found, key=lambda each: (each.begin, each.span.start)))


def _why(cause: Item | None) -> str:
    """Why something is in force no longer, by the item at which it ends."""
    match cause:
        case Part():
            return "the part of the text that it stands in ends"
        case Theorem():
            return "the proof ends"
        case CaseSplit():
            return "the case ends"
        case _:
            return "a letter or name in it gets another meaning"


def _extent(thing: _Thing, begin: Point) -> Extent:
    match thing:
        case Hypothesis(statement=statement, origin=origin, span=span):
            return Extent(statement, origin, span or statement.span, begin)
        case Binding(name=name, domain=domain, span=span):
            return Extent(Membership(name, domain), "declared", span or NOWHERE, begin)
        case Definition(name=name, parameters=parameters, body=body):
            call = Call(name, tuple(map(Variable, parameters)))
            return Extent(Relation("=", call, body), "definition", body.span, begin)
        case (name, value):
            return Extent(Relation("=", Variable(name), value), "name", value.span, begin)


# --------------------------------------------------------------------------------------------------
# What is in force in a scope. The keys hold as long as the things are in it.


def _hypotheses(scope: Scope) -> dict[Hashable, _Thing]:
    return {id(each): each for each in scope.hypotheses}


def _declarations(scope: Scope) -> dict[Hashable, _Thing]:
    """Those that stand in the text: where a name ends, its letter is a number again, which no words
    say.
    """
    found: dict[Hashable, _Thing] = {}
    for name, domain in scope.domains.items():
        binding = Binding(name, domain, scope.declared_at.get(name))
        span = binding.span or NOWHERE
        if span.end > span.start:
            found[binding.name, binding.domain, span.start] = binding
    return found


def _names(scope: Scope) -> dict[Hashable, _Thing]:
    return {(name, id(value)): (name, value) for name, value in scope.abbreviations.items()}


def _definitions(scope: Scope) -> dict[Hashable, _Thing]:
    return {(name, id(each)): each for name, each in scope.definitions.items()}


_PARTS: Final[
    tuple[tuple[Callable[[Scope], object], Callable[[Scope], dict[Hashable, _Thing]]], ...]
] = (
    (lambda scope: scope.hypotheses, _hypotheses),
    (lambda scope: scope.domains, _declarations),
    (lambda scope: scope.abbreviations, _names),
    (lambda scope: scope.definitions, _definitions),
)
