"""What the driver needs of the stages around it. It is written, and tested, against these and not against any stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from obligations.model import Obligation
from parser.ast import Document, Span, Statement


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
    """One thing to prove for a step: its statement, or that the expression `about` is defined. Any one of `alternatives` will do; all bear one name."""

    kind: Literal["statement", "defined"]
    about: str
    alternatives: tuple[Theorem, ...]


@dataclass(frozen=True, slots=True)
class Emission:
    """All that must be proved for one obligation."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refutation:
    """Numbers for which a step fails. `left` and `right` are its sides' values there."""

    kind: Literal["false", "undefined", "contradiction"]
    message: str
    values: tuple[tuple[str, str], ...] = ()
    left: str | None = None
    right: str | None = None


class PlanNotice(Protocol):
    """What is not checked, and why."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...

    @property
    def message(self) -> str:
        """Why it is not checked."""
        ...


class Plan(Protocol):
    """What must be proved."""

    @property
    def obligations(self) -> Sequence[Obligation]:
        """Each after those that it may use."""
        ...

    @property
    def notices(self) -> Sequence[PlanNotice]:
        """What is left out."""
        ...


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages before Lean. `read` may raise `InputProblem`; `refute` keeps to the seconds that it is given."""

    read: Callable[[Path], Document]
    build: Callable[[Document], Plan]
    emit: Callable[[Obligation], Emission]
    refute: Callable[[Obligation, float], Refutation | None]
    show: Callable[[Statement], str]
