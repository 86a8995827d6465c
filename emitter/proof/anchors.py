"""Points from which a function is followed upwards or downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from shomei.emitter.proof.justification import is_certain
from shomei.emitter.proof.setting import Setting
from shomei.terms.nodes import Expression, Variable
from shomei.terms.walk import free_variables

CLOSE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number at which the term is known, on the `side` of the variable that is named here: the
    variable is to the right of it, or to the left. `proof` shows it, strictly or not.
    """

    at: Expression
    side: Literal["right", "left"]
    proof: str
    strict: bool


def anchors(variable: str, setting: Setting) -> Iterator[Anchor]:
    """The bounds of a variable that the hypotheses state, as anchors."""
    for known in setting.known:
        left, operator, right = known.relation.left, known.relation.operator, known.relation.right
        for one, other, above in ((left, right, ">"), (right, left, "<")):
            if one != Variable(variable) or variable in free_variables(other):
                continue
            if operator in (above, f"{above}="):
                yield Anchor(other, "right", known.name, operator == above)
            elif operator in ("<", ">", "<=", ">="):
                yield Anchor(other, "left", known.name, len(operator) == 1)


def surely(proof: str) -> bool:
    """Whether a proof term leaves no guess to `grind`."""
    return is_certain(proof) and "times1" not in proof and "first |" not in proof
