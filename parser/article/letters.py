"""The letters of a formula, and what a piece is to the grammar of clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from lark import Token

from shomei.languages.language import FALLBACK, merged, words
from shomei.parser.article.formulas import (
    Conditions,
    Reading,
    Stated,
    Term,
    read_formula,
    statements_of,
    states_something,
)
from shomei.parser.article.pieces import (
    Broken,
    Formula,
    Piece,
    Reference,
    Text,
    says_something,
)
from shomei.parser.declarations import Declarations
from shomei.parser.families import listed_in
from shomei.parser.prose.bounded_kinds import bounded_kind
from shomei.parser.prose.lexicon import language_of
from shomei.parser.prose.sense import Named, Word
from shomei.parser.source import Source
from shomei.terms.functions import family
from shomei.terms.nodes import Constant, Relation, Statement, Variable
from shomei.terms.walk import free_variables

#: What `か` between two formulas means.
EITHER: Final = "または"
#: What stands between a formula that bounds letters and one that is said of them (で), and what it
#: means.
BETWEEN: Final = frozenset(words("bounds", "between"))
WHERE: Final = " ".join(words("bounds", "where"))


@cache
def _counted_kinds() -> tuple[str, ...]:
    """The names of kinds of numbers that begin with a numeral."""
    kinds = merged("number_kinds").values()
    return tuple(phrase for phrases in kinds for phrase in phrases if phrase[0].isdigit())


@dataclass(frozen=True, slots=True)
class Letters:
    """Reads the formulas of sentences for their letters."""

    source: Source
    declarations: Declarations

    def tokens(self, pieces: Sequence[Piece]) -> list[Word | Named]:
        """The pieces of a sentence as the grammar of clauses sees them: a numeral that begins the
        name of a kind of numbers is one of its words, `$0$以上の整数`.
        """
        found = [self._token(piece) for piece in pieces]
        for index, (before, mark, after) in enumerate(
            zip(pieces, pieces[1:], pieces[2:], strict=False)
        ):
            if (
                isinstance(mark, Text)
                and mark.words.strip() in BETWEEN
                and isinstance(after, Formula)
                and self._bounds_a_letter(before)
            ):
                found[index + 1] = Word(WHERE)
        for index, (piece, after) in enumerate(pairwise(pieces)):
            if (
                isinstance(piece, Formula)
                and isinstance(after, Text)
                and [token.type for token in piece.tokens] == ["NUMBER"]
            ):
                counted = f"{piece.tokens[0].value}{after.words.lstrip()}"
                if counted.startswith(_counted_kinds()) or self._bounds_a_kind(counted):
                    found[index : index + 2] = Word(""), Word(counted)
        return found

    def _bounds_a_letter(self, piece: Piece) -> bool:
        """Whether a formula says between what letters lie: `0 < x < 1`."""
        stated = self.stated(piece) if isinstance(piece, Formula) else ()
        return bool(stated) and all(
            isinstance(each, Relation)
            and each.operator != "="
            and Variable in {type(each.left), type(each.right)}
            for each in stated
        )

    def _bounds_a_kind(self, counted: str) -> bool:
        """Whether words begin with a numeral that bounds a kind of numbers: `$2$ 以上の整数`."""
        code = language_of(counted, self.declarations.language or FALLBACK)
        return bounded_kind(re.sub(r"\s", "", counted), 0, code) is not None

    def _token(self, piece: Piece) -> Word | Named:
        """A piece as the grammar of clauses sees it."""
        match piece:
            case Text(words=said):
                return Word(EITHER if said.strip() == "か" else said)
            case Reference():
                return Named("R")
            case Formula():
                if self.names(piece) or self.listed(piece) is not None:
                    return Named("T")
                states = states_something(piece.tokens)
                return Named("F" if states else "E")
            case Broken(place=place):
                text = self.source.text[place[0] : place[1]]
                return Named("F" if says_something(text) else "E")

    def listed(self, piece: Piece) -> str | None:
        """The family of which a formula lists all elements, `x_1, \\dots, x_n`."""
        if not isinstance(piece, Formula):
            return None
        text = self.source.text[slice(*piece.place)].strip().removeprefix("\\(").removesuffix("\\)")
        found = listed_in(text.strip("$"))
        known = self.declarations
        if found is None or family(found[0]) not in known.families:
            return None
        return family(found[0]) if known.lengths.get("") == found[1] else None

    def read(self, piece: Piece) -> Reading:
        """What a formula is."""
        assert isinstance(piece, Formula)  # noqa: S101 -- both callers have looked
        return read_formula(self.source, piece.tokens, piece.place, self.declarations)

    def stated(self, piece: Formula) -> tuple[Statement, ...]:
        """The statements of a formula, without what it makes known."""
        reading = read_formula(self.source, piece.tokens, piece.place, self.declarations.trial())
        return statements_of(reading) if isinstance(reading, Stated | Conditions) else ()

    def names(self, piece: Piece) -> tuple[str, ...]:
        """The letters that a formula lists, if it holds nothing else; those before `\\in`, too."""
        if not isinstance(piece, Formula):
            return ()
        kinds = {token.type for token in piece.tokens}
        if kinds <= {"NAME", "COMMA"}:
            return tuple(str(token.value) for token in piece.tokens if token.type == "NAME")
        if states_something(piece.tokens) or "COMMA" in kinds:
            return ()
        reading = self.read(piece)
        if isinstance(reading, Term) and isinstance(reading.expression, Variable | Constant):
            return (reading.expression.name,)
        return ()

    def ranged(self, piece: Formula) -> bool:
        """Whether a formula says in which set the letters that it lists are."""
        before = piece.tokens[: _index_of(piece.tokens, "IN")]
        listed = bool(before) and all(token.type in {"NAME", "COMMA"} for token in before)
        return listed and len(before) < len(piece.tokens)

    def within(self, piece: Piece) -> tuple[str, ...]:
        """The letters of a formula, whether it states something or not."""
        if (found := self.letters(piece)) or not isinstance(piece, Formula):
            return found
        return tuple(str(token.value) for token in piece.tokens if token.type == "NAME")

    def letters(self, piece: Piece) -> tuple[str, ...]:
        """The letters that a formula lists, or those of its statements."""
        if names := self.names(piece):
            return names
        if not isinstance(piece, Formula):
            return ()
        before = [
            str(token.value)
            for token in piece.tokens[: _index_of(piece.tokens, "IN")]
            if token.type == "NAME"
        ]
        if any(token.type == "IN" for token in piece.tokens):
            return tuple(before)
        return tuple(
            dict.fromkeys(name for each in self.stated(piece) for name in free_variables(each))
        )


def names_points(piece: Piece) -> bool:
    """Whether a formula has the form of points: capital letters alone, or two side by side as in
    `AB = CD`.
    """
    if not isinstance(piece, Formula):
        return False
    capital = [token.type == "NAME" and str(token.value)[0].isupper() for token in piece.tokens]
    alone = all(
        is_capital or token.type in {"COMMA", "LBRACE", "RBRACE"}
        for is_capital, token in zip(capital, piece.tokens, strict=True)
    )
    return alone or any(one and other for one, other in pairwise(capital))


def _index_of(tokens: tuple[Token, ...], kind: str) -> int:
    return next((i for i, token in enumerate(tokens) if token.type == kind), len(tokens))
