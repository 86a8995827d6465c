"""The language that a text is written in, among those that have a file."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shomei.languages.language import FALLBACK, Language, language, languages

_WORD: Final = re.compile(r"[^\W\d_]+")
#: The sections with the words that every text of a language has.
_COMMON: Final = ("clauses", "number_kinds", "connectives")
#: A text with fewer words, or letters of a script without blanks, may be in any language.
_FEW: Final = 8
#: The least share of the words of a text that the file of its language has. English mathematics
#: has 0.35 to 0.7, texts in other languages have at most 0.15.
_WORDS: Final = 0.25
#: The least share of letters that only this language has: Japanese has a third to three quarters,
#: Chinese has none.
_OWN: Final = 0.1


def recognise(text: str) -> str | None:
    """The code of the language of a text; None if it has no file.

    `text` is given without its formulas. A text of a few words counts as one in a language that is
    known.
    """
    words = _WORD.findall(text.lower())
    for each in languages():
        if not each.spaced and each.letters and _is_written_in(each, text, words):
            letters = _count(each.letters, text)
            own = _count(each.own_letters or each.letters, text)
            return each.code if letters < _FEW or own >= _OWN * letters else None
    if len(words) < _FEW:
        return FALLBACK
    spaced = [each.code for each in languages() if each.spaced]
    shares = {code: sum(map(_vocabulary(code).__contains__, words)) / len(words) for code in spaced}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _WORDS else None


def _is_written_in(unspaced: Language, text: str, words: list[str]) -> bool:
    """Whether the letters of a language without blanks outweigh the words in other letters."""
    others = sum(not _count(unspaced.letters, word) for word in words)
    return _count(unspaced.letters, text) > 2 * others


def _count(letters: str, text: str) -> int:
    return len(re.findall(f"[{letters}]", text)) if letters else 0


@cache
def _vocabulary(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset(
        word
        for section in _COMMON
        for phrases in (known.sections[section].values() if known else ())
        for phrase in phrases
        for word in _WORD.findall(phrase.lower())
    )
