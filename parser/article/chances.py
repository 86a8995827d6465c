"""Letters that a sentence gives as probabilities lie between 0 and 1: `heads have probability $p$`,
`表の確率を $p$ とする`.

In: a sentence as it is read. Out: the assumption. Only letters count that are new in the sentence,
or introduced by it, and that no formula of the section gives a value in other letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.claims import Claims
from shomei.parser.article.heard import Heard
from shomei.parser.article.holding import understood
from shomei.parser.article.letters import Letters
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.ast import Assume
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.source import Source
from shomei.terms.literals import ONE, ZERO
from shomei.terms.nodes import Relation, Statement, Variable

#: What gives the letters after it, or around it (·), as probabilities.
_GIVEN: Final = matching("notation", "probability")
_HEADING: Final = re.compile(r"^#{1,6} |\\(?:sub)*section", re.MULTILINE)
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")


@dataclass(slots=True)
class Chances:
    """Finds the probabilities of sentences."""

    source: Source
    declarations: Declarations
    claims: Claims
    letters: Letters
    #: The letters that are not new in the sentence that is being read.
    known: frozenset[str] = frozenset()

    def entries(self, heard: Heard) -> list[Entry]:
        """What the sentence gives as probabilities."""
        sense = heard.sense
        if sense.hedged or "denied" in sense.effects.values():
            return []
        entries: list[Entry] = []
        for index in _given(heard.pieces):
            piece = heard.pieces[index]
            anew = index in sense.introduced or sense.described.get(index, False)
            for name in self.letters.names(piece):
                if (
                    (anew or name not in self.known)
                    and name not in self.claims.beyond
                    and not self.declarations.is_function(name)
                    and name not in self.declarations.renamed
                    and not self._has_value(name, piece.place[1])
                ):
                    understood(self.declarations, piece.place)
                    entries += (
                        replace(each, implied=True) if isinstance(each, Assume) else each
                        for each in self.claims.assume(self._range(name, piece), piece.place)
                    )
        return entries

    def _range(self, name: str, piece: Piece) -> tuple[Statement, ...]:
        span = self.source.span(*piece.place)
        letter = Variable(name, span=span)
        return (
            Relation("<=", ZERO, letter, span=span),
            Relation("<=", letter, ONE, span=span),
        )

    def _has_value(self, name: str, begin: int) -> bool:
        """Whether a formula of the section says what the letter is in terms of others."""
        heading = _HEADING.search(self.source.text, begin)
        text = self.source.text[begin : heading.start() if heading else None]
        name = name if len(name) == 1 else rf"\{name}"
        equal = (
            rf"(?:[$,;&\n]|\\\\|\\q?quad|\\[(\[])\s*{re.escape(name)}\s*&?\s*:?=([^$\n]{{1,80}})"
        )
        return any(
            re.search(r"[A-Za-z]", _COMMAND.sub("", match[1])) for match in re.finditer(equal, text)
        )


def _given(pieces: tuple[Piece, ...]) -> Iterator[int]:
    """The places of the formulas that a sentence gives as probabilities."""
    spoken = ""
    places: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if isinstance(piece, Formula):
            places[len(spoken)] = index
        spoken += piece.words if isinstance(piece, Text) else "·"
    for match in _GIVEN.finditer(spoken):
        yield from (places[at] for at in range(*match.span()) if at in places)
