"""What the author's commands mean, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Macro:
    """What a command stands for.

    `body` holds `#1` … `#9` for its `parameters`; `default` is the value of the first where it may
    be left out. `same_as` is a command of TeX's that it was made equal to (`\\let`), whatever
    becomes of that one's name. `operator` is the text of a function's name. `why` says that the
    meaning is not known, and why; nothing else counts then.
    """

    body: str = ""
    parameters: int = 0
    default: str | None = None
    same_as: str | None = None
    operator: str | None = None
    #: What stands before, between and behind the parameters of a `\\def`, if anything does.
    delimiters: tuple[str, ...] = ()
    #: Whether a star and an argument in brackets may follow that change its look only.
    sized: bool = False
    why: str | None = None


@dataclass(slots=True)
class Definition:
    """A macro, and from which offset up to which its name means it."""

    name: str
    macro: Macro
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meanings:
    """What one name means along a text: from each offset on; None for what it means by itself."""

    offsets: tuple[int, ...]
    macros: tuple[Macro | None, ...]

    @classmethod
    def of(cls, definitions: Sequence[Definition]) -> Meanings:
        """From one name's definitions in order; a later one displaces an earlier while it holds."""
        offsets = sorted({at for each in definitions for at in (each.start, each.end)})
        latest = list(reversed(definitions))
        macros = (
            next((each.macro for each in latest if each.start <= at < each.end), None)
            for at in offsets
        )
        return cls(tuple(offsets), tuple(macros))

    def at(self, offset: int) -> Macro | None:
        """What the name means at this place; None for what it means by itself."""
        index = bisect_right(self.offsets, offset) - 1
        return self.macros[index] if index >= 0 else None


@dataclass(frozen=True, slots=True)
class Macros:
    """What the names of a text's own commands mean in it, and where that is written. `characters`
    are those whose own meaning the text changes; `""` stands for all of them.
    """

    by_name: Mapping[str, Meanings] = field(default_factory=lambda: MappingProxyType({}))
    places: tuple[tuple[int, int], ...] = ()
    characters: Mapping[str, Meanings] = field(default_factory=lambda: MappingProxyType({}))

    def over(self, shared: Macros) -> Macros:
        """These, and before and beside them those that are shared by several texts and hold
        everywhere.
        """
        if not shared.by_name:
            return self
        merged = dict(self.by_name)
        for name, meanings in shared.by_name.items():
            macro = next((each for each in meanings.macros if each is not None), None)
            own = self.by_name.get(name, Meanings((), ()))
            merged[name] = Meanings(
                (-1, *own.offsets),
                (macro, *(macro if each is None else each for each in own.macros)),
            )
        return Macros(MappingProxyType(merged), self.places, self.characters)

    def find(self, name: str, offset: int) -> Macro | None:
        """What a command means at this place; None for what it means by itself."""
        meanings = self.by_name.get(name)
        return None if meanings is None else meanings.at(offset)

    def changed(self, character: str, offset: int) -> str | None:
        """Why a character at this place may not mean what it does by itself."""
        for name in (character, ""):
            meanings = self.characters.get(name)
            macro = None if meanings is None else meanings.at(offset)
            if macro is not None:
                return macro.why
        return None


NO_MACROS: Final = Macros()
