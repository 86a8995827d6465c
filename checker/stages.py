"""What the driver needs of the stages around it. It is written, and tested, against these and not against any stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from obligations.model import Assumption, Obligation, Plan
from parser.ast import Document, Statement


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


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages before Lean.

    `read` may raise `InputProblem`. `refute` looks for numbers against a step, `contradiction` for a reason that the hypotheses in force exclude each other;
    both keep to the seconds that they are given. `show` prints a statement in the source's notation.
    """

    read: Callable[[Path], Document]
    build: Callable[[Document], Plan]
    emit: Callable[[Obligation], Emission]
    refute: Callable[[Obligation, float], Refutation | None]
    contradiction: Callable[[Assumption, float], Refutation | None]
    show: Callable[[Statement], str]
