"""How much of what a sentence says must be understood, and by how wide a vocabulary.

In: the pieces of a sentence. Out: whether it may say what letters, signs or numbers mean, so that
every word counts, and whether everyday words are known there. They can give a meaning only to what
the sentence names: a sign, a letter, a number, an operation; a letter that they call something is
looked at by itself (`calling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import Broken, Formula, Piece, Text, said_of, says_something
from shomei.parser.prose.coverage import Breadth, unknown_words
from shomei.parser.prose.lexicon import language_with

MEANS: Final = matching("notation", "means")
#: What sets an arithmetic, and what follows a formula and judges it.
RECKONS: Final = matching("notation", "reckons")
JUDGES: Final = matching("notation", "judges")
#: What names a sign, a letter, a number or an operation, to which words could give a meaning.
_SUBJECT: Final = matching("notation", "subject")
#: What a judged thing is called, before that which it is of.
_COMPLEMENT: Final = matching("notation", "complement")
#: What goes on about the clause before a comma: `x > 0 とする、というのは …`.
_SPEAKS_ON: Final = matching("notation", "speaks_on")
_ENDED: Final = re.compile(r"[.!。！．]\W*\Z")
_CLAUSE: Final = re.compile(r"[,;:.、，。．]")
_BOLD: Final = re.compile(r"\s*(?:\*\*|__|\\(?:textbf|paragraph)\s*\{)")
#: The words of spaced languages, and the characters of others.
_SPACED: Final = re.compile(r"[^\W\d_⺀-鿿]{2,}")
_CHARACTER: Final = re.compile(r"[⺀-鿿]")
#: How many words an exclamation has at most: `Just kidding.`
EXCLAIMED: Final = 3
#: From how many unknown words on, and of how many of all, a sentence is in another language.
_FOREIGN: Final = 4
_MOST: Final = Fraction(2, 3)
#: What a formula has that is no sign by itself.
_OPERANDS: Final = frozenset(("NAME", "NUMBER", "CONSTANT", "NUMBER_SET"))
_FUNCTIONS: Final = frozenset(("FUNCTION", "LOG", "LN"))


def may_mean(pieces: Sequence[Piece], source: str) -> bool:
    """Whether a sentence may say what letters, signs or numbers mean: it says no formula, and
    speaks of meaning, of all that follows, or of arithmetic; or it is an exclamation.
    """
    if states(pieces, source):
        return False
    spoken = said_of(pieces)
    return (
        MEANS.search(spoken) is not None
        or RECKONS.search(spoken) is not None
        or _is_exclamation(spoken)
    )


def states(pieces: Sequence[Piece], source: str) -> bool:
    """Whether a sentence has a formula that says something."""
    return any(
        isinstance(p, Formula | Broken) and says_something(source[slice(*p.place)]) for p in pieces
    )


def breadth_of(pieces: Sequence[Piece], source: str, code: str) -> Breadth:
    """Which words are known in a sentence: everyday ones where it names nothing that they could
    give a meaning to, and is no idiom (`Horse feathers!`), which a few words of an unspaced
    language are not.
    """
    spoken = said_of(pieces)
    idiom = language_with(code).spaced and _is_exclamation(spoken) and not is_bold(spoken)
    subject = _SUBJECT.search(spoken) is not None
    if subject and states(pieces, source):
        # Beside a formula they mean something else only if the sentence says so.
        subject = MEANS.search(spoken) is not None or RECKONS.search(spoken) is not None
    if idiom or subject:
        return "strict"
    for piece in pieces:
        if isinstance(piece, Formula) and not says_something(source[slice(*piece.place)]):
            kinds = {token.type for token in piece.tokens}
            if kinds & _FUNCTIONS or not kinds & _OPERANDS:
                return "strict"
    return "everyday"


def predicates(pieces: Sequence[Piece], source: str, code: str) -> tuple[Piece, ...]:
    """The pieces of a sentence that may take back what it supposes: the words after a formula that
    says something, up to the end of its clause. A language that puts the verb last speaks so of a
    letter, too.
    """
    spaced = language_with(code).spaced
    found: list[Piece] = []
    for before, piece in pairwise(pieces):
        if not isinstance(piece, Text) or not isinstance(before, Formula | Broken):
            continue
        if spaced and not says_something(source[slice(*before.place)]):
            continue
        clause, comma, rest = piece.words.partition("," if spaced else "、")
        said = piece.words if comma and _SPEAKS_ON.match(rest) else clause
        found += [before, replace(piece, words=said)]
    return tuple(found)


def judged(before: Piece | None, words: str, code: str) -> tuple[str, ...]:
    """The unknown words of the clause after a formula that says of it what it is: `… is a howler`.
    An everyday noun may only say what that is of: `… is the price of an umbrella`.
    """
    found = JUDGES.match(words)
    if found is None or not is_judgement(before, words):
        return ()
    clause = _CLAUSE.split(words[found.end() :], maxsplit=1)[0]
    complement = _COMPLEMENT.match(clause)
    end = complement.end(1) if complement else len(clause)
    return (
        *unknown_words(clause[:end], code, breadth="qualities"),
        *unknown_words(clause[end:], code, breadth="everyday"),
    )


def is_judgement(before: Piece | None, words: str) -> bool:
    """Whether words say of the formula before them what it is."""
    return isinstance(before, Formula | Broken) and JUDGES.match(words) is not None


def is_foreign(spoken: str, unknown: Sequence[str]) -> bool:
    """Whether most words of a sentence, between blanks, are unknown."""
    number = len(set(unknown))
    return number >= _FOREIGN and number >= _MOST * length(spoken)


def is_bold(spoken: str) -> bool:
    """Whether a sentence begins in bold, as a heading in its line does."""
    return _BOLD.match(spoken) is not None


def length(words: str) -> int:
    """How many words there are, where three characters of an unspaced language count as one."""
    return len(_SPACED.findall(words)) + len(_CHARACTER.findall(words)) // 3


def _is_exclamation(spoken: str) -> bool:
    return "·" not in spoken and _ENDED.search(spoken) is not None and length(spoken) <= EXCLAIMED
