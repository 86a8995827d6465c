"""Kinds of numbers that a numeral bounds, `2 以上の整数`, and kinds without a noun: `x は正とする`.

In: the characters of an unspaced language from a place on. Out: the kind that is named there, and
its length. A kind is written as its name and the bounds after it: `Z >=2 <10`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, Literal, TypeAlias, cast, get_args

from shomei.languages.language import Language, language, longest_first
from shomei.terms.nodes import RelationOperator

#: How a number compares with others.
Bounds: TypeAlias = tuple[tuple[RelationOperator, Fraction], ...]
Sign: TypeAlias = Literal["positive", "negative", "nonnegative"]
_OPERATORS: Final = (">=", ">", "<=", "<")
#: What makes a numeral part of another number: `-2`, `1.5`, `3 分の 1`, `a + 1`.
_GOES_ON: Final = re.compile(r"[-−－+＋*×·^_./／\d]\Z|分の\Z")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Bounds, kinds, and what stands around a kind without a noun."""

    bound: re.Pattern[str]
    operators: dict[str, str]
    kinds: tuple[tuple[str, str], ...]
    signs: tuple[tuple[str, Sign], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def bounds_of(kind: str) -> tuple[str, Bounds]:
    """The name of a kind and its bounds."""
    name, *bounds = kind.split(" ")
    found: list[tuple[RelationOperator, Fraction]] = []
    for bound in bounds:
        operator = next(each for each in _OPERATORS if bound.startswith(each))
        value = Fraction(bound.removeprefix(operator))
        found.append((cast("RelationOperator", operator), value))
    return name, tuple(found)


def bounded_kind(text: str, position: int, code: str) -> tuple[str, int] | None:
    """The bounded kind that the characters from a place on name, and its length."""
    patterns = _patterns(code)
    if patterns is None:
        return None
    if text[position].isdigit():
        return _numbered(text, position, patterns)
    for word, kind in patterns.signs:
        if text.startswith(word, position) and _stands_alone(text, position, len(word), patterns):
            return kind, len(word)
    return None


def names_a_kind(said: str, code: str) -> bool:
    """Whether these words call a letter a kind of numbers without a noun: は正とする."""
    patterns = _patterns(code)
    if patterns is None or not said:
        return False
    text = f"{patterns.before[0]}{said}{patterns.after[0]}"
    end = len(text) - len(patterns.after[0])
    kinds = ((start, bounded_kind(text, start, code)) for start in range(1, end))
    return any(kind is not None and start + kind[1] == end for start, kind in kinds)


def _numbered(text: str, position: int, patterns: _Patterns) -> tuple[str, int] | None:
    """`2 以上の整数`, `1 より大きく 10 未満の実数`, `2 以上とする`."""
    if _GOES_ON.search(text[:position]):
        return None
    end = position
    bounds: list[str] = []
    while match := patterns.bound.match(text, end):
        bounds.append(f"{patterns.operators[match[2]]}{Fraction(match[1])}")
        end = match.end()
    if not bounds:
        return None
    for word, kind in patterns.kinds:
        if text.startswith(word, end):
            return " ".join((kind, *bounds)), end + len(word) - position
    if _stands_alone(text, position, end - position, patterns):
        return " ".join(("R", *bounds)), end - position
    return None


def _stands_alone(text: str, position: int, length: int, patterns: _Patterns) -> bool:
    """Whether the words there are all that is said of a letter: `は … である`."""
    before, after = text[:position], text[position + length :]
    opened = not before or before.endswith(patterns.before)
    return opened and after.startswith(patterns.after)


@cache
def _patterns(code: str) -> _Patterns | None:
    spoken = language(code)
    if spoken is None or spoken.spaced or not spoken.sections["bounds"]:
        return None
    operators = {word: each for each in _OPERATORS for word in spoken.words("bounds", each)}
    words = "|".join(map(re.escape, longest_first(list(operators))))
    return _Patterns(
        re.compile(rf"(\d+(?:\.\d+)?)({words})"),
        operators,
        tuple(_kinds(spoken)),
        tuple((word, each) for each in get_args(Sign) for word in spoken.words("bounds", each)),
        spoken.words("bounds", "before"),
        spoken.words("bounds", "after"),
    )


def _kinds(spoken: Language) -> list[tuple[str, str]]:
    """The nouns of kinds of numbers, the longest first, with their kinds; those that begin with a
    numeral have bounds of their own.
    """
    found = [
        (re.sub(r"\s", "", phrase), kind)
        for kind, phrases in spoken.sections["number_kinds"].items()
        for phrase in phrases
        if not phrase[0].isdigit()
    ]
    return sorted(found, key=lambda each: -len(each[0]))
