"""Arc sine, arc cosine and arc tangent: the principal values."""

from __future__ import annotations

import math
from fractions import Fraction

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import (
    OutsideDomain,
    Undecided,
    Value,
    combine,
    negate,
    sign,
    to_interval,
)
from shomei.operations.absences import (
    EVERYWHERE,
    IRRATIONAL,
    NEITHER_PARITY,
    UNLISTED,
)
from shomei.operations.operation import (
    Arguments,
    Continuity,
    LeanForm,
    Need,
    Notation,
    Operation,
    Slope,
)
from shomei.operations.values import ONE as ONE_EXACTLY
from shomei.operations.values import ZERO as ZERO_EXACTLY
from shomei.operations.values import one
from shomei.terms.literals import ONE, TWO
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Power, Relation


def _between_minus_one_and_one(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    [a] = arguments
    why = "the argument of an inverse sine or cosine"
    return (Need(Relation("<=", Negation(ONE), a), why), Need(Relation("<=", a, ONE), why))


def _not_at_the_ends(u: Expression) -> tuple[Relation, ...]:
    return (Relation("!=", u, Negation(ONE)), Relation("!=", u, ONE))


def _leg(u: Expression) -> Expression:
    """√(1 - u²)."""
    return Apply("sqrt", (Binary("-", ONE, Power(u, TWO)),))


# --------------------------------------------------------------------------------------------------
# Values


def _half_pi(bits: int) -> Interval:
    return iv.divide(iv.pi(bits + 8), iv.of_fraction(Fraction(2), bits), bits + 8)


def _beyond_one(x: Value, name: str, bits: int) -> int:
    """Where |x| lies: 1 inside the domain, 0 at its ends. Raises like an operation's value."""
    size = abs(x) if not isinstance(x, Interval) else iv.absolute(x)
    outside = sign(combine("-", ONE_EXACTLY, size, bits))
    if outside is None:
        raise Undecided
    if outside < 0:
        raise OutsideDomain(f"the argument of {name}", 0, x)
    return outside


def _arc(x: Value, inside: int, bits: int) -> Value:
    """The arc sine of a number `inside` the domain, or at an end of it."""
    if inside == 0:
        return _half_pi(bits) if sign(x) == 1 else negate(_half_pi(bits))
    if not isinstance(x, Interval) and not x:
        return ZERO_EXACTLY
    wide = to_interval(x, bits + 16)
    square = iv.multiply(wide, wide, bits + 16)
    cosine = iv.sqrt(iv.subtract(one(bits), square, bits + 16), bits + 16)
    if iv.sign(cosine) != 1:
        raise Undecided
    return iv.arctan(iv.divide(wide, cosine, bits + 8), bits)


def _arcsin_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return _arc(x, _beyond_one(x, "arcsin", bits), bits)


def _arccos_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    inside = _beyond_one(x, "arccos", bits)
    if inside == 0 and sign(x) == 1:
        return ZERO_EXACTLY
    return combine("-", _half_pi(bits), _arc(x, inside, bits), bits)


def _arctan_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return iv.arctan(to_interval(x, bits + 8), bits)


# --------------------------------------------------------------------------------------------------
# The records

_UNCONTINUED = "Shomei.tendsto_arcsin and _arccos are there; the search does not use them yet"

ARCSIN = Operation(
    name="arcsin",
    sympy="asin",
    notation=Notation("\\arcsin", read=("arcsin", "asin"), bare=("arcsin",)),
    words={"en": "the inverse sine", "ja": "逆正弦"},
    lean=LeanForm("Real.arcsin"),
    needs=_between_minus_one_and_one,
    inverse=lambda _arguments, _position, value: (Apply("sin", (value,)),),
    derivative=Slope(
        "Shomei.hasDerivAt_arcsin", lambda u, du: Binary("/", du, _leg(u)), _not_at_the_ends
    ),
    exact=lambda values: ZERO_EXACTLY if values[0] == 0 else None,
    approximate=math.asin,
    value=_arcsin_value,
    absent={
        "respelled": "Lean has it",
        "signs": UNLISTED,
        "bounds": IRRATIONAL,
        "parity": "it is odd; no proof so far has called for it",
        "monotonicity": UNLISTED,
        "continuity": _UNCONTINUED,
        "ends": "it ends at -1 and 1",
        "limits": UNLISTED,
        "laws": UNLISTED,
    },
)

ARCCOS = Operation(
    name="arccos",
    sympy="acos",
    notation=Notation("\\arccos", read=("arccos", "acos"), bare=("arccos",)),
    words={"en": "the inverse cosine", "ja": "逆余弦"},
    lean=LeanForm("Real.arccos"),
    needs=_between_minus_one_and_one,
    inverse=lambda _arguments, _position, value: (Apply("cos", (value,)),),
    derivative=Slope(
        "Shomei.hasDerivAt_arccos",
        lambda u, du: Binary("/", Negation(du), _leg(u)),
        _not_at_the_ends,
    ),
    exact=lambda values: ZERO_EXACTLY if values[0] == 1 else None,
    approximate=math.acos,
    value=_arccos_value,
    absent={
        "respelled": "Lean has it",
        "signs": UNLISTED,
        "bounds": IRRATIONAL,
        "parity": NEITHER_PARITY,
        "monotonicity": "it falls",
        "continuity": _UNCONTINUED,
        "ends": "it ends at -1 and 1",
        "limits": UNLISTED,
        "laws": UNLISTED,
    },
)

ARCTAN = Operation(
    name="arctan",
    sympy="atan",
    notation=Notation("\\arctan", read=("arctan", "atan"), bare=("arctan",)),
    words={"en": "the inverse tangent", "ja": "逆正接"},
    lean=LeanForm("Real.arctan"),
    inverse=lambda _arguments, _position, value: (Apply("tan", (value,)),),
    derivative=Slope(
        "Shomei.hasDerivAt_arctan",
        lambda u, du: Binary("/", du, Binary("+", ONE, Power(u, TWO))),
    ),
    continuity=Continuity("Shomei.tendsto_arctan"),
    exact=lambda values: ZERO_EXACTLY if values[0] == 0 else None,
    approximate=math.atan,
    value=_arctan_value,
    absent={
        "respelled": "Lean has it",
        "needs": EVERYWHERE,
        "signs": UNLISTED,
        "bounds": IRRATIONAL,
        "parity": "it is odd; no proof so far has called for it",
        "monotonicity": UNLISTED,
        "ends": "it goes to half of π; the interface has no lemma that says so",
        "limits": UNLISTED,
        "laws": UNLISTED,
    },
)

OPERATIONS = (ARCSIN, ARCCOS, ARCTAN)
