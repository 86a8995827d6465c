"""What a proof is written with: numbered places that have several ways to be filled, and the facts
that are known at a point of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shomei.handover.tree import Open, Proof, Terms


@dataclass(slots=True)
class Writer:
    """Numbers the open places of a file."""

    terms: dict[int, tuple[str, ...]] = field(default_factory=dict)
    count: int = 0

    def term(self, *ways: str) -> str:
        """A place for a term, to be written in the best of these ways."""
        self.count += 1
        self.terms[self.count] = tuple(dict.fromkeys(ways))
        return f"⟦{self.count}⟧"

    def tactics(self, ways: Sequence[Proof], tried: Sequence[Proof] = ()) -> Proof:
        """A place for tactics."""
        self.count += 1
        return (Open(self.count, tuple(ways), tuple(tried)),)

    def finished(self) -> Terms:
        """The places for terms."""
        return Terms(self.terms)


@dataclass(frozen=True, slots=True)
class Fact:
    """A hypothesis or a step of the proof, by its name; its statement where the text says it."""

    name: str
    statement: str | None
