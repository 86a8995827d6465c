"""Square roots and roots of any degree. Roots of negative numbers are left undefined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided, Value, exact_root, sign, to_interval
from shomei.operations.absences import ITS_OWN_TREE, NEITHER_PARITY, UNLISTED
from shomei.operations.operation import (
    Arguments,
    Binding,
    Bounds,
    Continuity,
    End,
    LeanForm,
    Monotonicity,
    Need,
    Notation,
    Operation,
    SignRule,
    Slope,
)
from shomei.operations.values import ZERO as ZERO_EXACTLY
from shomei.operations.values import clipped
from shomei.terms.literals import TWO, ZERO
from shomei.terms.nodes import Apply, Binary, Infinity, Number, Power, Relation

#: What a root of odd degree asks for. Others take such roots of negative numbers, so no text is
#: wrong that does.
ODD: Final = "the argument of a root of odd degree"


def _not_negative(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    degree = arguments[0]
    odd = len(arguments) > 1 and isinstance(degree, Number) and degree.value % 2 == 1
    return (Need(Relation(">=", arguments[-1], ZERO), ODD if odd else "the argument of a root"),)


def _exact(values: Sequence[object]) -> Fraction | None:
    a = values[-1]
    return Fraction(0) if a == 0 else Fraction(1) if a == 1 else None


def _root_of(a: Value, degree: int, position: int, *, bits: int, boxes: bool) -> Value:
    if degree < 1:
        raise Undecided
    a = a if degree % 2 else clipped(a, boxes=boxes)
    found = sign(a)
    if found is None:
        if degree == 2 and isinstance(a, Interval) and libmp.mpf_sign(a.low) >= 0:
            return iv.sqrt(a, bits)
        raise Undecided
    if found == 0:
        return ZERO_EXACTLY
    if found < 0 and degree % 2 == 0:
        if isinstance(a, Interval) and not a.sure:
            raise Undecided
        raise OutsideDomain("what stands under the root", position, a)
    if not isinstance(a, Interval) and degree <= 64:
        exact = exact_root(abs(a), degree)
        if exact is not None:
            return exact if found > 0 else -exact
    size = iv.absolute(to_interval(a, bits + 8))
    root = iv.sqrt(size, bits) if degree == 2 else _by_logarithm(size, degree, bits)
    return root if found > 0 else iv.negate(root)


def _by_logarithm(size: Interval, degree: int, bits: int) -> Interval:
    work = bits + 8
    part = iv.divide(iv.log(size, work), iv.of_fraction(Fraction(degree), work), work)
    return iv.exp(part, bits)


def _sqrt_value(a: Value, *, bits: int, boxes: bool) -> Value:
    return _root_of(a, 2, 0, bits=bits, boxes=boxes)


def _root_value(degree: Value, a: Value, *, bits: int, boxes: bool) -> Value:
    if isinstance(degree, Interval) or degree.denominator != 1:
        raise Undecided
    return _root_of(a, degree.numerator, 1, bits=bits, boxes=boxes)


#: The root of a term that grows by `{1}` grows: it is e to half the logarithm.
_GROWS = (
    "Shomei.tendsto_of_eq (Filter.Tendsto.comp Shomei.tendsto_exp_atTop "
    "(Shomei.tendsto_atTop_div_const (c := 2) (by grind) "
    "(Filter.Tendsto.comp Shomei.tendsto_log_atTop {1}))) "
    "(Filter.Eventually.mono (Filter.Tendsto.eventually {1} (Shomei.eventually_gt_atTop 0)) "
    "fun _ above => Eq.trans (Eq.symm (Real.exp_log (Real.sqrt_pos.mpr above))) "
    "(congrArg Real.exp (Real.log_sqrt (le_of_lt above))))"
)

SQRT = Operation(
    name="sqrt",
    notation=Notation(pattern="\\sqrt{{{0}}}", binding=Binding.ATOM, raised=True),
    words={"en": "the square root", "ja": "平方根"},
    lean=LeanForm("Real.sqrt"),
    needs=_not_negative,
    signs=lambda arguments: (
        SignRule(">=", "(Real.sqrt_nonneg _)"),
        SignRule(">", "(Real.sqrt_pos.mpr {1})", (Relation(">", arguments[0], ZERO),), iff=True),
        SignRule("!=", "", (Relation("!=", arguments[0], ZERO),), iff=True),
    ),
    bounds=Bounds(lower=Fraction(0)),
    monotonicity=Monotonicity(
        "Real.sqrt_le_sqrt {inner}",
        "Real.sqrt_lt_sqrt {1} {inner}",
        strict_needs=lambda u: (Relation(">=", u, ZERO),),
    ),
    inverse=lambda _arguments, _position, value: (Power(value, TWO),),
    derivative=Slope(
        "Shomei.hasDerivAt_sqrt",
        lambda u, du: Binary("/", du, Binary("*", TWO, Apply("sqrt", (u,)))),
        lambda u: (Relation("!=", u, ZERO),),
    ),
    continuity=Continuity("Shomei.tendsto_sqrt"),
    ends=(End("+oo", Infinity(), _GROWS),),
    exact=_exact,
    approximate=lambda a: math.pow(a, 1 / 2),
    value=_sqrt_value,
    laws="roots",
    absent={
        "sympy": ITS_OWN_TREE,
        "respelled": "the rules are written for it",
        "parity": NEITHER_PARITY,
        "limits": UNLISTED,
    },
)

ROOT = Operation(
    name="root",
    notation=Notation(pattern="\\sqrt[{0}]{{{1}}}", binding=Binding.ATOM, raised=True),
    words={"en": "the root of a degree", "ja": "累乗根"},
    lean=LeanForm(),
    arity=2,
    needs=_not_negative,
    signs=lambda arguments: (
        SignRule(
            ">", "(Real.rpow_pos_of_pos {1} _)", (Relation(">", arguments[1], ZERO),), iff=True
        ),
        SignRule(">=", "(Real.rpow_nonneg {1} _)", (Relation(">=", arguments[1], ZERO),)),
        SignRule("!=", "", (Relation("!=", arguments[1], ZERO),), iff=True),
    ),
    bounds=Bounds(lower=Fraction(0)),
    inverse=lambda arguments, _position, value: (Power(value, arguments[0]),),
    exact=_exact,
    approximate=lambda degree, a: math.pow(a, 1 / degree),
    value=_root_value,
    absent={
        "sympy": ITS_OWN_TREE,
        "lean": "it is written as the real power that it is",
        "respelled": UNLISTED,
        "parity": NEITHER_PARITY,
        "monotonicity": UNLISTED,
        "derivative": UNLISTED,
        "continuity": UNLISTED,
        "ends": UNLISTED,
        "limits": UNLISTED,
        "laws": UNLISTED,
    },
)

OPERATIONS = (SQRT, ROOT)
