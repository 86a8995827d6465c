"""What the emitter gives: Lean theorems, by what they prove for a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Theorem:
    """A Lean theorem as it is given to Lean. `requires` names the theorems that its text cites and that must stand before it.

    `how` tells a reader which rule or formula the proof uses.
    """

    name: str
    text: str
    how: str = ""
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing to prove for a step: its statement, that the expressions `about` are defined, or that its limits exist.

    Any one of `alternatives` will do; all bear one name and state the same, the first is the one a reader would like best.
    """

    kind: Literal["statement", "defined", "exists"]
    about: str
    alternatives: tuple[Theorem, ...]


@dataclass(frozen=True, slots=True)
class Emission:
    """All that must be proved for one obligation. `problem` says why it cannot be stated in Lean at all."""

    claims: tuple[Claim, ...]
    problem: str | None = None
