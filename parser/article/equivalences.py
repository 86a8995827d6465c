"""Equivalences and places in words: `F if and only if G` is one statement, and so is
F となるのは G のとき; `F at x = 2` claims F for x = 2.

In: the pieces of a sentence. Out: the same, with the two sides of an equivalence as one formula,
and with the words of a condition before or after the value of a letter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.formulas import top_level
from shomei.parser.article.pieces import Formula, Piece, Sentence, Text, said_of
from shomei.parser.declarations import Declarations
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, make, start_of
from shomei.parser.prose.lexicon import language_of, language_with

#: What stands between the sides, and what has to stand behind both where words close it.
_BETWEEN: Final = matching("article", "equivalent")
_CLOSED: Final = matching("article", "equivalent_closed")
_CLOSING: Final = matching("article", "equivalent_closing")
#: What stands before the value of a letter where something holds, and what behind it.
_AT: Final = matching("article", "at")
_AT_AFTER: Final = matching("article", "at_after")
#: What no side has outside of its brackets.
_OTHER: Final = LOGIC_TERMINALS | frozenset(
    ("COMMA", "TO", "IN", "AND", "IF", "TAG", "LABEL", "INEXACT", "PROSE")
)


def with_equivalences(sentence: Sentence, declarations: Declarations) -> Sentence:
    """A sentence with each equivalence that its words state as one formula."""
    pieces = list(sentence.pieces)
    index = 1
    while index < len(pieces) - 1:
        before, between, after = pieces[index - 1 : index + 2]
        if (
            isinstance(between, Text)
            and isinstance(before, Formula)
            and isinstance(after, Formula)
            and _states(before)
            and _states(after)
            and (rest := _said_between(between, pieces[index + 2 : index + 3])) is not None
        ):
            iff = make("IFF", "\\iff", end_of(before.tokens[-1]), start_of(after.tokens[0]))
            place = before.place[0], after.place[1]
            for each in (before, after):
                declarations.formulas.pop(each.place, None)
            declarations.see(place)
            merged = Formula((*before.tokens, iff, *after.tokens), place)
            pieces[index - 1 : index + 2 + len(rest)] = [merged, *rest]
        else:
            index += 1
    return Sentence(tuple(_with_places(pieces, declarations.language)), sentence.ended)


def _said_between(between: Text, after: list[Piece]) -> list[Piece] | None:
    """What is left of the words behind an equivalence, if the words between its sides state one."""
    if _BETWEEN.fullmatch(between.words):
        return []
    if not (_CLOSED.fullmatch(between.words) and after and isinstance(closing := after[0], Text)):
        return None
    found = _CLOSING.match(closing.words)
    return None if found is None else [replace(closing, words=closing.words[found.end() :])]


def _states(formula: Formula) -> bool:
    """Whether a formula is a statement that may be one side."""
    outside = [token.type for _, token in top_level(formula.tokens)]
    return not RELATION_TERMINALS.isdisjoint(outside) and _OTHER.isdisjoint(outside)


def _with_places(pieces: list[Piece], article: str | None) -> list[Piece]:
    """The pieces with a condition in place of `at x = 2`, in the words of their language."""
    if article is None:
        return pieces
    language = language_with(language_of(said_of(pieces), article))
    found = list(pieces)
    for index, piece in enumerate(pieces):
        if not (isinstance(piece, Formula) and _gives_a_value(piece)):
            continue
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        opens = index == 1 or (index > 1 and isinstance(pieces[index - 2], Formula))
        if isinstance(before, Text) and opens and (at := _AT.fullmatch(before.words)):
            for said in language.words("article", "at_means"):
                found[index - 1] = replace(before, words=f"{at[1]} {said} ")
        elif (
            isinstance(after, Text)
            and _AT_AFTER.fullmatch(after.words)
            and isinstance(next(iter(pieces[index + 2 :]), None), Formula)
        ):
            for said in language.words("article", "at_after_means"):
                found[index + 1] = replace(after, words=said)
    return found


def _gives_a_value(formula: Formula) -> bool:
    """Whether a formula says which value one letter has."""
    kinds = [token.type for token in formula.tokens[:2]]
    return kinds == ["NAME", "EQ"] and _states(formula)
