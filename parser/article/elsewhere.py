"""Sentences that leave what was assumed: they turn to other numbers than those above, or put other
letters for these.

In: the pieces of a sentence. Out: whether it leaves the case that stands above it (`outside this
interval`, `the remaining values`), and the letters of which it reverses the sign (`replacing x by
-x`): what is assumed of them is said of others from there on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import Formula, Piece
from shomei.parser.article.wording import said_of

_ELSEWHERE: Final = matching("notation", "elsewhere")
#: With · for the letter, and for what is put in its place.
_REPLACES: Final = matching("notation", "replaces")


def leaves_the_case(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence turns to other numbers than those of which something is assumed."""
    return _ELSEWHERE.search(said_of(pieces)) is not None


def negated(pieces: Sequence[Piece]) -> frozenset[str]:
    """The letters for which a sentence puts their negatives."""
    spoken = said_of(pieces)
    formulas = [piece for piece in pieces if isinstance(piece, Formula)]
    if spoken.count("·") != len(formulas):
        return frozenset()
    found: set[str] = set()
    for match in _REPLACES.finditer(spoken):
        at = spoken[: match.start()].count("·")
        one, other = (_bare(formulas[at + place]) for place in (0, 1))
        for letter, term in ((one, other), (other, one)):
            if len(letter) == 1 and term == ["-", *letter]:
                found.update(letter)
    return frozenset(found)


def _bare(formula: Formula) -> list[str]:
    """The signs of a formula without brackets."""
    return [
        "-" if token.type == "MINUS" else str(token.value)
        for token in formula.tokens
        if token.type not in {"LPAR", "RPAR", "LBRACE", "RBRACE"}
    ]
