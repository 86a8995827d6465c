"""Assembles theorems into a body for Lean, and assigns Lean's messages to the theorems they are
about. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shomei.lean.backend import LeanMessage, LeanRun


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of a body, with its first and last line (1-based). `asked`: its verdict is
    wanted, not only its declaration.
    """

    name: str
    first: int
    last: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Body:
    """Lean commands, and the position of each theorem in them."""

    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PartResult:
    """Lean's answer on one theorem: no complaint (`passed`), or the complaint."""

    passed: bool
    complaint: str = ""


def assemble(texts: Sequence[tuple[str, str, bool]]) -> Body:
    """The body of (name, text, asked) in order, with a blank line between them."""
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
    """The result of each part, by name. None if the run did not finish, since silence then means
    nothing.

    A warning counts as a complaint. A message outside the lines of every part counts against all of
    them, since any of them may be affected.
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
