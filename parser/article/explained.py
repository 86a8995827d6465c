"""Names that the words right after a display explain: `$$ L' = -2 (B - m A), $$ where $A = \\sum_i
x_i^2$`.

In: a display, and the paragraph after it. Out: the entries that give the names their meaning, which
come before the display. Only letters count of which nothing was said before, and that the display
has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shomei.languages.language import words
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import JOINT
from shomei.parser.article.drafts import draft_of
from shomei.parser.article.formulas import Stated, read_formula
from shomei.parser.article.pieces import Formula, Text, sentences_of
from shomei.parser.carriers.blocks import Display, Paragraph
from shomei.parser.declarations import Declarations
from shomei.parser.directives import Entry
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing import scan
from shomei.parser.source import Source

#: How a paragraph begins that explains the display above it; with a capital letter it is a sentence
#: of its own.
_WHERE: Final = re.compile(
    rf"\s*(?:(?:{'|'.join(map(re.escape, words('clauses', 'where', spaced=True)))})\b"
    rf"|(?:{'|'.join(words('article', 'explains'))}))\s*\Z"
)

_OPENS: Final = frozenset(("LPAR", "COMMA"))
_CLOSES: Final = frozenset(("RPAR", "COMMA"))


@dataclass(frozen=True, slots=True)
class Explained:
    """Looks at what explains a display."""

    source: Source
    declarations: Declarations
    claims: Claims

    def before(self, display: Display, following: Paragraph | None) -> list[Entry]:
        """The names that the paragraph after a display gives letters of it."""
        if following is None or self.declarations.language is None:
            return []
        first = next(sentences_of(self.source, following, self.declarations.trial()), None)
        if first is None or not (
            isinstance(opening := first.pieces[0], Text) and _WHERE.match(opening.words)
        ):
            return []
        letters = self._letters(display)
        entries: list[Entry] = []
        for piece in first.pieces[1:]:
            if isinstance(piece, Text) and JOINT.match(piece.words):
                continue
            if not isinstance(piece, Formula):
                break
            entries += self._named(piece, letters)
        return entries

    def _named(self, piece: Formula, letters: frozenset[str]) -> list[Entry]:
        kinds = [token.type for token in piece.tokens[:2]]
        if kinds != ["NAME", "EQ"] or str(piece.tokens[0].value) not in letters:
            return []
        trial = self.declarations.trial()
        reading = read_formula(self.source, piece.tokens, piece.place, trial)
        if not isinstance(reading, Stated):
            return []
        draft = draft_of(reading)
        return (self.claims.naming(draft) or []) if len(draft.links) == 1 else []

    def _letters(self, display: Display) -> frozenset[str]:
        """The letters of a display that are no parameters in it: not t in `f(t) = 2 t`."""
        try:
            tokens = scan(self.source, display.formula, self.declarations.trial(), defer=True)
        except SyntaxProblem:
            return frozenset()
        kinds = ["", *(token.type for token in tokens), ""]
        around = [*zip(kinds, tokens, kinds[2:], strict=False)]
        listed = {
            str(token.value)
            for before, token, after in around
            if before in _OPENS and after in _CLOSES
        }
        return frozenset(str(t.value) for _, t, _ in around if t.type == "NAME") - listed
