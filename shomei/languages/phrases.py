"""Turns the phrases of the language files into regular expressions.

In a phrase, `{}` is the place of its object, and text in brackets is optional: `(the) definition of
{}`. Between the words of a spaced language there is at least one blank; in others blanks are
optional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shomei.languages.language import Language, languages, longest_first, merged

#: Matches nothing.
NEVER: Final = r"(?!)x"
_PIECE: Final = re.compile(
    r"(?P<lead>\s*)\((?P<optional>[^()]*)\)(?P<blank>\s*)|(?P<space>\s+)|(?P<plain>.)"
)


def pattern(phrase: str, *, spaced: bool) -> str:
    """A part of a phrase without its place."""
    blank = r"\s+" if spaced else r"\s*"
    parts: list[str] = []
    for match in _PIECE.finditer(phrase):
        if match.group("space"):
            parts.append(blank)
        elif match.group("plain"):
            parts.append(re.escape(match.group("plain")))
        else:
            inside = pattern(match.group("optional"), spaced=spaced)
            if match.group("blank"):
                parts.append(f"{blank if match.group('lead') else ''}(?:{inside}{blank})?")
            else:
                parts.append(f"(?:{blank if match.group('lead') else ''}{inside})?")
    return "".join(parts)


def before(name: str) -> str:
    """The text before the place in the phrases for reasons of this name, with the blanks after
    it.
    """
    return _alternatives(
        pattern(head, spaced=language.spaced)
        for language, phrase in _phrases(name)
        if "{}" in phrase and (head := phrase.partition("{}")[0])
    )


def after(name: str) -> str:
    """The text after the place, with the blanks before it."""
    return _alternatives(
        (r"\s+" if language.spaced else r"\s*") + pattern(tail.strip(), spaced=language.spaced)
        for language, phrase in _phrases(name)
        if "{}" in phrase and (tail := phrase.partition("{}")[2])
    )


def whole(name: str, *, spaced: bool | None = None) -> str:
    """The phrases without a place."""
    return _alternatives(
        pattern(phrase, spaced=language.spaced)
        for language, phrase in _phrases(name)
        if "{}" not in phrase and (spaced is None or language.spaced == spaced)
    )


def words(name: str) -> str:
    """The phrases as words of a line: in a spaced language they end where no letter follows."""
    return _alternatives(
        pattern(phrase, spaced=language.spaced) + (r"(?![A-Za-z])" if language.spaced else "")
        for language, phrase in _phrases(name)
    )


def _phrases(name: str) -> Iterator[tuple[Language, str]]:
    for language in languages():
        for phrase in longest_first(language.words("reasons", name)):
            yield language, phrase


def _alternatives(patterns: Iterator[str]) -> str:
    found = list(dict.fromkeys(patterns))
    return f"(?:{'|'.join(sorted(found, key=len, reverse=True))})" if found else NEVER


def matching(section: str, name: str) -> re.Pattern[str]:
    """What any of the languages' regular expressions of this name matches, in any case."""
    return re.compile("|".join(merged(section).get(name, ())) or NEVER, re.IGNORECASE)
