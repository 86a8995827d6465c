"""What a formula `f(x) = …` defines: where the words say so or nothing is known of f, and for how
long and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from shomei.parser.article.claims import Claims
from shomei.parser.article.formulas import (
    Conditions,
    Defined,
    Stated,
    read_formula,
    statements_of,
    states_something,
)
from shomei.parser.article.knowledge import UNKNOWN
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Formula, Piece
from shomei.parser.article.presented import is_headed
from shomei.parser.ast import Define, Let
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.source import Range, Source
from shomei.terms.functions import is_family
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Relation, Statement, Variable
from shomei.terms.walk import free_variables

#: What ends a paragraph or an item.
_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s|\\(?:item|par|end)(?![A-Za-z])")


@dataclass(slots=True)
class Definitions:
    """The functions of an article that are defined for one sentence, or only under a condition."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    #: Functions that a case or an example is about, up to the end of its sentence, or without one
    #: of its paragraph.
    passing: dict[str, int | None] = field(default_factory=dict)
    #: The definitions of the sentence that is being read.
    here: list[Define] = field(default_factory=list)

    def inline(
        self, item: Define, *, sets: bool, supposes: bool, doubts: bool, opens: bool = False
    ) -> list[Entry]:
        """A definition in a sentence: whether its words set it, suppose it for a while, or leave
        doubt about it. `opens`: its paragraph goes on about it.
        """
        says = bool(set(item.parameters) & set(free_variables(item.body)))
        if doubts or not (sets or (says and item.name not in self.claims.abstract)):
            return self.unknown(item)
        self.here.append(item)
        entries = self.claims.define(item, None)
        self.restrict(item, self.memory.conditions)
        if supposes or opens:
            self.passing[item.name] = None if opens else self.memory.sentence
        else:
            self.passing.pop(item.name, None)
        return entries

    def displayed(self, item: Define, tag: str | None, *, defining: bool) -> list[Entry]:
        """A definition in a display."""
        says = bool(set(item.parameters) & set(free_variables(item.body)))
        # The formula of a quantity that words have named: `the velocity v … we get v(t) = …`, or
        # `v(0) = 0` and the solution.
        derived = (
            self.claims.certain
            or item.name not in self.claims.abstract
            or item.name in self.declarations.applied
        )
        if not defining and not (says and derived):
            return self.unknown(item)
        self.passing.pop(item.name, None)
        entries = self.claims.define(item, tag)
        self.restrict(item, self.memory.conditions)
        return entries

    def unknown(self, item: Define) -> list[Entry]:
        """An equation that says something of a function, but not what it is."""
        name = item.name
        self.declarations.forget(name)
        self.claims.defined.pop(name, None)
        self.claims.beyond[name] = UNKNOWN
        return self.claims.noted((item.span.start, item.span.end), "mention", UNKNOWN)

    def restrict(self, item: Define, conditions: Iterable[Statement]) -> None:
        """Notes conditions on the arguments of a function that is defined under them."""
        limits = tuple(
            each
            for each in conditions
            if set(item.parameters) & set(free_variables(each))
            and not (is_family(item.name) and _is_from_zero(each))
        )
        if limits:
            self.claims.restricted[item.name] = (item.parameters, limits)

    def paragraph_ends(self) -> None:
        """What a paragraph was about is over."""
        self.passing = {name: until or -1 for name, until in self.passing.items()}

    def clashing(self, statements: Sequence[Statement]) -> Define | None:
        """`f(x) = …` of a function that is defined otherwise."""
        for statement in statements:
            item = self.claims.redefinition(statement)
            if (
                item is not None
                and set(item.parameters) & set(free_variables(item.body))
                and (known := self.claims.defined.get(item.name)) is not None
                and (known.parameters, known.body) != (item.parameters, item.body)
            ):
                return item
        return None

    def anew(self, reading: Stated | Conditions) -> Define | None:
        """The definition `f(x) = …` of a function that is defined otherwise in another
        paragraph.
        """
        statements = statements_of(reading)
        item = self.clashing(statements) if len(statements) == 1 else None
        if item is None:
            return None
        known = self.claims.defined[item.name]
        same = self.claims.says_the_same(known, item.parameters, item.body)
        apart = _PARAGRAPH.search(self.source.text, known.span.end, reading.place[0])
        return item if apart and not same else None

    def headed(self, pieces: Sequence[Piece]) -> list[Entry]:
        """The function that a heading is about. Where it is not clear that the heading defines one,
        it is not known what another one of its name is.
        """
        entries: list[Entry] = []
        named = is_headed(pieces)
        for formula in pieces:
            if not (isinstance(formula, Formula) and states_something(formula.tokens)):
                continue
            trial = self.declarations.trial()
            reading = read_formula(self.source, formula.tokens, formula.place, trial)
            if named and isinstance(reading, Defined) and reading.further is None:
                self.declarations.functions[reading.item.name] = reading.item.parameters
                entries += self.inline(reading.item, sets=True, supposes=False, doubts=False)
            elif isinstance(reading, Stated) and (item := self.anew(reading)) is not None:
                if named:
                    entries += self.inline(item, sets=True, supposes=False, doubts=False)
                else:
                    entries += self.unknown(item)
        return entries

    def sentence_begins(self, place: Range, *, goes_on: bool = False) -> list[Entry]:
        """Ends the definitions that a case was about, unless the sentence goes on from it."""
        self.here = []
        if goes_on:
            return []
        ended = [
            name
            for name, until in self.passing.items()
            if until is not None and until < self.memory.sentence
        ]
        for name in ended:
            del self.passing[name]
            self.declarations.forget(name)
            self.claims.defined.pop(name, None)
            self.claims.beyond[name] = UNKNOWN
        if not ended:
            return []
        span = self.source.span(place[0], place[0])
        return [Let(tuple(ended), "R", anew=True, in_prose=True, span=span)]


def _is_from_zero(condition: Statement) -> bool:
    """Whether a condition on an index says no more than that it counts: `n \\ge 0`."""
    return (
        isinstance(condition, Relation)
        and condition.operator == ">="
        and isinstance(condition.left, Variable)
        and condition.right == ZERO
    )
