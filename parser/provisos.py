"""The conditions of a claim in a line of plain text: `… if x > 0`, `… for all x`, `… (x > 0)`,
`x > 0 のとき …`, `For all x > 0, …`. Which words say so stands in the languages' files (`lines`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shomei.languages.language import longest_first, words
from shomei.languages.phrases import NEVER
from shomei.parser.source import Range


def any_of(listed: Iterable[str]) -> str:
    """Words as a regular expression, the longest first."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in longest_first(listed))


def line_words(name: str) -> str:
    """The words of this name, those between blanks as whole words and in any case."""
    spaced, joined = words("lines", name, spaced=True), words("lines", name, spaced=False)
    whole = [rf"(?i:{any_of(spaced)})(?![A-Za-z({{])"] if spaced else []
    return "|".join([*whole, *([any_of(joined)] if joined else [])]) or NEVER


@dataclass(frozen=True, slots=True)
class Proviso:
    """A claim and its condition; only `names` where it is said of every number."""

    claim: Range
    condition: Range | None = None
    names: tuple[str, ...] = ()


#: After a formula.
_BEHIND: Final = r"(?<=[\w)\]}|!'$）\\.])[\s,、，]+"
_PROVISO: Final = re.compile(rf"{_BEHIND}(?P<word>{line_words('proviso')})\s*(?=[^\s,.])")
_CONVERSE: Final = re.compile(rf"{_BEHIND}(?:{line_words('converse')})\s*(?=[^\s,.])")
_BRACKETED: Final = re.compile(
    rf"(?P<gap>\s+|(?=（))[(（]\s*(?P<word>{line_words('proviso')}|{line_words('provided')})?\s*"
    rf"(?P<inside>[^()（）]*?(?:\([^()]*\)[^()（）]*?)*?)\s*(?P<after>{line_words('premise')})?"
    r"\s*[)）]\s*[.,;。]?\s*\Z"
)
_PREMISE: Final = re.compile(rf"\s*(?:{line_words('premise')})[\s、,，]*(?=\S)")
_EVERY: Final = re.compile(rf"\s*(?:{line_words('every')})\s+")
_RELATION: Final = re.compile(
    r"[=<>≤≥≠≦≧∈]|\\(?:leq?|geq?|neq?|lt|gt|in|leqslant|geqslant)(?![A-Za-z])"
)
#: A group, as of an index, and how many are looked into.
_GROUP: Final = re.compile(r"(?<!\\)\{(?:[^{}\\]|\\.)*\}")
_DEEPEST: Final = 20
#: The end of a statement, where brackets that follow are no part of it.
_WHOLE: Final = re.compile(
    r"(?<!\\)(?<![A-Za-z])(?:[A-Za-z]|[\w]*[\d)\]}|!'$]|[^\W\d_A-Za-z])\s*\Z"
)
#: What stands beside and between the letters.
_BETWEEN: Final = re.compile(f"{line_words('real')}|{line_words('both')}")
_LETTER: Final = r"\$?\\?[A-Za-z](?:(?<=\\[A-Za-z])[A-Za-z]+)?(?![A-Za-z])\$?"
_LETTERS: Final = re.compile(
    rf"\s*(?:(?:{line_words('real')})\s+)?{_LETTER}(?:\s*(?:,|{line_words('both')})\s*{_LETTER})*\s*[.。]?\s*"
)


def find_proviso(text: str, start: int, end: int) -> Proviso | None:
    """The claim and the condition of a line; None for a line without one."""
    if (every := _EVERY.match(text, start, end)) is not None:
        comma = _last_comma(text, every.end(), end)
        if comma is not None and _says(text[every.end() : comma]):
            return Proviso((comma + 1, end), (every.end(), comma))
        return None
    if (converse := _CONVERSE.search(text, start, end)) is not None:
        return Proviso((converse.end(), end), (start, converse.start()))
    if (bracketed := _BRACKETED.search(text, start, end)) is not None:
        says = _says(bracketed["inside"])
        before = text[start : bracketed.start()]
        if says and _says(before) and _WHOLE.search(before):
            return Proviso((start, bracketed.start()), bracketed.span("inside"))
        return None
    if (behind := _PROVISO.search(text, start, end)) is not None:
        if not _says(text[start : behind.start()]):
            return None
        if _says(text[behind.end() : end]):
            return Proviso((start, behind.start()), (behind.end(), end))
        if _LETTERS.fullmatch(text, behind.end(), end):
            letters = _BETWEEN.sub(" ", text[behind.end() : end])
            return Proviso((start, behind.start()), None, tuple(re.findall(r"[A-Za-z]+", letters)))
        return None
    premise = _PREMISE.search(text, start, end)
    if premise is None or premise.end() >= end:
        return None
    said = _says(text[start : premise.start()])
    return Proviso((premise.end(), end), (start, premise.start())) if said else None


def _says(formula: str) -> bool:
    """Whether a relation stands in a formula, outside of indices and other groups."""
    for _ in range(_DEEPEST):
        formula, count = _GROUP.subn("", formula)
        if not count:
            break
    return _RELATION.search(formula) is not None


def _last_comma(text: str, start: int, end: int) -> int | None:
    """The last comma outside of brackets with a blank after it."""
    depth, found = 0, None
    for at in range(start, end - 1):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0 and text[at] in ",，、" and (text[at] != "," or text[at + 1].isspace()):
            found = at
    return found
