"""What of an article does not count, and why: the reserves that its words give rise to.

In: a place, letters or operations, and what is not understood of them. Out: `Reserve`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shomei.parser.ast import Reserve
from shomei.parser.declarations import Declarations
from shomei.parser.source import Range, Source

#: Why something does not count.
SENTENCE: Final = "it holds as it is read, but the sentence around it is not understood"
LETTER: Final = "it holds as it is read, but it is not understood what these letters are"
NOTATION: Final = "it holds as it is read, but what the text says of its signs is not understood"
CLAUSE: Final = "it holds as it is read, but its clause is not understood"
HEADING: Final = "it holds as it is read, but the heading above it is not understood"
PART: Final = "it holds as it is read, but what it is a part of is not understood"
LATER: Final = "it holds as it is read, but what the text says of it later is not understood"
_SHOWN: Final = 3


def of_letters(names: Iterable[str]) -> str:
    """That it is not understood what these letters are."""
    return f"{LETTER}: {', '.join(sorted(names))}"


@dataclass(slots=True)
class Holding:
    """Notes the stretches of an article in which nothing counts (`declarations.reserves`)."""

    source: Source
    declarations: Declarations
    #: The doubts about letters that a section changes.
    changes: set[Reserve] = field(default_factory=set)

    def stretch(self, begin: int, why: str, operations: frozenset[str] = frozenset()) -> int:
        """From here on, nothing counts, or nothing with letters and these operations; which of the
        reserves it is.
        """
        end = len(self.source.text)
        lettered = bool(operations)
        self.declarations.reserves.append(
            Reserve(begin, end, why, operations=operations, alarming=True, lettered=lettered)
        )
        return len(self.declarations.reserves) - 1

    def end_stretch(self, reserve: int, at: int) -> None:
        """Ends a stretch."""
        each = self.declarations.reserves[reserve]
        self.declarations.reserves[reserve] = replace(each, end=min(each.end, at))

    def end_doubtful_kinds(self, at: int) -> None:
        """From here on, all letters are real numbers, whatever the headings above speak of."""
        for index, each in enumerate(self.declarations.reserves):
            if each.lettered and each.end > at:
                self.declarations.reserves[index] = replace(each, end=at)

    def reserve(self, place: Range, unknown: Sequence[str], *, supposed: bool = False) -> None:
        """A formula does not count, since these words of its sentence are not understood. With
        `supposed`, only what it supposes does not.
        """
        said = told(unknown)
        why = f"{SENTENCE}: {said}" if said else SENTENCE
        self.declarations.reserves.append(Reserve(*place, why, supposed=supposed))

    def reserve_each(self, places: Iterable[Range], unknown: Sequence[str]) -> None:
        """These formulas do not count, if there are words that are not understood."""
        if unknown:
            for place in places:
                self.reserve(place, unknown)

    def doubt(
        self,
        begin: int,
        why: str,
        *,
        letters: frozenset[str] = frozenset(),
        operations: frozenset[str] = frozenset(),
    ) -> None:
        """From here on, something is in doubt."""
        end = len(self.source.text)
        self.declarations.reserves.append(Reserve(begin, end, why, letters, operations))

    def end_changes(self, at: int) -> None:
        """A letter that a section changes (`c is replaced by c + t`) is in the next one what it was
        before.
        """
        for index, each in enumerate(self.declarations.reserves):
            if each in self.changes:
                self.declarations.reserves[index] = replace(each, end=at)

    def end(self, at: int, why: str, letters: frozenset[str] = frozenset()) -> None:
        """Ends the doubts that last, about these letters or about the arithmetic."""
        lasting = len(self.source.text)
        for index, each in enumerate(self.declarations.reserves):
            if each.end != lasting or not each.why.startswith(why):
                continue
            if why == LETTER and each.letters & letters and not each.operations:
                left = each.letters - letters
                self.declarations.reserves[index] = replace(each, end=at)
                if left:
                    self.declarations.reserves.append(replace(each, begin=at, letters=left))
            elif why == NOTATION and not each.letters and not each.operations:
                self.declarations.reserves[index] = replace(each, end=at)


def understood(declarations: Declarations, place: Range) -> None:
    """What is supposed at this place is, whatever nouns and verbs stand in its sentence."""
    declarations.reserves[:] = [
        each
        for each in declarations.reserves
        if not (each.supposed and (each.begin, each.end) == place and not each.letters)
    ]


def end_relations(declarations: Declarations, at: int, name: str) -> None:
    """A letter stands for a term from here on: it is known what it depends on."""
    for index, each in enumerate(declarations.reserves):
        if each.end <= at or name not in each.letters or not each.why.startswith(LETTER):
            continue
        if not each.operations:
            continue
        declarations.reserves[index] = replace(each, end=at)
        if left := each.letters - {name}:
            declarations.reserves.append(replace(each, begin=at, letters=left))


def told(unknown: Sequence[str]) -> str:
    """A few of the words that are not understood."""
    return ", ".join(dict.fromkeys(word.strip() for word in unknown[:_SHOWN]))
