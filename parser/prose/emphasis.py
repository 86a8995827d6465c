"""Quotation marks that only set off a noun: 「予測と正解の差」, the "ridge estimate".

In: running words, and the code of their language. Out: the words without such marks. They stay
where what stands in them may be said by somebody, or may be meant the other way round: a sentence,
a word that judges or claims (「正しい」, "identity"), what somebody says (「…」と言う), a formula.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shomei.languages.language import words as words_of
from shomei.languages.phrases import NEVER, matching
from shomei.parser.prose.lexicon import language_with, lexemes

#: A single word is set off where it is meant the other way round: the "discovery".
_QUOTED: Final = re.compile(
    r'「(?P<a>[^「」『』。、，．？！]{4,14})」|["“](?P<b>[^\W\d_]+(?:[ -][^\W\d_]+){1,3})["”]'
)
#: A term by which something is done, or which is introduced: 「標準化」を行う, 「解の公式」により.
_TERM: Final = re.compile(
    r"「(?P<term>(?:[一-鿿々ァ-ヿー]|[のと](?=[一-鿿ァ-ヿ])|\d ?){2,14})」"
    rf"(?=\s*\Z|{'|'.join(words_of('notation', 'instrument')) or NEVER})"
)
#: What the words in them are, at most.
_OF_A_NOUN: Final = frozenset(
    ("W", "noun", "of", "by", "a", "any", "and", "K", "quality", "given", "adverb")
)
_OF_A_TERM: Final = _OF_A_NOUN | {"equation"}
#: What says that somebody says it, right after it and right before it.
_SAYS: Final = re.compile(
    r"\s*(?:と(?!の|は|が|を)|という|って|[,，]?\s*(?:he|she|they|we|say|said)\b)"
)
_SAID: Final = re.compile(r"(?:\b(?:say|says|said|call\w*|claim\w*|read\w*|state\w*)|[,:：])\s*\Z")
#: What no term is called that is not mocked.
_ODD: Final = matching("notation", "mocked")


def without_emphasis(words: str, code: str) -> str:
    """The words without quotation marks that only set off a noun."""

    def bare(match: re.Match[str]) -> str:
        said = match["a"] or match["b"]
        if (
            _SAYS.match(words, match.end())
            or _SAID.search(words[: match.start()])
            or not said.strip()
            or _judges(code).search(said)
            or any(each.category not in _OF_A_NOUN for each in lexemes(said, code))
        ):
            return match.group()
        return f" {said} "

    def named(match: re.Match[str]) -> str:
        said = match["term"]
        plain = all(each.category in _OF_A_TERM for each in lexemes(said, code))
        return f" {said} " if plain and not _ODD.search(said) else match.group()

    return _TERM.sub(named, _QUOTED.sub(bare, words))


@cache
def _judges(code: str) -> re.Pattern[str]:
    """The words that speak of what is claimed."""
    language = language_with(code)
    listed = "|".join(language.words("scope", "refers"))
    return re.compile(rf"\b(?:{listed})\b" if language.spaced else listed, re.IGNORECASE)
