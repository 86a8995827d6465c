"""Words that deny: of which formulas a sentence says that they are false."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shomei.languages.language import FALLBACK
from shomei.parser.prose.lexicon import language_of, lexemes
from shomei.parser.prose.sense import Sense, Token

_CONDITIONS: Final = frozenset(
    (
        "since",
        "if",
        "when",
        "suppose",
        "provided",
        "where",
        "with",
        "let",
        "set",
        "put",
        "write",
        "given",
    )
)
#: What may stand between a formula and words that deny it: `The last formula is`, `は一般には`.
_OF_ABOVE: Final = frozenset((",", "adverb", "topic", "that", "a", "be", "W", "noun", "equation"))
_CONCLUDES: Final = frozenset(("then", "so", "have", "holds", "show"))


def denies_before(text: str, language: str = FALLBACK) -> bool:
    """Whether words right after a formula say that it is false, before anything else is said."""
    code = language_of(text, language)
    for lexeme in lexemes(text, code):
        if lexeme.category == "denied":
            return True
        if lexeme.category not in _OF_ABOVE:
            return False
    return False


def defines_before(text: str, language: str = FALLBACK) -> bool:
    """Whether words right after a formula say that it is a definition."""
    first = next(lexemes(text, language_of(text, language)), None)
    return first is not None and first.category == "set"


def deny(part: list[Token], sense: Sense) -> None:
    """Denies the formulas of a part; one without letters denies a formula before it."""
    formulas = [token.piece for token in part if token.category == "F"]
    for piece in formulas:
        sense.effects[piece] = "denied"
    letters = any(token.category == "T" for token in part)
    sense.denies = sense.denies or not (formulas or letters)


def negate(stretch: Sequence[Token], sense: Sense) -> bool:
    """Denies the formulas of a stretch that is not understood, and has a negative word with no
    condition beside it and no conclusion between; whether it may deny a display as well.
    """
    categories = [token.category for token in stretch]
    places = [i for i, each in enumerate(stretch) if _is_negative(each)]
    if not places or not _CONDITIONS.isdisjoint(categories):
        return False
    negative = places[-1]
    for index, token in enumerate(stretch):
        between = categories[min(index, negative) : max(index, negative)]
        if token.category == "F" and _CONCLUDES.isdisjoint(between):
            sense.effects[token.piece] = "denied"
    return _CONCLUDES.isdisjoint(categories[negative:])


def _is_negative(token: Token) -> bool:
    """Whether a token is a negative word, and not the kind of a negative number."""
    return token.category == "hedge" and token.kind == "negative"
