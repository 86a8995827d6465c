"""The exponential function and logarithms."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided, Value, combine, exact_log
from shomei.operations.absences import (
    ALL_VALUES,
    EVERYWHERE,
    ITS_OWN_TREE,
    NEITHER_PARITY,
    UNLISTED,
)
from shomei.operations.operation import (
    Arguments,
    Bounds,
    Continuity,
    End,
    KnownLimit,
    LeanForm,
    Monotonicity,
    Need,
    Notation,
    Operation,
    SignRule,
    Slope,
)
from shomei.operations.values import ONE as ONE_EXACTLY
from shomei.operations.values import ZERO as ZERO_EXACTLY
from shomei.operations.values import check_positive, clipped, exponential, logarithm, one
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Infinity,
    Power,
    Relation,
    Variable,
)

_T = Variable("t")


def _log(u: Expression) -> Expression:
    return Apply("log", (u,))


# --------------------------------------------------------------------------------------------------
# The exponential function


def _exp_value(x: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    return exponential(x, bits)


EXP = Operation(
    name="exp",
    notation=Notation("\\exp", read=("exp",), bare=("exp",)),
    words={"en": "the exponential function", "ja": "指数関数"},
    lean=LeanForm("Real.exp"),
    respelled=lambda arguments: Power(E, arguments[0]),
    signs=lambda _: (SignRule(">", "(Real.exp_pos {x})"),),
    bounds=Bounds(lower=Fraction(0), lower_open=True),
    monotonicity=Monotonicity("Real.exp_le_exp_of_le {inner}", "Real.exp_lt_exp.2 {inner}"),
    inverse=lambda _arguments, _position, value: (_log(value),),
    derivative=Slope("Shomei.hasDerivAt_exp", lambda u, du: Binary("*", Power(E, u), du)),
    continuity=Continuity("Shomei.tendsto_exp"),
    ends=(
        End("+oo", Infinity(), "Filter.Tendsto.comp Shomei.tendsto_exp_atTop {1}"),
        End("-oo", ZERO, "Filter.Tendsto.comp Shomei.tendsto_exp_atBot {1}"),
    ),
    limits=(
        KnownLimit(
            Power(Binary("+", ONE, _T), Binary("/", ONE, _T)),
            ZERO,
            E,
            "Shomei.tendsto_one_add_rpow_inv",
        ),
        KnownLimit(
            Power(Binary("+", _T, ONE), Binary("/", ONE, _T)),
            ZERO,
            E,
            "(by simpa only [add_comm] using Shomei.tendsto_one_add_rpow_inv)",
        ),
        KnownLimit(
            Binary("/", Binary("-", Power(E, _T), ONE), _T),
            ZERO,
            ONE,
            "Shomei.tendsto_exp_sub_one_div",
        ),
    ),
    exact=lambda values: ONE_EXACTLY if values[0] == 0 else None,
    approximate=math.exp,
    value=_exp_value,
    laws="exponential",
    absent={"needs": EVERYWHERE, "parity": NEITHER_PARITY, "sympy": ITS_OWN_TREE},
)

# --------------------------------------------------------------------------------------------------
# The natural logarithm


def _log_needs(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    return (Need(Relation(">", arguments[-1], ZERO), "the argument of a logarithm"),)


def _log_signs(arguments: Arguments) -> tuple[SignRule, ...]:
    [a] = arguments
    above = Relation(">", a, ONE)
    of_e = (SignRule("!=", "(by rw [Real.log_exp]; grind)"),) if a == E else ()
    return (
        SignRule(">", "(Real.log_pos {1})", (above,)),
        SignRule(">=", "(Real.log_nonneg {1})", (Relation(">=", a, ONE),), stated=True),
        *of_e,
        SignRule(
            "!=",
            "(Real.log_ne_zero_of_pos_of_ne_one {1} {2})",
            (Relation(">", a, ZERO), Relation("!=", a, ONE)),
            iff=True,
        ),
    )


def _log_exact(values: Sequence[object]) -> Fraction | None:
    return ZERO_EXACTLY if values[0] == 1 else ONE_EXACTLY if values[0] == E else None


def _checked_argument(a: Value, position: int, *, boxes: bool) -> Value:
    """The argument of a logarithm; for a box, the part of it that has a logarithm."""
    a = clipped(a, boxes=boxes)
    if not (isinstance(a, Interval) and boxes and a.low == libmp.fzero and a.high != libmp.fzero):
        check_positive(a, "the argument of the logarithm", position)
    return a


def _log_value(a: Value, *, bits: int, boxes: bool) -> Value:
    return logarithm(_checked_argument(a, 0, boxes=boxes), bits)


def _positive(u: Expression) -> tuple[Relation, ...]:
    return (Relation(">", u, ZERO),)


LOG = Operation(
    name="log",
    sympy="log",
    notation=Notation(pattern="\\ln {0:argument}"),
    words={"en": "the natural logarithm", "ja": "自然対数"},
    lean=LeanForm("Real.log"),
    needs=_log_needs,
    signs=_log_signs,
    monotonicity=Monotonicity(
        "Real.log_le_log {1} {inner}",
        "Real.log_lt_log {1} {inner}",
        _positive,
        _positive,
        (
            "(Real.lt_log_iff_exp_lt {1}).2 {inner}",
            "(Real.le_log_iff_exp_le {1}).2 {inner}",
            "(Real.log_lt_iff_lt_exp {1}).2 {inner}",
            "(Real.log_le_iff_le_exp {1}).2 {inner}",
        ),
    ),
    inverse=lambda _arguments, _position, value: (Power(E, value),),
    derivative=Slope(
        "Shomei.hasDerivAt_log",
        lambda u, du: Binary("/", du, u),
        lambda u: (Relation("!=", u, ZERO),),
    ),
    continuity=Continuity("Shomei.tendsto_log", _positive),
    ends=(
        End("+oo", Infinity(), "Filter.Tendsto.comp Shomei.tendsto_log_atTop {1}"),
        End(
            "0+",
            Infinity(positive=False),
            "Filter.Tendsto.comp Shomei.tendsto_log_right_zero {1}",
        ),
    ),
    limits=(
        KnownLimit(
            Binary("/", _log(Binary("+", ONE, _T)), _T),
            ZERO,
            ONE,
            "Shomei.tendsto_log_one_add_div",
        ),
    ),
    exact=_log_exact,
    approximate=math.log,
    value=_log_value,
    laws="exponential",
    absent={
        "respelled": "the rules are written for it",
        "bounds": ALL_VALUES,
        "parity": NEITHER_PARITY,
    },
)

# --------------------------------------------------------------------------------------------------
# Logarithms to any base


def _log_base_needs(arguments: Arguments, naturals: frozenset[str]) -> tuple[Need, ...]:
    base = arguments[0]
    needs = _log_needs(arguments, naturals)
    if base == E:
        return needs
    why = "the base of a logarithm"
    return (*needs, Need(Relation(">", base, ZERO), why), Need(Relation("!=", base, ONE), why))


def _log_base_signs(arguments: Arguments) -> tuple[SignRule, ...]:
    base, a = arguments
    return (
        SignRule(
            "!=",
            "(div_ne_zero {1} {2} : {term} ≠ 0)",
            (Relation("!=", _log(a), ZERO), Relation("!=", _log(base), ZERO)),
            iff=True,
        ),
    )


def _log_base_inverse(
    arguments: Arguments, position: int, value: Expression
) -> tuple[Expression, ...]:
    base, a = arguments
    return (Power(base, value) if position == 1 else Power(a, Binary("/", ONE, value)),)


def _log_base_exact(values: Sequence[object]) -> Fraction | None:
    base, a = values
    return ZERO_EXACTLY if a == 1 else ONE_EXACTLY if a == base else None


def _log_base_value(base: Value, a: Value, *, bits: int, boxes: bool) -> Value:
    a = _checked_argument(a, 1, boxes=boxes)
    check_positive(base, "the base of the logarithm", 0)
    if not isinstance(base, Interval):
        if base == 1:
            raise OutsideDomain("the base of the logarithm", 0, base)
        if not isinstance(a, Interval):
            exact = exact_log(base, a)
            if exact is not None:
                return exact
    elif not iv.sign(iv.subtract(base, one(bits), bits)):
        raise Undecided
    return combine("/", logarithm(a, bits), logarithm(base, bits), bits)


LOG_BASE = Operation(
    name="log_base",
    notation=Notation(pattern="\\log_{0:script} {1:argument}"),
    words={"en": "the logarithm to a base", "ja": "対数"},
    lean=LeanForm("Real.logb"),
    arity=2,
    respelled=lambda arguments: _log(arguments[1]) if arguments[0] == E else None,
    needs=_log_base_needs,
    signs=_log_base_signs,
    inverse=_log_base_inverse,
    along=lambda arguments: Binary("/", _log(arguments[1]), _log(arguments[0])),
    exact=_log_base_exact,
    approximate=lambda base, a: math.log(a) / math.log(base),
    value=_log_base_value,
    laws="exponential",
    absent={
        "sympy": "it is respelled where its base is a number, and has two arguments",
        "bounds": ALL_VALUES,
        "parity": NEITHER_PARITY,
        "monotonicity": "it grows or falls, by its base",
        "derivative": "it is that of the quotient of natural logarithms",
        "continuity": "it is that of the quotient of natural logarithms",
        "ends": UNLISTED,
        "limits": UNLISTED,
    },
)

OPERATIONS = (EXP, LOG, LOG_BASE)
