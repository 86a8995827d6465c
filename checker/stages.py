"""What the driver needs of the stages around it. It is written, and tested, against these and not against any stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from emitter.model import Emission
from obligations.model import Assumption, Obligation, Plan
from parser.ast import Document, Statement


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

    `read` may raise `InputProblem`. `emit` answers by the obligations' ids. `audit` lets through the emissions whose theorems say what the obligations ask for.
    `refute` looks for numbers against a step, `contradiction` for a reason that the hypotheses in force exclude each other, `suggest` for hypotheses under
    which a step would hold; all three keep to the seconds that they are given. `show` prints a statement in the source's notation.
    """

    read: Callable[[Path], Document]
    build: Callable[[Document], Plan]
    emit: Callable[[Plan], Mapping[str, Emission]]
    audit: Callable[[Plan, Mapping[str, Emission]], Mapping[str, Emission]]
    refute: Callable[[Obligation, float], Refutation | None]
    contradiction: Callable[[Assumption, float], Refutation | None]
    suggest: Callable[[Obligation, float], tuple[Statement, ...]]
    show: Callable[[Statement], str]
