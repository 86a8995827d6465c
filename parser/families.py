"""Families such as `x_i` and `w_{ij}`: which letters of a text have indices that vary, and how far
its indices count. The text as a whole shows that, before any of its formulas is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shomei.operations.letters import GREEK

_GREEK: Final = "|".join(sorted(GREEK, key=len, reverse=True))
_LETTER: Final = rf"(?:\\(?:{_GREEK})(?![A-Za-z])|(?<![A-Za-z\\])[A-Za-z](?![A-Za-z]))"
_BIG: Final = r"\\(?:sum|prod|max|min)(?:\\limits|\\nolimits)?"
#: `\\sum_{i=1}^{n}`, `\\sum_i`, `\\max_{j}`, `\\sum_{i \\ne j}`, `\\sum_{i,j}`: their indices.
_INDICES: Final = re.compile(
    rf"{_BIG}\s*_\s*(?:([a-z])(?![A-Za-z])|\{{\s*([a-z])\s*"
    r"(?:=|\}|<|\\neq?(?![a-z])|\\le(?![a-z])|,\s*([a-z])\s*(?:=|\}))(?:\s*([a-z])\s*\})?)"
)
#: The upper bound of an index that counts from 1.
_BOUND: Final = re.compile(
    rf"{_BIG}\s*_\s*\{{\s*([a-z])\s*=\s*1\s*\}}\s*\^\s*(?:([A-Za-z])|\{{\s*([A-Za-z])\s*\}})"
)
#: An index with its bounds.
_BOUNDED: Final = re.compile(
    rf"{_BIG}\s*_\s*\{{\s*([a-z])\s*=\s*([^{{}}]*?)\s*\}}(?:\s*\^\s*(?:\{{([^{{}}]*)\}}|(\\?\w)))?"
)
#: `i = 1, \\dots, n` and `i = 1, 2, \\dots, n`.
_DOTS: Final = r"(?:\\(?:dots|ldots|cdots|dotsc)|\.\.\.|…)"
_COUNTS: Final = re.compile(
    rf"([a-z](?:\s*,\s*[a-z])*)\s*(?:=\s*1\s*,|\\in\s*\\\{{\s*1\s*,)\s*(?:2\s*,\s*)?{_DOTS}\s*,\s*"
    r"([A-Za-z])"
)
#: `x_1, \\dots, x_n`.
_LISTED: Final = re.compile(
    rf"({_LETTER})_\{{?1\}}?\s*,\s*(?:\1_\{{?2\}}?\s*,\s*)?{_DOTS}\s*,\s*\1_\{{?([A-Za-z])\}}?"
)
_INDEXED: Final = re.compile(rf"({_LETTER})_(?:([A-Za-z0-9])|\{{([^{{}}]*)\}})")
#: What a varying index is made of.
_INDEX: Final = re.compile(r"[A-Za-z0-9\s,+\-]+")
#: `a_{n+1}`, `x_{k-1}`.
_STEP: Final = re.compile(r"\s*([a-z])\s*[+\-]\s*[0-9a-z]\s*")
#: Letters that count where they stand in the subscript of a family.
_LETTERS_OF_INDICES: Final = re.compile(r"[ijklmn](?:\s*,?\s*[ijklmn])?")
#: Letters that stand for natural numbers wherever they are an index somewhere in a text.
COUNTERS: Final = frozenset("ijklmn")
_NO_FAMILIES: Final = frozenset(("d", "e", "\\delta", "\\partial", "\\pi"))


@dataclass(frozen=True, slots=True)
class Families:
    """The letters with varying indices, with the number of these, and the upper bounds of indices
    that count from 1; the bound of "" is that of every index.
    """

    arities: dict[str, int] = field(default_factory=dict)
    lengths: dict[str, str] = field(default_factory=dict)
    indices: frozenset[str] = frozenset()


def listed_in(text: str) -> tuple[str, str] | None:
    """The letter of which a formula lists elements, `x_1, \\dots, x_n`, and the last index; None
    for others.
    """
    found = _LISTED.fullmatch(text.strip())
    return None if found is None else (found[1].removeprefix("\\"), found[2])


def counted_in(text: str) -> tuple[str, str] | None:
    """The index that a formula says to count from 1, `i = 1, \\dots, n`, and how far; None for
    others.
    """
    found = _COUNTS.fullmatch(text.strip())
    return None if found is None else (found[1], found[2])


def families_of(text: str) -> Families:
    """The families of a text."""
    indices = {letter for match in _INDICES.finditer(text) for letter in match.groups() if letter}
    bounds = _bounds(text)
    indices.update(*(re.findall("[a-z]", match[1]) for match in _COUNTS.finditer(text)))
    arities = _arities(text, indices, dict.fromkeys(match[1] for match in _LISTED.finditer(text)))
    kept = {letter: min(each) for letter, each in arities.items() if len(each) == 1}
    return Families(
        {letter.removeprefix("\\"): each for letter, each in kept.items()},
        _lengths(bounds, _counting_otherwise(text)),
        frozenset(indices),
    )


def _bounds(text: str) -> dict[str, set[str]]:
    """The upper bounds up to which each index counts from 1; under "" those of listed elements."""
    bounds: dict[str, set[str]] = {}
    for match in _BOUND.finditer(text):
        bounds.setdefault(match[1], set()).add(match[2] or match[3])
    for match in _COUNTS.finditer(text):
        for letter in re.findall("[a-z]", match[1]):
            bounds.setdefault(letter, set()).add(match[2])
    for match in _LISTED.finditer(text):
        bounds.setdefault("", set()).add(match[2])
    return bounds


def _counting_otherwise(text: str) -> set[str]:
    """The indices that somewhere count from another number than 1, or up to more than a letter."""
    return {
        match[1]
        for match in _BOUNDED.finditer(text)
        if match[2] != "1" or not re.fullmatch(r"\s*[A-Za-z]\s*", match[3] or match[4] or "n")
    }


def _lengths(bounds: Mapping[str, set[str]], unclear: set[str]) -> dict[str, str]:
    """The one bound of each index, and under "" that of all. An `unclear` index has none: it is not
    clear what `\\sum_i` counts.
    """
    every = set().union(*bounds.values())
    lengths = {
        letter: min(each)
        for letter, each in bounds.items()
        if letter and len(each) == 1 and letter not in unclear
    }
    if len(every) == 1 and not unclear:
        lengths[""] = min(every)
    return lengths


def _arities(text: str, indices: set[str], listed: Iterable[str]) -> dict[str, set[int]]:
    """The numbers of indices of each family. What stands in the subscripts of one is an index, and
    is added to `indices`.
    """
    subscripts = [(match[1], match[2] or match[3] or "") for match in _INDEXED.finditer(text)]
    while True:
        found: dict[str, set[int]] = {letter: {1} for letter in sorted(listed)}
        for letter, subscript in subscripts:
            count = _count(subscript, indices)
            if count and letter not in _NO_FAMILIES:
                found.setdefault(letter, set()).add(count)
        new = {
            index
            for letter, subscript in subscripts
            if letter in found and _LETTERS_OF_INDICES.fullmatch(subscript)
            for index in re.findall("[a-z]", subscript)
        } - indices
        if not new:
            return found
        indices |= new


def _count(subscript: str, indices: set[str]) -> int:
    """The number of indices in a subscript that varies; 0 if it does not vary."""
    if not _INDEX.fullmatch(subscript):
        return 0
    if _STEP.fullmatch(subscript):
        return 1
    letters = re.findall("[A-Za-z]", subscript)
    if not set(letters) & indices:
        return 0
    parts = subscript.split(",")
    if len(parts) > 1:
        return len(parts)
    compact = re.sub(r"\s", "", subscript)
    return len(compact) if len(compact) == 2 and compact.isalpha() else 1
