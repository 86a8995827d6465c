"""The interface of the stages. The driver is written and tested against it, not against any
particular stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from shomei.emitter.model import ClaimKind, Emission
from shomei.numbers.model import Refutation
from shomei.obligations.model import Assumption, Context, Obligation, Plan
from shomei.parser.ast import Document
from shomei.terms.diagnostics import Diagnostic
from shomei.terms.nodes import Statement
from shomei.verdicts.model import Text
from shomei.verdicts.reasons import IsUsed


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages before Lean.

    `read` may raise `InputProblem`. `emit` returns emissions by obligation id. `audit` lets through
    the emissions whose theorems state what the obligations ask for. `refute` looks for numbers
    against a step, `vacuous` asks whether what a step assumes excludes itself, `contradiction`
    whether the hypotheses in force do, `possible` looks for numbers that satisfy a context, and
    `advise` for hints on a step that is not verified; all five keep to the given seconds.
    `symbolic` returns what sympy decided about a step that was tried. `remarks` comments on the
    reasons of a derivation, `is_used` decides whether a proof used one, and `show` prints a
    statement in the notation of the source.
    """

    read: Callable[[Path | Text], Document]
    build: Callable[[Document], Plan]
    emit: Callable[[Plan], Mapping[str, Emission]]
    audit: Callable[[Plan, Mapping[str, Emission]], Mapping[str, Emission]]
    refute: Callable[[Obligation, float], Refutation | None]
    vacuous: Callable[[Obligation, float], Refutation | None]
    symbolic: Callable[[Obligation], tuple[str, ...]]
    contradiction: Callable[[Assumption, float], Refutation | None]
    possible: Callable[[Context, float], bool]
    advise: Callable[[Obligation, Refutation | ClaimKind, float], tuple[str, ...]]
    remarks: Callable[[Document, Plan], tuple[Diagnostic, ...]]
    is_used: IsUsed
    show: Callable[[Statement], str]
