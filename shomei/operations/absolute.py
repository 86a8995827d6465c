"""The absolute value."""

from __future__ import annotations

from fractions import Fraction

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Value
from shomei.operations.absences import EVERYWHERE, UNLISTED
from shomei.operations.operation import (
    Binding,
    Bounds,
    Continuity,
    LeanForm,
    Notation,
    Operation,
    Parity,
    SignRule,
    Slope,
)
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Apply, Binary, Negation, Relation


def _value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return abs(x) if not isinstance(x, Interval) else iv.absolute(x)


ABS = Operation(
    name="abs",
    sympy="Abs",
    notation=Notation(
        pattern="\\left| {0} \\right|", binding=Binding.ATOM, raised=True, juxtaposed=False
    ),
    words={"en": "the absolute value", "ja": "絶対値"},
    lean=LeanForm("abs", arguments="typed"),
    signs=lambda arguments: (
        SignRule(">=", "(abs_nonneg _)"),
        SignRule(">", "(abs_pos.mpr {1})", (Relation("!=", arguments[0], ZERO),), iff=True),
        SignRule("!=", "", (Relation("!=", arguments[0], ZERO),), iff=True),
    ),
    bounds=Bounds(lower=Fraction(0)),
    parity=Parity("even", "abs_neg"),
    inverse=lambda _arguments, _position, value: (value, Negation(value)),
    derivative=Slope(
        "Shomei.hasDerivAt_abs",
        lambda u, du: Binary("/", Binary("*", u, du), Apply("abs", (u,))),
        lambda u: (Relation("!=", u, ZERO),),
    ),
    continuity=Continuity("Shomei.tendsto_abs"),
    approximate=abs,
    value=_value,
    laws="absolute",
    absent={
        "respelled": "the rules are written for it",
        "needs": EVERYWHERE,
        "monotonicity": "it falls up to 0 and grows from there",
        "ends": UNLISTED,
        "limits": UNLISTED,
        "exact": "it is exact wherever its argument is",
    },
)

OPERATIONS = (ABS,)
