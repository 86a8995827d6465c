"""What sentences say of the roots of equations that they name, while an article is read.

In: a sentence. Out: entries; the premises of the claims after it.
"""

from __future__ import annotations

from dataclasses import dataclass

from shomei.parser.article.claims import Claims
from shomei.parser.article.heard import Heard
from shomei.parser.article.letters import Letters
from shomei.parser.article.memory import Memory
from shomei.parser.article.roots import named_roots
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry


@dataclass(frozen=True, slots=True)
class KnownRoots:
    """Takes the roots that sentences name."""

    declarations: Declarations
    memory: Memory
    claims: Claims
    letters: Letters

    def find(self, heard: Heard, *, denied: bool) -> None:
        """The roots that a sentence names: what it says of their letters is known then."""
        if self.declarations.language is None or heard.sense.hedged or denied:
            return
        stated = (*self.claims.premises.past, *self.claims.equations())
        heard.roots = named_roots(heard.pieces, self.letters, stated)
        if heard.roots is not None:
            sense = heard.sense
            sense.described, sense.named, sense.strange, sense.unsettled = {}, [], [], []

    def introduce(self, heard: Heard) -> list[Entry]:
        """The letters of the roots stand for these from here on."""
        if heard.roots is None:
            return []
        place, names = heard.pieces[0].place, heard.roots.names
        entries: list[Entry] = [
            each for name in names for each in self.memory.begin_anew(name, place, told=True)
        ]
        if self.declarations.renamed.isdisjoint(names):
            self.claims.premises.introduce(names, heard.roots.said, self.memory.sentence)
        return entries
