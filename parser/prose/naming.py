"""What a sentence calls its letters: `the limit L`, `let L be the limit`, `u is a string`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

#: What stands between the letters of a list.
_LISTING: Final = frozenset(("T", "and", ",", "both"))
#: What may stand in a noun phrase that says what letters are.
_PHRASE: Final = frozenset(
    (
        "a",
        "any",
        "adverb",
        "both",
        "W",
        "noun",
        "quality",
        "given",
        "K",
        "equation",
        "scoping",
        "of",
    )
)
_VAGUE: Final = frozenset(("a", "any", "adverb", "both", ",", "quality", "given"))
_NOUNS: Final = frozenset(("noun", "K", "equation"))
#: What says of letters that they are something.
_IS: Final = frozenset(("be", "topic", "denote"))
#: What stands before a formula that is a quantity of something.
_OF_QUANTITIES: Final = (["with", "noun"], ["noun", "object"])
_SETS: Final = frozenset(("set", "suppose"))


@dataclass(frozen=True, slots=True)
class Naming:
    """What is said of the letters of one piece. `anew`: they are introduced; `described`: it is
    said what they are, and not only after a noun; `strange`: they are called by a noun that is not
    known, or by several words of which none is.
    """

    piece: int
    anew: bool = False
    described: bool = True
    strange: bool = False


def namings(tokens: Sequence[tuple[str, int]]) -> Iterator[Naming]:
    """What a clause, as categories and pieces, calls its letters."""
    categories = [category for category, _ in tokens]
    for index, (category, piece) in enumerate(tokens):
        if category in {"T", "E"} and (found := _naming(categories, index, piece)):
            yield found


def is_measured(categories: Sequence[str], place: int) -> bool:
    """Whether a formula, or the list that it stands in, is called a quantity: `$a, b > 0$ are the
    sides of a box`, `$r > 0$ は円の半径である`, `a box with sides $a, b > 0$`, `半径を $r > 0$、…`.
    """
    if list(categories[max(0, place - 2) : place]) in _OF_QUANTITIES:
        return True
    while place + 1 < len(categories) and categories[place + 1] in {"F", "and", ","}:
        place += 1
    if categories[place + 1 : place + 2] == ["be"]:
        phrase = _phrase(categories, place + 2)
        return "noun" in phrase and _VAGUE.issuperset(phrase[: phrase.index("noun")])
    of = categories[place + 1 : place + 5]
    return of[:1] == ["topic"] and of[1:2] in (["W"], ["other"]) and of[2:] == ["of", "noun"]


def _naming(categories: Sequence[str], index: int, piece: int) -> Naming | None:
    """What the words around one place call the letters there."""
    first, last = _list_around(categories, index)
    after = categories[last + 1] if last + 1 < len(categories) else ""
    before = categories[:first]
    phrase = _phrase(categories, last + 2)
    opener, called = _opener(before)
    if opener == "let":
        return Naming(piece, anew=True, strange=after in _IS and _is_strange(phrase))
    if categories[index] == "E":
        named = after == "denote" or (before[-1:] in (["put"], ["write"]) and after == "for")
        return Naming(piece, anew=True) if named else None
    if before[-1:] == ["object"] and before[-2:-1] in (["W"], ["noun"]) and after in _SETS:
        return Naming(piece, anew=True)
    closed = after in {"topic", "object"} and _sets_after(categories, last + 1, phrase)
    if after == "denote" or closed:
        return Naming(piece, anew=True, strange=_is_strange(phrase))
    if after in _IS and "K" not in phrase and any(each not in _VAGUE for each in phrase):
        indefinite = phrase[:1] == ["a"] or after == "topic"
        return Naming(piece, strange=indefinite and _is_strange(phrase) and after == "be")
    if before[-1:] in (["W"], ["noun"], ["quality"], ["given"]):
        every = opener == "for" or after in {"for", "when"}
        anew = every and opener == "for"
        return Naming(piece, anew, described=anew, strange=every and _is_strange(called))
    return None


def _list_around(categories: Sequence[str], index: int) -> tuple[int, int]:
    """The first and the last place of the list of letters around a place."""
    first = last = index
    while first > 0 and categories[first - 1] in _LISTING:
        first -= 1
    while last + 1 < len(categories) and categories[last + 1] in _LISTING:
        last += 1
    while categories[first] in {"and", ",", "both"}:
        first += 1
    while categories[last] in {"and", ",", "both"}:
        last -= 1
    return first, last


def _phrase(categories: Sequence[str], start: int) -> list[str]:
    found: list[str] = []
    for category in categories[start:]:
        if category not in _PHRASE:
            break
        found.append(category)
    return found


def _is_strange(phrase: Sequence[str]) -> bool:
    """Whether a noun phrase holds words, and none that names a quantity."""
    return "W" in phrase and _NOUNS.isdisjoint(phrase)


def _sets_after(categories: Sequence[str], start: int, phrase: Sequence[str]) -> bool:
    """Whether `T は W とする`, `T を W とする` are closed by a verb that sets."""
    end = start + 1 + len(phrase)
    return bool(phrase) and end < len(categories) and categories[end] in _SETS


def _opener(before: Sequence[str]) -> tuple[str, list[str]]:
    """What opens the phrase before some letters, and the phrase: `for strings u and v`."""
    phrase: list[str] = []
    for category in reversed(before):
        if category not in _PHRASE:
            return category, phrase
        phrase.append(category)
    return "", phrase
