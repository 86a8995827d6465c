"""Phrases that a text is searched for, place by place: where several begin, the longest decides.

In: the phrases as they are looked up (`lexicon.key_of`). Out: the one that a text's units, which
are words or characters, go on with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Phrases:
    """A set of phrases by the unit that they begin with."""

    __slots__ = ("_glue", "_lengths")

    def __init__(self, keys: Iterable[str], *, spaced: bool) -> None:
        """With `spaced`, a unit is a word; otherwise it is a character."""
        self._glue = " " if spaced else ""
        by_first: dict[str, dict[int, set[str]]] = {}
        for key in keys:
            units = key.split(" ") if spaced else key
            if key:
                by_first.setdefault(units[0], {}).setdefault(len(units), set()).add(key)
        self._lengths = {
            first: tuple(sorted(by_length.items(), reverse=True))
            for first, by_length in by_first.items()
        }

    def at(self, units: Sequence[str], position: int) -> tuple[str, int] | None:
        """The longest phrase that begins with the unit at `position`, and its number of units."""
        room = len(units) - position
        for length, keys in self._lengths.get(units[position], ()):
            if length <= room:
                key = self._glue.join(units[position : position + length])
                if key in keys:
                    return key, length
        return None
