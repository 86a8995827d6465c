"""The result of the numbers: why a step, or a set of hypotheses, cannot be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shomei.numbers.point import Scope
from shomei.obligations.model import Condition
from shomei.terms.curves import Curve


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a step cannot be right. `values`: the variables at the counterexample; `left`, `right`:
    the values of its sides there; `condition`: the condition of definedness that fails there;
    `symbolic`: what sympy decided on the way to it; `scope`: the counterexample as a point, where
    it is one of numbers; `curve`: the sides around it.
    """

    kind: Literal["false", "undefined", "contradiction"]
    message: str
    values: tuple[tuple[str, str], ...] = ()
    left: str | None = None
    right: str | None = None
    condition: Condition | None = None
    symbolic: tuple[str, ...] = ()
    scope: Scope | None = None
    curve: Curve | None = None
