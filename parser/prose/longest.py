"""Phrases that a text is searched for, place by place: where several begin, the longest decides.

In: the phrases as they are looked up (`lexicon.key_of`). Out: the one that a text's units, which
are words or characters, go on with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

#: The lengths to try where no phrase of several units begins.
_ALONE: Final = (1,)


class Phrases:
    """A set of phrases, which are found by the unit that they begin with."""

    __slots__ = ("_glue", "_keys", "_lengths")

    def __init__(self, keys: Iterable[str], *, spaced: bool) -> None:
        """With `spaced`, a unit is a word; otherwise it is a character."""
        self._glue = " " if spaced else ""
        self._keys = frozenset(keys)
        lengths: dict[str, set[int]] = {}
        for key in self._keys:
            # Most phrases are one word, and those need no entry.
            if spaced and " " in key:
                units = key.split(" ")
                lengths.setdefault(units[0], {1}).add(len(units))
            elif not spaced and len(key) > 1:
                lengths.setdefault(key[0], {1}).add(len(key))
        self._lengths = {
            first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()
        }

    @property
    def longest(self) -> int:
        """The number of units of the longest phrase."""
        return max((each[0] for each in self._lengths.values()), default=1)

    def at(self, units: Sequence[str], position: int) -> tuple[str, int] | None:
        """The longest phrase that begins with the unit at `position`, and its number of units."""
        room = len(units) - position
        for length in self._lengths.get(units[position], _ALONE):
            if length <= room:
                key = self._glue.join(units[position : position + length])
                if key in self._keys:
                    return key, length
        return None
