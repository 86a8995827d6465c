"""Sine, cosine, tangent and their reciprocals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Value, to_interval
from shomei.operations.absences import (
    ALL_VALUES,
    EVERYWHERE,
    RESPELLED,
    UNLISTED,
    UP_AND_DOWN,
)
from shomei.operations.operation import (
    Arguments,
    Bounds,
    Continuity,
    KnownLimit,
    LeanForm,
    Need,
    Notation,
    Operation,
    Parity,
    SignRule,
    Slope,
)
from shomei.operations.values import ONE as ONE_EXACTLY
from shomei.operations.values import ZERO as ZERO_EXACTLY
from shomei.operations.values import one, quotient
from shomei.terms.literals import ONE, TWO, ZERO
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.walk import free_variables

_T = Variable("t")
_PERIODIC: Final = "it comes back to each of its values as its argument grows"


def _sine(u: Expression) -> Expression:
    return Apply("sin", (u,))


def _cosine(u: Expression) -> Expression:
    return Apply("cos", (u,))


def _zero_at_zero(values: Sequence[object]) -> Fraction | None:
    return ZERO_EXACTLY if values[0] == 0 else None


_PI = Constant("pi")
_HALF_PI = Binary("/", _PI, TWO)


def _signs_of_sine(arguments: Arguments) -> tuple[SignRule, ...]:
    """Positive between 0 and π, negative between -π and 0, and not negative up to 0 and π."""
    u = arguments[0]
    if not free_variables(u):  # its bounds are simpler
        return ()
    return (
        SignRule(
            ">",
            "(Real.sin_pos_of_pos_of_lt_pi {1} {2})",
            (Relation(">", u, ZERO), Relation("<", u, _PI)),
        ),
        SignRule(
            ">=",
            "(Real.sin_nonneg_of_nonneg_of_le_pi {1} {2})",
            (Relation(">=", u, ZERO), Relation("<=", u, _PI)),
        ),
        SignRule(
            "<",
            "(Real.sin_neg_of_neg_of_neg_pi_lt {1} {2})",
            (Relation("<", u, ZERO), Relation("<", Negation(_PI), u)),
        ),
    )


def _signs_of_cosine(arguments: Arguments) -> tuple[SignRule, ...]:
    """Positive between -π/2 and π/2, negative from there to 3π/2."""
    u = arguments[0]
    if not free_variables(u):  # its bounds are simpler
        return ()
    return (
        SignRule(
            ">",
            "(Shomei.cos_pos {1} {2})",
            (Relation("<", Negation(u), _HALF_PI), Relation("<", u, _HALF_PI)),
        ),
        SignRule(
            ">=",
            "(Real.cos_nonneg_of_neg_pi_div_two_le_of_le {1} {2})",
            (Relation("<=", Negation(_HALF_PI), u), Relation("<=", u, _HALF_PI)),
        ),
        SignRule(
            "<",
            "(Real.cos_neg_of_pi_div_two_lt_of_lt {1} {2})",
            (Relation("<", _HALF_PI, u), Relation("<", u, Binary("+", _PI, _HALF_PI))),
        ),
    )


def _signs_of_tangent(arguments: Arguments) -> tuple[SignRule, ...]:
    """Positive between 0 and π/2."""
    u = arguments[0]
    if not free_variables(u):  # its bounds are simpler
        return ()
    return (
        SignRule(
            ">", "(Shomei.tan_pos {1} {2})", (Relation(">", u, ZERO), Relation("<", u, _HALF_PI))
        ),
    )


def _one_at_zero(values: Sequence[object]) -> Fraction | None:
    return ONE_EXACTLY if values[0] == 0 else None


# --------------------------------------------------------------------------------------------------
# Values


def _wide(x: Value, bits: int) -> Interval:
    return to_interval(x, bits + 8)


def _sin_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return iv.sin(_wide(x, bits), bits)


def _cos_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return iv.cos(_wide(x, bits), bits)


def _tan_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    angle = _wide(x, bits)
    return quotient(iv.sin(angle, bits + 8), iv.cos(angle, bits + 8), bits)


def _sec_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return quotient(one(bits), iv.cos(_wide(x, bits), bits + 8), bits)


def _cot_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    _refuse_zero(x, "the sine in a cotangent")
    angle = _wide(x, bits)
    return quotient(iv.cos(angle, bits + 8), iv.sin(angle, bits + 8), bits)


def _csc_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    _refuse_zero(x, "the sine in a cosecant")
    return quotient(one(bits), iv.sin(_wide(x, bits), bits + 8), bits)


def _refuse_zero(x: Value, why: str) -> None:
    if not isinstance(x, Interval) and not x:
        raise OutsideDomain(why, None, ZERO_EXACTLY)


# --------------------------------------------------------------------------------------------------
# Needs


def _cosine_is_not_zero(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    condition = Relation("!=", _cosine(arguments[0]), ZERO)
    return (Need(condition, "a tangent or secant's cosine"),)


def _sine_is_not_zero(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    condition = Relation("!=", _sine(arguments[0]), ZERO)
    return (Need(condition, "a cotangent or cosecant's sine"),)


# --------------------------------------------------------------------------------------------------
# The records

SIN = Operation(
    name="sin",
    sympy="sin",
    notation=Notation("\\sin", read=("sin",), bare=("sin",)),
    words={"en": "the sine", "ja": "正弦"},
    lean=LeanForm("Real.sin"),
    bounds=Bounds(
        Fraction(-1),
        Fraction(1),
        lower_lemma="Real.neg_one_le_sin",
        upper_lemma="Real.sin_le_one",
    ),
    signs=_signs_of_sine,
    parity=Parity("odd", "Real.sin_neg"),
    inverse=lambda _arguments, _position, value: (Apply("arcsin", (value,)),),
    derivative=Slope("Shomei.hasDerivAt_sin", lambda u, du: Binary("*", _cosine(u), du)),
    continuity=Continuity("Shomei.tendsto_sin"),
    limits=(KnownLimit(Binary("/", _sine(_T), _T), ZERO, ONE, "Shomei.tendsto_sin_div"),),
    exact=_zero_at_zero,
    approximate=math.sin,
    value=_sin_value,
    angle=True,
    laws="trigonometric",
    absent={
        "respelled": "the rules are written for it",
        "needs": EVERYWHERE,
        "monotonicity": UP_AND_DOWN,
        "ends": _PERIODIC,
    },
)

_ONE_LESS_COSINE = Binary("-", ONE, _cosine(_T))

COS = Operation(
    name="cos",
    sympy="cos",
    notation=Notation("\\cos", read=("cos",), bare=("cos",)),
    words={"en": "the cosine", "ja": "余弦"},
    lean=LeanForm("Real.cos"),
    bounds=Bounds(
        Fraction(-1),
        Fraction(1),
        lower_lemma="Real.neg_one_le_cos",
        upper_lemma="Real.cos_le_one",
    ),
    signs=_signs_of_cosine,
    parity=Parity("even", "Real.cos_neg"),
    inverse=lambda _arguments, _position, value: (Apply("arccos", (value,)),),
    derivative=Slope("Shomei.hasDerivAt_cos", lambda u, du: Binary("*", Negation(_sine(u)), du)),
    continuity=Continuity("Shomei.tendsto_cos"),
    limits=(
        KnownLimit(
            Binary("/", _ONE_LESS_COSINE, Power(_T, TWO)),
            ZERO,
            Number(Fraction(1, 2)),
            "Shomei.tendsto_one_sub_cos_div_sq",
        ),
        KnownLimit(Binary("/", _ONE_LESS_COSINE, _T), ZERO, ZERO, "Shomei.tendsto_one_sub_cos_div"),
    ),
    exact=_one_at_zero,
    approximate=math.cos,
    value=_cos_value,
    angle=True,
    laws="trigonometric",
    absent={
        "respelled": "the rules are written for it",
        "needs": EVERYWHERE,
        "monotonicity": UP_AND_DOWN,
        "ends": _PERIODIC,
    },
)

TAN = Operation(
    name="tan",
    sympy="tan",
    notation=Notation("\\tan", read=("tan", "tg"), bare=("tan",)),
    words={"en": "the tangent", "ja": "正接"},
    lean=LeanForm("Real.tan"),
    needs=_cosine_is_not_zero,
    signs=_signs_of_tangent,
    parity=Parity("odd", "Real.tan_neg"),
    inverse=lambda _arguments, _position, value: (Apply("arctan", (value,)),),
    derivative=Slope(
        "Shomei.hasDerivAt_tan",
        lambda u, du: Binary("/", du, Power(_cosine(u), TWO)),
        lambda u: (Relation("!=", _cosine(u), ZERO),),
    ),
    continuity=Continuity("Shomei.tendsto_tan", lambda u: (Relation("!=", _cosine(u), ZERO),)),
    exact=_zero_at_zero,
    approximate=math.tan,
    value=_tan_value,
    angle=True,
    laws="trigonometric",
    absent={
        "respelled": "Lean has it, and a rule says what it is",
        "bounds": ALL_VALUES,
        "monotonicity": "it grows between its poles only",
        "ends": _PERIODIC,
        "limits": UNLISTED,
    },
)

COT = Operation(
    name="cot",
    notation=Notation("\\cot", read=("cot", "ctg")),
    words={"en": "the cotangent", "ja": "余接"},
    lean=LeanForm(),
    respelled=lambda arguments: Binary("/", _cosine(arguments[0]), _sine(arguments[0])),
    needs=_sine_is_not_zero,
    approximate=lambda x: 1 / math.tan(x),
    value=_cot_value,
    angle=True,
    absent={
        **RESPELLED,
        "lean": "Lean is given the quotient",
        "bounds": ALL_VALUES,
        "inverse": UNLISTED,
        "exact": "it is not defined at 0, and elsewhere its values at fractions are irrational",
    },
)

SEC = Operation(
    name="sec",
    notation=Notation("\\sec", read=("sec",)),
    words={"en": "the secant", "ja": "正割"},
    lean=LeanForm(),
    respelled=lambda arguments: Binary("/", ONE, _cosine(arguments[0])),
    needs=_cosine_is_not_zero,
    exact=_one_at_zero,
    approximate=lambda x: 1 / math.cos(x),
    value=_sec_value,
    angle=True,
    absent={
        **RESPELLED,
        "lean": "Mathlib has no secant",
        "bounds": "its values have neither a least nor a greatest",
        "inverse": UNLISTED,
    },
)

CSC = Operation(
    name="csc",
    notation=Notation("\\csc", read=("csc", "cosec")),
    words={"en": "the cosecant", "ja": "余割"},
    lean=LeanForm(),
    respelled=lambda arguments: Binary("/", ONE, _sine(arguments[0])),
    needs=_sine_is_not_zero,
    approximate=lambda x: 1 / math.sin(x),
    value=_csc_value,
    angle=True,
    absent={
        **RESPELLED,
        "lean": "Mathlib has no cosecant",
        "bounds": "its values have neither a least nor a greatest",
        "inverse": UNLISTED,
        "exact": "it is not defined at 0, and elsewhere its values at fractions are irrational",
    },
)

OPERATIONS = (SIN, COS, TAN, COT, SEC, CSC)
