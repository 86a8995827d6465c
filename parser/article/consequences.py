"""What a step of a derivation follows from: `A, so B` and `setting this to zero gives B` claim B
where A holds.

In: the equations that the text states one after another, which hold for some values only, and the
words between them. Out: the equations from which the next claim is drawn. They hold for that claim
and for those that are drawn from it in turn, and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.claims import Claims
from shomei.parser.article.cues import Cue
from shomei.parser.article.heard import Group, Heard
from shomei.parser.article.memory import Memory
from shomei.parser.article.pieces import Formula, Piece, Text
from shomei.parser.article.wording import said_of
from shomei.parser.declarations import Declarations
from shomei.parser.prose.lexicon import language_of, lexemes
from shomei.parser.source import Source
from shomei.terms.nodes import Number, Relation, Statement
from shomei.terms.walk import free_variables

#: `setting this to zero`, with · for a formula.
_TO_ZERO: Final = matching("article", "to_zero")
#: What draws a conclusion from what stands before it.
_DRAWS: Final = frozenset(("so", "then", "have"))
#: What may stand before such a word at the beginning of a sentence.
_LEADS: Final = frozenset(("and", ",", "adverb", "scoping", "be", "|"))
#: What may stand beside such a word: `and so we see that`, but not `so in general`.
_BESIDE: Final = frozenset(("and", ",", "adverb", "that", "holds", "be", *_DRAWS))
#: What puts another case than the words above.
_OTHER_CASES: Final = frozenset(
    [
        "let",
        "put",
        "set",
        "suppose",
        "provided",
        "given",
        "contrary",
        "if",
        "any",
        "when",
        "where",
        "with",
        "within",
        "for",
        "substitute",
        "hedge",
        "denied",
        "absurd",
        "other",
        "assumption",
    ]
)
#: How an item of a list begins.
_ITEM: Final = re.compile(
    r"\s*(?:[(（［\[]?\s*\w{1,4}\s*[)）］\]]|\w{1,3}\s*[.．:：]|[①-⑳]|[-*+•・])"
)
#: In which roles an equation is stated, so that something may be drawn from it.
_STATED: Final = frozenset((Cue.ALONE, Cue.SINCE, Cue.FACT))


@dataclass(slots=True)
class Consequences:
    """Follows what is drawn from what."""

    source: Source
    declarations: Declarations
    memory: Memory
    claims: Claims

    def begin(self, heard: Heard) -> None:
        """A sentence begins: unless it draws a conclusion, what was stated before it is over."""
        opening = heard.pieces[0]
        if not (isinstance(opening, Text) and self._opens(opening.words)):
            self.claims.stated = ()
        if not heard.sense.hedged and (zero := self._to_zero(heard)) is not None:
            self.memory.suppose((zero,))
            self.claims.stated = (zero,)

    def draw(self, heard: Heard, group: Group) -> None:
        """Formulas are read; if they are drawn from what was stated, that is their condition."""
        if not self._may_draw(heard):
            return
        reason = any(
            effect == "since" and index < group.begin
            for index, effect in heard.sense.effects.items()
        )
        if reason or self._concludes(group.before):
            self._suppose(self.claims.stated)

    def lead(self, heard: Heard) -> None:
        """A sentence goes on into a display, which may be drawn from what was stated."""
        last = heard.pieces[-1]
        if self._may_draw(heard) and isinstance(last, Text) and self._concludes(last.words):
            self._suppose(self.claims.stated)

    def state(self, heard: Heard, before: tuple[Statement, ...], cue: Cue) -> None:
        """A formula is read after some were stated `before` it: from one that is not stated itself
        nothing is drawn, and neither from what its sentence says next.
        """
        heard.unsure = heard.unsure or cue not in _STATED
        if heard.unsure:
            self.claims.stated = before

    def end(self, letters: Sequence[str]) -> None:
        """These letters are introduced anew: what was stated was said of others."""
        names = set(letters)
        self.claims.stated = tuple(
            each for each in self.claims.stated if names.isdisjoint(free_variables(each))
        )

    def _may_draw(self, heard: Heard) -> bool:
        """Whether an equation is stated from which something may be drawn."""
        equations = (isinstance(s, Relation) and s.operator == "=" for s in self.claims.stated)
        return not heard.sense.hedged and any(equations)

    def _suppose(self, given: tuple[Statement, ...]) -> None:
        known = self.memory.conditions
        self.memory.suppose(each for each in given if each not in known)

    def resumes(self, pieces: Sequence[Piece]) -> bool:
        """Whether words that go on from a display stay with its case."""
        code = self.declarations.language
        words = " · ".join(piece.words for piece in pieces if isinstance(piece, Text))
        if code is None or _ITEM.match(words):
            return False
        found = {each.category for each in lexemes(words, language_of(words, code))}
        return found.isdisjoint(_OTHER_CASES)

    def _opens(self, words: str) -> bool:
        """Whether the words at the beginning of a sentence draw a conclusion."""
        code = self.declarations.language
        if code is None:
            return False
        for lexeme in lexemes(words, language_of(words, code)):
            if lexeme.category not in _LEADS:
                return lexeme.category in _DRAWS
        return not words.strip()

    def _concludes(self, words: str) -> bool:
        """Whether the words before a formula draw a conclusion."""
        code = self.declarations.language
        if code is None:
            return False
        found = {each.category for each in lexemes(words, language_of(words, code))}
        return not found.isdisjoint(_DRAWS) and found <= _BESIDE

    def _to_zero(self, heard: Heard) -> Statement | None:
        """That the last term of the display above is zero, where a sentence sets it to zero."""
        term = self.claims.last_term
        if term is None or not free_variables(term):
            return None
        for match in _TO_ZERO.finditer(said_of(heard.pieces)):
            zeros = match.group().count("·")
            formulas = [
                self.source.text[slice(*piece.place)].strip("$\\() ")
                for piece in heard.pieces
                if isinstance(piece, Formula)
            ]
            before = said_of(heard.pieces)[: match.start()].count("·")
            if zeros and formulas[before : before + zeros] != ["0"]:
                continue
            place = heard.pieces[0].place[0], heard.pieces[-1].place[1]
            span = self.source.span(*place)
            return Relation("=", term, Number(Fraction(0), span=span), span=span)
        return None
