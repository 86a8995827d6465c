"""Proofs for the hand-over: trees of lines in which some places are open, and their text.

A place has several ways to be filled, the best one first. `chosen` says which is taken; while it is
not known, every way is written, and Lean says which is the first that succeeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from shomei.handover.text import WIDTH, ascribed, wrapped

#: What begins the message by which Lean names a way that succeeds.
MARK: Final = "shomei-way"

_PLACE: Final = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Line:
    """One tactic, or the beginning of a block. It may have places `⟦7⟧` for terms."""

    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand under another one: `have near : … := by`."""

    head: str
    body: Proof


@dataclass(frozen=True, slots=True)
class Bullet:
    """`· …`: lines for one goal."""

    body: Proof


@dataclass(frozen=True, slots=True)
class Open:
    """A place for tactics that close the goal. Where a way is tried, the one of `tried` with its
    number stands for it, if there are any: with less in the context, so that a tactic proves no
    more than that of Mathlib would.
    """

    place: int
    ways: tuple[Proof, ...]
    tried: tuple[Proof, ...] = ()


Node: TypeAlias = Line | Block | Bullet | Open
Proof: TypeAlias = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The places for terms in lines: the ways to write each."""

    ways: Mapping[int, tuple[str, ...]]

    def text(self, line: str, chosen: Mapping[int, int] | None) -> str:
        """A line with its places filled."""
        return _PLACE.sub(lambda match: self._filled(int(match[1]), chosen), line)

    def _filled(self, place: int, chosen: Mapping[int, int] | None) -> str:
        ways = self.ways[place]
        if chosen is not None:
            return self.text(ways[min(chosen.get(place, 0), len(ways) - 1)], chosen)
        tried = " | ".join(
            f'({self.text(_tactic(way), None)}; trace "{MARK}:{place}:{number}")'
            for number, way in enumerate(ways)
        )
        return f"(by first | {tried})"


def _tactic(term: str) -> str:
    """A term as a tactic that closes the goal."""
    if term.startswith("(by ") and term.endswith(")") and ascribed(term)[1] is None:
        return term[4:-1]
    return term[3:] if term.startswith("by ") else f"exact {term}"


def has_places(proof: Sequence[Node]) -> bool:
    """Whether there is anything to choose in a proof."""
    for node in proof:
        match node:
            case Line(text):
                if _PLACE.search(text):
                    return True
            case Block(head, body):
                if _PLACE.search(head) or has_places(body):
                    return True
            case Bullet(body):
                if has_places(body):
                    return True
            case Open():
                return True
    return False


def lines(
    proof: Sequence[Node], terms: Terms, chosen: Mapping[int, int] | None, indent: str
) -> Iterator[str]:
    """The lines of a proof. With `chosen` as None every way is tried."""
    yield from _lines(proof, terms, chosen, indent, indent)


def _lines(
    proof: Sequence[Node],
    terms: Terms,
    chosen: Mapping[int, int] | None,
    first: str,
    rest: str,
) -> Iterator[str]:
    width = None if chosen is None else WIDTH
    for node in proof:
        match node:
            case Line(text):
                yield from wrapped(first + terms.text(text, chosen), len(rest) + 4, width)
            case Block(head, body):
                yield from wrapped(first + terms.text(head, chosen), len(rest) + 4, width)
                yield from _lines(body, terms, chosen, rest + "  ", rest + "  ")
            case Bullet(body):
                yield from _lines(body, terms, chosen, f"{first}· ", f"{rest}  ")
            case Open(place, ways, tried):
                if chosen is not None:
                    way = ways[min(chosen.get(place, 0), len(ways) - 1)]
                    yield from _lines(way, terms, chosen, first, rest)
                else:
                    yield f"{first}first"
                    for number, way in enumerate(tried or ways):
                        attempt = (
                            *way,
                            Line("done"),
                            Line(f'trace "{MARK}:{place}:{number}"'),
                        )
                        yield from _lines(attempt, terms, chosen, f"{rest}| ", f"{rest}  ")
        first = rest
