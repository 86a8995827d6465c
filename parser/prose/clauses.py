"""The clauses of a sentence, and the purpose of each formula in it, as far as the grammar of its
language reads it.

A clause that the grammar does not read has no effect. A sentence that hedges (`not`, `except`,
`or`) outside the clauses that are read assumes nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from shomei.languages.language import FALLBACK
from shomei.parser.prose.denials import deny, negate
from shomei.parser.prose.effects import give_up, is_sought, take
from shomei.parser.prose.emphasis import without_emphasis
from shomei.parser.prose.grammar import Clause, clauses_of
from shomei.parser.prose.lexicon import Lexeme, language_of, language_with, lexemes
from shomei.parser.prose.naming import is_measured, namings
from shomei.parser.prose.other_kinds import read_other_kinds
from shomei.parser.prose.sense import Effect, Named, Said, Sense, Token, Word, has_letters, parts_of

#: What may not stand in a sentence that hedges.
_ASSUMING: Final = frozenset(("set", "assume", "contrary", "when", "range", "since", "substitute"))
#: What a sentence that is about a case begins with, after words that lead to it.
_CASES: Final = frozenset(
    ("F", "if", "when", "for", "suppose", "let", "put", "write", "with", "given", "T")
)
_LEADS: Final = frozenset(("adverb", "and", ",", "then", "so", "scoping", "|"))
_ANNOUNCES: Final = frozenset(("follows", "consider"))
#: No sentence of more tokens is read, and no more stretches between commas are tried together.
_LONGEST: Final = 400
_MOST_STRETCHES: Final = 8


def understand(pieces: Sequence[Word | Named], language: str = FALLBACK, *, ended: bool) -> Sense:
    """What a sentence says in an article in this language; `ended` is false where it goes on into
    a display.
    """
    words = "".join(piece.text for piece in pieces if isinstance(piece, Word))
    code = language_of(words, language)
    tokens = list(_tokens(pieces, code))
    sense = Sense(goes_on=not tokens)
    if len(tokens) > _LONGEST:
        read_other_kinds(tokens, sense, code)
        sense.display = "" if ended else "unclear"
        return sense
    reading = _Reading(code, ended, sense, _last_word(tokens))
    above: list[Token] = []
    for part in parts_of(tokens):
        reading.part(part, above)
        above = part
    reading.settle()
    read_other_kinds(tokens, sense, code)
    kinds = {piece for kind in sense.kinds for piece in kind.pieces}
    sense.described = {p: anew for p, anew in sense.described.items() if p not in kinds}
    sense.introduced += [piece for piece, anew in sense.described.items() if anew]
    sense.gives_up |= any(token.category == "absurd" for token in tokens)
    first = next((each.category for each in tokens if each.category not in _LEADS), "")
    sense.opens = first in _CASES
    sense.announces = any(token.category in _ANNOUNCES for token in tokens)
    if tokens:
        sense.goes_on = tokens[0].category in {"then", "so"}
        sense.display = reading.of_display()
    return sense


def _last_word(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in reversed(tokens) if token.category != "|"), None)


@dataclass(slots=True)
class _Reading:
    """A sentence as it is read, part by part."""

    code: str
    ended: bool
    sense: Sense
    #: The last token that is no mark.
    final: Token | None
    #: Whether the last stretch was read, and whether it asks for what solves an equation, or
    #: denies.
    last_read: bool = False
    sought: bool = False
    negated: bool = False
    #: Whether the sentence takes back what it assumes.
    hedged: bool = False
    assumed: list[tuple[int, Effect]] = field(default_factory=list)

    def part(self, part: list[Token], above: list[Token]) -> None:
        """A part of the sentence, after the one `above` it."""
        if any(token.category == "denied" for token in part):
            deny(part if has_letters(part) else [*above, *part], self.sense)
            self.hedged, self.last_read, self.negated = True, False, True
            return
        _take_names(part, self.sense)
        for stretch in _stretches(part, self.code):
            found = _read(stretch, self.code)
            self.last_read = found is not None
            self.sought = is_sought(stretch)
            self.negated = found is None and negate(stretch, self.sense)
            if found is None:
                give_up(stretch, self.sense)
                self.assumed += [(piece, "called") for piece in _measured(stretch)]
                self.hedged |= any(token.category in {"hedge", "absurd"} for token in stretch)
            else:
                last = self.ended and stretch[-1] is self.final
                take(found, stretch, self.sense, self.assumed, last=last)

    def settle(self) -> None:
        """Gives each formula its effect, now that all parts are read."""
        for piece, effect in self.assumed:
            denied = self.sense.effects.get(piece) == "denied"
            if not denied and not (self.hedged and effect in _ASSUMING):
                self.sense.effects[piece] = effect
        if self.hedged:
            # That letters are introduced anew takes away what was said of them: that is always
            # safe.
            self.sense.introduced += [
                piece
                for kind in self.sense.kinds
                if kind.how == "introduced"
                for piece in kind.pieces
            ]
            self.sense.kinds = []
        self.sense.hedged = self.hedged

    def of_display(self) -> Said:
        """The role of the display that the sentence goes on into; nothing where it does not."""
        if (self.sense.denies and not self.sense.effects) or (self.negated and not self.ended):
            return "denied"
        if self.ended:
            return ""
        if self.last_read and not self.hedged:
            return "equation" if self.sought else "claim"
        return "unclear"


def _tokens(pieces: Sequence[Word | Named], code: str) -> Iterator[Token]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Named):
            yield Token(piece.category, index)
            continue
        found = list(lexemes(without_emphasis(piece.text, code), code))
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if isinstance(following, Named) and following.category == "F":
            found = _with_verb(found, piece.text, code)
        for lexeme in found:
            yield Token(lexeme.category, index, lexeme.kind)


def _with_verb(found: list[Lexeme], words: str, code: str) -> list[Lexeme]:
    """The words before a formula, the last of which is a verb that sets it where its clause has
    nothing else, whatever it may name elsewhere: `for F, set F` speaks of no set.
    """
    ending = words.split()[-1:]
    put = language_with(code).sections["clauses"].get("put", ())
    if not (found and ending and ending[0].lower() in put):
        return found
    before = takewhile(lambda each: each.category not in {",", "|"}, reversed(found[:-1]))
    if any(each.category not in {"adverb", "then", "and", "so"} for each in before):
        return found
    return [*found[:-1], Lexeme("put")]


def _read(stretch: Sequence[Token], code: str) -> tuple[Clause, ...] | None:
    return clauses_of([token.category for token in stretch], code)


def _stretches(part: list[Token], code: str) -> Iterator[list[Token]]:
    """A part as a whole if it can be read, else its stretches between commas, of which the longest
    that can be read are taken.
    """
    if _read(part, code) is not None:
        yield part
        return
    stretches: list[list[Token]] = [[]]
    for token in part:
        if token.category == ",":
            stretches.append([])
        else:
            stretches[-1].append(token)
    position = 0
    while position < len(stretches):
        for end in range(min(len(stretches), position + _MOST_STRETCHES), position, -1):
            joined: list[Token] = []
            for index, stretch in enumerate(stretches[position:end]):
                joined += [Token(",", -1)] * (index > 0) + stretch
            if end == position + 1 or _read(joined, code) is not None:
                if joined:
                    yield joined
                position = end
                break


def _take_names(stretch: Sequence[Token], sense: Sense) -> None:
    """What a stretch calls its letters."""
    for each in namings([(token.category, token.piece) for token in stretch]):
        if each.strange:
            sense.strange.append(each.piece)
        if each.described:
            anew = each.anew or sense.described.get(each.piece, False)
            sense.described[each.piece] = anew
        else:
            sense.named.append(each.piece)


def _measured(stretch: Sequence[Token]) -> Iterator[int]:
    """The formulas of a stretch that are called quantities."""
    categories = [token.category for token in stretch]
    for place, token in enumerate(stretch):
        if token.category == "F" and is_measured(categories, place):
            yield token.piece
