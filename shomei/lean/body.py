"""Theorems put together into a body for Lean, and Lean's messages given back to the theorems that
they are about. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shomei.lean.backend import LeanMessage, LeanRun


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of a body: its name, and its first and last line (1-based) there. `asked`: its
    verdict is wanted, not only its declaration.
    """

    name: str
    first: int
    last: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Body:
    """Lean commands, and where in them each theorem stands."""

    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PartResult:
    """What Lean said about one theorem: nothing that it minds (`passed`), or its complaint."""

    passed: bool
    complaint: str = ""


def assemble(texts: Sequence[tuple[str, str, bool]]) -> Body:
    """(name, text, asked) in order, a blank line between each."""
    parts: list[Part] = []
    pieces: list[str] = []
    line = 1
    for name, text, asked in texts:
        piece = text.strip("\n")
        last = line + piece.count("\n")
        parts.append(Part(name, line, last, asked))
        pieces.append(piece + "\n")
        line = last + 2
    return Body("\n".join(pieces), tuple(parts))


def attribute(body: Body, run: LeanRun) -> Mapping[str, PartResult] | None:
    """Each part's result, by name; None where the run did not come to its end, since then silence
    says nothing.

    A warning counts as a complaint. A message that is on no part's lines is held against every
    part: nothing is known to be untouched by it.
    """
    if not run.complete:
        return None
    complaints: dict[str, list[str]] = {part.name: [] for part in body.parts}
    for message in run.messages:
        if message.severity != "information":
            for part in _meant(body, message):
                complaints[part.name].append(message.text)
    return {name: PartResult(not texts, "\n".join(texts)) for name, texts in complaints.items()}


def _meant(body: Body, message: LeanMessage) -> Sequence[Part]:
    hit = [part for part in body.parts if part.first <= message.line <= part.last]
    return hit or body.parts
