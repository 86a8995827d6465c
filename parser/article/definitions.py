"""What a formula `f(x) = …` defines: where the words say so or nothing is known of f, and for how
long and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from shomei.parser.article.claims import Claims
from shomei.parser.article.memory import Memory
from shomei.parser.ast import Define, Let
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.source import Range, Source
from shomei.terms.nodes import Statement
from shomei.terms.walk import free_variables

UNKNOWN: Final = "what this function is, is not read"


@dataclass(slots=True)
class Definitions:
    """The functions of an article that are defined for one sentence, or only under a condition."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims
    #: Functions that a case or an example is about, up to the end of its sentence.
    passing: dict[str, int] = field(default_factory=dict)
    #: The definitions of the sentence that is being read.
    here: list[Define] = field(default_factory=list)

    def inline(self, item: Define, *, sets: bool, supposes: bool, doubts: bool) -> list[Entry]:
        """A definition in a sentence: whether its words set it, suppose it for a while, or leave
        doubt about it.
        """
        says = bool(set(item.parameters) & set(free_variables(item.body)))
        if doubts or not (sets or (says and item.name not in self.claims.abstract)):
            return self.unknown(item)
        self.here.append(item)
        entries = self.claims.define(item, None)
        self.restrict(item, self.memory.conditions)
        if supposes:
            self.passing[item.name] = self.memory.sentence
        else:
            self.passing.pop(item.name, None)
        return entries

    def displayed(self, item: Define, tag: str | None, *, defining: bool) -> list[Entry]:
        """A definition in a display."""
        says = bool(set(item.parameters) & set(free_variables(item.body)))
        if not defining and not (says and item.name not in self.claims.abstract):
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
            each for each in conditions if set(item.parameters) & set(free_variables(each))
        )
        if limits:
            self.claims.restricted[item.name] = (item.parameters, limits)

    def sentence_begins(self, place: Range, *, goes_on: bool = False) -> list[Entry]:
        """Ends the definitions that a case was about, unless the sentence goes on from it."""
        self.here = []
        if goes_on:
            return []
        ended = [name for name, until in self.passing.items() if until < self.memory.sentence]
        for name in ended:
            del self.passing[name]
            self.declarations.forget(name)
            self.claims.defined.pop(name, None)
            self.claims.beyond[name] = UNKNOWN
        if not ended:
            return []
        span = self.source.span(place[0], place[0])
        return [Let(tuple(ended), "R", anew=True, in_prose=True, span=span)]
