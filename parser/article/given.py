"""Bounds of new letters where a sentence says what is given: `consider $x > 1$`, `a loan of size
$L > 0$`, `each unit costs $c > 0$`, `throughout, $q > 0$`.

In: the pieces of a sentence. Out: which of its formulas may give such a bound, by the words before
and after them. A bound of a new letter claims nothing, so the words need only say that they take
the letter, and not that they look at one case of it (`for`), come to it (`we obtain`), or speak of
the bound itself (`the condition`). What denies or doubts is looked at elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.languages.phrases import matching
from shomei.parser.article.calling import number_nouns
from shomei.parser.article.given_after import Given, given_after
from shomei.parser.article.pieces import Formula, Piece, said_of
from shomei.parser.lexing.terminals import RELATION_TERMINALS
from shomei.parser.prose.lexicon import language_of, language_with, lexemes

#: What takes a number, says that something lasts, or has an amount of something, before the bound.
_TAKES: Final = matching("given", "takes")
_LASTS: Final = matching("given", "lasts")
_HAS: Final = matching("given", "has")
#: What stands before the noun of a quantity that is given, and what says of a quantity what it is.
_PHRASE: Final = matching("given", "phrase")
_IS: Final = matching("given", "is")
#: What speaks of one case or of others, before the bound, and what draws from it, after it.
_CASE: Final = matching("given", "case")
_DRAWS: Final = matching("given", "draws")
#: What makes it a condition of its sentence.
_SUPPOSING: Final = matching("given", "supposing")
#: What introduces a number, and what goes on from there; what speaks of any number in general,
#: unless that is said to be given.
_GIVEN: Final = matching("given", "given")
_GOES_ON: Final = matching("given", "goes_on")
_GENERIC: Final = matching("given", "generic")
_IS_GIVEN: Final = matching("given", "is_given")
#: Quantities that are computed, so that it may be claimed what they are.
_COMPUTED: Final = frozenset(words("given", "computed"))
#: What a clause does that takes nothing: it concludes, supposes by itself, or speaks of equations.
_OTHERWISE: Final = frozenset(
    ("have", "show", "so", "since", "if", "when", "equation", "assumption", "suppose", "provided")
) | frozenset(("substitute", "contrary", "absurd", "denied", "hedge"))
_RELATES: Final = RELATION_TERMINALS | {"IN"}
_CLAUSE: Final = re.compile(r"[.;:!?()—。．；：！？（）「」]")
_SENTENCE: Final = re.compile(r"[。．！？「」]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIST: Final = re.compile(r"·\s*(?:,|,?\s*and)\s*\Z")
#: From how many pieces on a sentence is so long that none of its further formulas gives a bound.
_FAR: Final = 40
_JOINED: Final = re.compile(r"·\s*[、，と]\s*[^、，。·はがを]{0,12}\Z")


def given_by(
    pieces: Sequence[Piece], index: int, code: str, *, before: Given | None
) -> Given | None:
    """Whether the words around a formula may give the bound of a new letter by it, and for how
    long; `before` is that for the formula before it.
    """
    if index > _FAR:
        return None
    lead = _CLAUSE.split(said_of(pieces[:index]))[-1]
    after = said_of(pieces[index + 1 :])
    own = language_of(lead, code)
    if not language_with(own).spaced:
        return _given_before_its_verb(lead, after, own, before)
    if _CASE.search(lead) or _DRAWS.match(after):
        return None
    if before is not None and _LIST.search(lead):
        return before
    if _LASTS.search(lead):
        return "lasting"
    if _GIVEN.search(lead):
        return "lasting" if _GOES_ON.match(after) else None
    supposing = _SUPPOSING.search(lead) is not None
    allowed = {"if", "when"} if supposing else set()
    if _OTHERWISE & {lexeme.category for lexeme in lexemes(lead, own)} - allowed:
        return None
    if not supposing and (_TAKES.search(lead) or _HAS.search(lead)):
        return "lasting"
    if _GENERIC.search(lead) and not _IS_GIVEN.match(after):
        return None
    if _calls_a_quantity(lead, own) or _HAS.search(lead):
        return "here" if supposing else "lasting"
    return None


def _given_before_its_verb(lead: str, after: str, code: str, before: Given | None) -> Given | None:
    """The same in a language in which the verb comes last."""
    if before is not None and _JOINED.search(lead):
        return before
    return given_after(lead, _SENTENCE.split(after)[0], code)


def _calls_a_quantity(lead: str, code: str) -> bool:
    """Whether the words before a bound end in the noun of a quantity, or say what one is."""
    numbers = number_nouns(code)
    if (phrase := _PHRASE.search(lead)) is not None:
        noun = _WORD.findall(phrase.group().lower())[-1]
        return noun in numbers and noun not in _COMPUTED
    if (stated := _IS.search(lead)) is not None:
        said = _WORD.findall(stated.group().lower())
        return _COMPUTED.isdisjoint(said) and not numbers.isdisjoint(said)
    return False


def sides(piece: Formula) -> Iterator[Formula]:
    """The sides of a formula of relations, as formulas of their own: of `0 < p < 1` three."""
    side: list[Token] = []
    for token in (*piece.tokens, None):
        if token is not None and token.type not in _RELATES:
            side.append(token)
        elif side:
            begin, end = side[0].start_pos, side[-1].end_pos
            if begin is not None and end is not None:
                yield Formula(tuple(side), (begin, end))
            side = []
