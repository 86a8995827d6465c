"""Hyperbolic sine, cosine, tangent and secant, and the inverse of the hyperbolic sine."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import Value, to_interval
from shomei.operations.absences import ALL_VALUES, BOTH_SIGNS, EVERYWHERE, RESPELLED, UNLISTED
from shomei.operations.operation import (
    Arguments,
    Bounds,
    Continuity,
    LeanForm,
    Monotonicity,
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
from shomei.terms.nodes import Apply, Binary, Expression, Power, Relation

_RESPELLED = "Lean has it, and a rule says what it is"


def _sinh(u: Expression) -> Expression:
    return Apply("sinh", (u,))


def _cosh(u: Expression) -> Expression:
    return Apply("cosh", (u,))


def _from_exponentials(
    x: Value, bits: int, combined: Callable[[Interval, Interval, int], Interval]
) -> Interval:
    """The `combined` value of e^x, e^-x and a precision; the caller rounds."""
    argument = to_interval(x, bits + 8)
    # near 0 the difference of the two exponentials loses as many bits as x has leading zeros
    work = bits + 16 + max(0, min(4 * bits, -iv.size_order(argument)))
    return combined(iv.exp(argument, work), iv.exp(iv.negate(argument), work), work)


def _half(value: Interval, work: int, bits: int) -> Interval:
    return iv.multiply(value, iv.of_fraction(Fraction(1, 2), work), bits)


def _sinh_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return _from_exponentials(x, bits, lambda up, down, w: _half(iv.subtract(up, down, w), w, bits))


def _cosh_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return _from_exponentials(x, bits, lambda up, down, w: _half(iv.add(up, down, w), w, bits))


def _tanh_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return _from_exponentials(
        x, bits, lambda up, down, w: iv.divide(iv.subtract(up, down, w), iv.add(up, down, w), bits)
    )


def _sech_value(x: Value, *, bits: int, boxes: bool) -> Value:
    return quotient(one(bits), to_interval(_cosh_value(x, bits=bits + 8, boxes=boxes), bits), bits)


def _arsinh_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return iv.arsinh(to_interval(x, bits + 8), bits)


SINH = Operation(
    name="sinh",
    sympy="sinh",
    notation=Notation("\\sinh", read=("sinh",), bare=("sinh",)),
    words={"en": "the hyperbolic sine", "ja": "双曲線正弦"},
    lean=LeanForm("Real.sinh"),
    parity=Parity("odd", "Real.sinh_neg"),
    inverse=lambda _arguments, _position, value: (Apply("arsinh", (value,)),),
    derivative=Slope("Shomei.hasDerivAt_sinh", lambda u, du: Binary("*", _cosh(u), du)),
    continuity=Continuity("Shomei.tendsto_sinh"),
    exact=lambda values: ZERO_EXACTLY if values[0] == 0 else None,
    approximate=math.sinh,
    value=_sinh_value,
    laws="hyperbolic",
    absent={
        "respelled": _RESPELLED,
        "needs": EVERYWHERE,
        "signs": BOTH_SIGNS,
        "bounds": ALL_VALUES,
        "monotonicity": UNLISTED,
        "ends": UNLISTED,
        "limits": UNLISTED,
    },
)

COSH = Operation(
    name="cosh",
    sympy="cosh",
    notation=Notation("\\cosh", read=("cosh",), bare=("cosh",)),
    words={"en": "the hyperbolic cosine", "ja": "双曲線余弦"},
    lean=LeanForm("Real.cosh"),
    signs=lambda _: (SignRule(">", "(Real.cosh_pos {x})"),),
    bounds=Bounds(lower=Fraction(1)),
    parity=Parity("even", "Real.cosh_neg"),
    derivative=Slope("Shomei.hasDerivAt_cosh", lambda u, du: Binary("*", _sinh(u), du)),
    continuity=Continuity("Shomei.tendsto_cosh"),
    exact=lambda values: ONE_EXACTLY if values[0] == 0 else None,
    approximate=math.cosh,
    value=_cosh_value,
    laws="hyperbolic",
    absent={
        "respelled": _RESPELLED,
        "needs": EVERYWHERE,
        "monotonicity": "it falls up to 0 and grows from there",
        "inverse": UNLISTED,
        "ends": UNLISTED,
        "limits": UNLISTED,
    },
)

TANH = Operation(
    name="tanh",
    sympy="tanh",
    notation=Notation("\\tanh", read=("tanh",), bare=("tanh",)),
    words={"en": "the hyperbolic tangent", "ja": "双曲線正接"},
    lean=LeanForm("Real.tanh"),
    bounds=Bounds(Fraction(-1), Fraction(1), lower_open=True, upper_open=True),
    parity=Parity("odd", "Real.tanh_neg"),
    derivative=Slope("Shomei.hasDerivAt_tanh", lambda u, du: Binary("/", du, Power(_cosh(u), TWO))),
    continuity=Continuity("Shomei.tendsto_tanh"),
    exact=lambda values: ZERO_EXACTLY if values[0] == 0 else None,
    approximate=math.tanh,
    value=_tanh_value,
    laws="hyperbolic",
    absent={
        "respelled": _RESPELLED,
        "needs": EVERYWHERE,
        "signs": BOTH_SIGNS,
        "monotonicity": UNLISTED,
        "inverse": UNLISTED,
        "ends": UNLISTED,
        "limits": UNLISTED,
    },
)

SECH = Operation(
    name="sech",
    notation=Notation("\\operatorname{sech}", read=("sech",)),
    words={"en": "the hyperbolic secant", "ja": "双曲線正割"},
    lean=LeanForm(),
    respelled=lambda arguments: Binary("/", ONE, _cosh(arguments[0])),
    signs=lambda _: (SignRule(">", ""),),
    bounds=Bounds(Fraction(0), Fraction(1), lower_open=True),
    exact=lambda values: ONE_EXACTLY if values[0] == 0 else None,
    approximate=lambda x: 1 / math.cosh(x),
    value=_sech_value,
    absent={
        **{field: why for field, why in RESPELLED.items() if field != "signs"},
        "lean": "Mathlib has no hyperbolic secant",
        "needs": EVERYWHERE,
        "inverse": UNLISTED,
    },
)


def _arsinh_signs(arguments: Arguments) -> tuple[SignRule, ...]:
    [a] = arguments
    return (
        SignRule(">", "(Real.arsinh_pos_iff.mpr {1})", (Relation(">", a, ZERO),), iff=True),
        SignRule("<", "(Real.arsinh_neg_iff.mpr {1})", (Relation("<", a, ZERO),), iff=True),
        SignRule(">=", "(Real.arsinh_nonneg_iff.mpr {1})", (Relation(">=", a, ZERO),), iff=True),
        SignRule(
            "!=",
            "((not_congr Real.arsinh_eq_zero_iff).mpr {1})",
            (Relation("!=", a, ZERO),),
            iff=True,
        ),
    )


ARSINH = Operation(
    name="arsinh",
    sympy="asinh",
    notation=Notation("\\operatorname{arsinh}", read=("arsinh", "arcsinh", "asinh")),
    words={"en": "the inverse hyperbolic sine", "ja": "逆双曲線正弦"},
    lean=LeanForm("Real.arsinh"),
    signs=_arsinh_signs,
    parity=Parity("odd", "Real.arsinh_neg"),
    monotonicity=Monotonicity("Real.arsinh_le_arsinh.2 {inner}", "Real.arsinh_lt_arsinh.2 {inner}"),
    inverse=lambda _arguments, _position, value: (_sinh(value),),
    derivative=Slope(
        "Shomei.hasDerivAt_arsinh",
        lambda u, du: Binary("/", du, Apply("sqrt", (Binary("+", ONE, Power(u, TWO)),))),
    ),
    continuity=Continuity("Shomei.tendsto_arsinh"),
    exact=lambda values: ZERO_EXACTLY if values[0] == 0 else None,
    approximate=math.asinh,
    value=_arsinh_value,
    laws="hyperbolic",
    absent={
        "respelled": _RESPELLED,
        "needs": EVERYWHERE,
        "bounds": ALL_VALUES,
        "ends": UNLISTED,
        "limits": UNLISTED,
    },
)

OPERATIONS = (SINH, COSH, TANH, SECH, ARSINH)
