"""The categories of words that the grammars of clauses use: at each place the longest phrase of the
language's file decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from shomei.languages.language import Language, languages
from shomei.parser.prose.bounded_kinds import bounded_kind
from shomei.parser.prose.longest import Phrases

#: A word of a spaced language, or a mark.
WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|\d+|[^\sA-Za-zÀ-ɏ\d]")
#: How words are emphasized, in LaTeX and Markdown.
EMPHASIS: Final = re.compile(
    r"\\(?:emph|text(?:bf|it|rm|sl|sc|up|sf|tt)|underline)\s*\{([^{}]*)\}|\*+|(?<!\w)_+|_+(?!\w)"
)
_COMMAS: Final = ",、，"
#: What ends a clause whatever comes after it.
_BREAKS: Final = ";:；：。．.!?！？()（）[]「」—"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or phrase: its category, and for a kind its name. Words that the language's file does
    not have are `W`, what ends a clause is `|`.
    """

    category: str
    kind: str = ""


@cache
def _phrases(code: str) -> dict[str, Lexeme]:
    found: dict[str, Lexeme] = {}
    language = language_with(code)
    clauses = language.sections["clauses"]
    # Of a phrase in several tables, the last one decides.
    tables = (
        (Lexeme("W"), language.sections["plain"].get("undenied", ())),
        (Lexeme("noun"), language.sections["plain"].get("quantities", ())),
        *((Lexeme(category), phrases) for category, phrases in clauses.items()),
        *((Lexeme("K", kind), p) for kind, p in language.sections["number_kinds"].items()),
        (Lexeme("any", "fixed"), clauses.get("fixed", ())),
        (Lexeme("hedge"), clauses.get("hedge", ())),
        (Lexeme("hedge", "negative"), clauses.get("negative", ())),
        *((Lexeme("other", kind), p) for kind, p in language.sections["other_kinds"].items()),
        (Lexeme("denied"), clauses.get("denied", ())),
    )
    for lexeme, phrases in tables:
        for phrase in phrases:
            found[key_of(phrase, language)] = lexeme
    return found


def key_of(phrase: str, language: Language) -> str:
    """A phrase as it is looked up: words in small letters, or characters without blanks."""
    if not language.spaced:
        return re.sub(r"\s", "", phrase)
    return " ".join(WORD.findall(phrase.lower().replace("’", "'")))


def language_with(code: str) -> Language:
    """The language with this code."""
    return next(each for each in languages() if each.code == code)


@cache
def _search(code: str) -> Phrases:
    return Phrases(_phrases(code), spaced=language_with(code).spaced)


def language_of(words: str, article: str) -> str:
    """The code of the language whose letters stand in the words; else that of the article if it is
    a spaced one, else the first of these.
    """
    for language in languages():
        if language.letters and re.search(f"[{language.letters}]", words):
            return language.code
    if language_with(article).spaced:
        return article
    return next(language.code for language in languages() if language.spaced)


def lexemes(words: str, code: str) -> Iterator[Lexeme]:
    """The words between two formulas, in order; neighbours that are `W` are one."""
    language = language_with(code)
    words = EMPHASIS.sub(lambda match: match.group(1) or "", words)
    units = (
        WORD.findall(words.lower().replace("’", "'"))
        if language.spaced
        else list(re.sub(r"\s", "", words))
    )
    phrases, search = _phrases(code), _search(code)
    plain = "" if language.spaced else "".join(units)
    position = 0
    last = ""
    while position < len(units):
        listed = search.at(units, position)
        own = None if listed is None else phrases[listed[0]]
        if (own is None or own.category != "K") and (
            bounded := bounded_kind(plain, position, code) if plain else None
        ):
            kind, length = bounded
            found = Lexeme("K", kind)
        elif listed is not None and own is not None:
            found, length = own, listed[1]
        else:
            unit, length = units[position], 1
            found = Lexeme("," if unit in _COMMAS else "|" if unit in _BREAKS else "W")
        if found.category != "W" or last != "W":
            yield found
        last = found.category
        position += length
