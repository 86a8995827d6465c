"""Sentences that leave what was assumed: they turn to other numbers than those above, or put other
letters for these.

In: the pieces of a sentence. Out: whether it leaves the case that stands above it (`outside this
interval`, `the remaining values`), and the letters which in it, and in what it leads to, stand for
others than those of which something is assumed: `replacing x by -x`, `swapping a and b`, `also when
x is small`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import Formula, Piece, said_of

#: What turns to other numbers.
ELSEWHERE: Final = matching("notation", "elsewhere")
#: What puts a case beside the one above.
_BESIDES: Final = matching("notation", "besides")
#: With · for the letter and for what is put in its place; for two letters that are swapped, or one
#: that is called by the name of another.
_REPLACES: Final = matching("notation", "replaces")
_SWAPS: Final = matching("notation", "swaps")


def leaves_the_case(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence turns to other numbers than those of which something is assumed."""
    return ELSEWHERE.search(said_of(pieces)) is not None


def others(pieces: Sequence[Piece]) -> frozenset[str]:
    """The letters that stand for others in a sentence, and in what it leads to."""
    spoken = said_of(pieces)
    formulas = [piece for piece in pieces if isinstance(piece, Formula)]
    names = [frozenset(str(t.value) for t in f.tokens if t.type == "NAME") for f in formulas]
    found = frozenset[str]()
    if _BESIDES.search(spoken):
        found = found.union(*names)
    for formula in formulas:
        signs = _bare(formula)
        if formula.tokens[1:2] and formula.tokens[1].type == "TO":
            found |= _negated(signs[:1], signs[2:])
    if spoken.count("·") != len(formulas):
        return found
    for match in _REPLACES.finditer(spoken):
        at = spoken[: match.start()].count("·")
        one, other = (_bare(formulas[at + place]) for place in (0, 1))
        found |= _negated(one, other) | _negated(other, one)
    for match in _SWAPS.finditer(spoken):
        at = spoken[: match.start()].count("·")
        found = found.union(*names[at : at + match.group().count("·")])
    return found


def _negated(letter: list[str], term: list[str]) -> frozenset[str]:
    """The letter for which its negative is put, if it is."""
    return frozenset(letter if len(letter) == 1 and term == ["-", *letter] else ())


def _bare(formula: Formula) -> list[str]:
    """The signs of a formula without brackets."""
    return [
        "-" if token.type == "MINUS" else str(token.value)
        for token in formula.tokens
        if token.type not in {"LPAR", "RPAR", "LBRACE", "RBRACE"}
    ]
