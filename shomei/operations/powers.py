"""Powers.

A power has one of four records, by its exponent, because Lean knows four kinds of power: `x^n` with
a natural exponent, `x^{-2}` with a negative literal, `x^{n-1}` with an exponent that is whole by
its form, and real powers. (`e^x` is the exponential function, whose record is in `exponential.py`.)
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import (
    OutsideDomain,
    Undecided,
    Value,
    exact_root,
    integer_power,
    sign,
    to_interval,
)
from shomei.operations.absences import OF_OPERATORS
from shomei.operations.operation import (
    Arguments,
    Bounds,
    LeanForm,
    Need,
    Notation,
    Operation,
    SignRule,
)
from shomei.operations.operators import signed
from shomei.operations.values import refuse_zero
from shomei.terms.literals import (
    ONE,
    ZERO,
    exact_value,
    integer_value,
    is_integer,
    is_natural,
    root,
)
from shomei.terms.natural import at_least_zero, differences
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
)


def _is_even(exponent: Expression) -> bool:
    literal = integer_value(exponent)
    return literal is not None and literal % 2 == 0


def _reduced(arguments: Arguments) -> tuple[SignRule, ...]:
    """The conditions on a base that a reader states for a sign of the power, and the sign of an
    even one.
    """
    base, exponent = arguments
    even = _is_even(exponent)
    return (
        SignRule(">", "", signed("!=" if even else ">", base), iff=True),
        SignRule("!=", "", signed("!=", base), iff=True),
        *((SignRule(">=", ""),) if even and integer_value(exponent) != 0 else ()),
    )


def _signs_of_natural_power(arguments: Arguments) -> tuple[SignRule, ...]:
    base, exponent = arguments
    degree = integer_value(exponent)
    even = degree is not None and degree > 0 and degree % 2 == 0
    if degree == 2:
        weak = "(sq_nonneg _)"
        apart = "(lt_of_le_of_ne (sq_nonneg _) (Ne.symm (pow_ne_zero _ {1})))"
    else:
        half = degree // 2 if degree is not None else 0
        weak = f"(Shomei.even_pow_nonneg {{x}} {half})"
        apart = f"(Shomei.even_pow_pos {{1}} {half})"
    return (
        *((SignRule(">=", weak),) if even else ()),
        SignRule(">", "(pow_pos {1} _)", signed(">", base)),
        *((SignRule(">", apart, signed("!=", base)),) if even else ()),
        SignRule("!=", "(pow_ne_zero _ {1})", signed("!=", base)),
        SignRule(">=", "(pow_nonneg {1} _)", signed(">=", base)),
        *_reduced(arguments),
    )


def _signs_of_reciprocal_power(arguments: Arguments) -> tuple[SignRule, ...]:
    base = arguments[0]
    return (
        SignRule(">", "(div_pos (by grind) (pow_pos {1} _))", signed(">", base)),
        SignRule(">=", "(div_nonneg (by grind) (pow_nonneg {1} _))", signed(">=", base)),
        *_reduced(arguments),
    )


def _signs_of_real_power(arguments: Arguments) -> tuple[SignRule, ...]:
    base = arguments[0]
    return (
        SignRule(">", "(Real.rpow_pos_of_pos {1} _)", signed(">", base)),
        SignRule(">=", "(Real.rpow_nonneg {1} _)", signed(">=", base)),
        *_reduced(arguments),
    )


def _is_positive_literal(term: Expression) -> bool:
    return isinstance(term, Constant) or (isinstance(term, Number) and term.value > 0)


def _nonzero_base(arguments: Arguments) -> tuple[Need, ...]:
    """What a power with exponent 0 needs; nothing for others."""
    if exact_value(arguments[1]) != 0:
        return ()
    return (Need(Relation("!=", arguments[0], ZERO), "the base of a power with exponent 0"),)


def _natural_needs(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    return () if _is_positive_literal(arguments[0]) else _nonzero_base(arguments)


def _reciprocal_needs(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    if _is_positive_literal(arguments[0]):
        return ()
    return _nonzero_base(arguments) or (
        Need(Relation("!=", arguments[0], ZERO), "the base of a negative power"),
    )


def _whole_needs(arguments: Arguments, naturals: frozenset[str]) -> tuple[Need, ...]:
    """Lean takes the exponent for a natural number, although its form does not make it one."""
    return _nonzero_base(arguments) or tuple(
        Need(condition, "the exponent of a whole power")
        for condition in at_least_zero(differences(arguments[1]) or [arguments[1]], naturals)
    )


def _real_needs(arguments: Arguments, _naturals: frozenset[str]) -> tuple[Need, ...]:
    if _is_positive_literal(arguments[0]):
        return ()
    return _nonzero_base(arguments) or (
        Need(Relation(">", arguments[0], ZERO), "the base of a real power"),
    )


def _whole_power(base: Value, exponent: Value, *, bits: int, boxes: bool) -> Value:
    if isinstance(exponent, Interval) or exponent.denominator != 1:
        raise Undecided
    if exponent < 0:
        refuse_zero(base, "the base of a negative power", 0, boxes=boxes)
    return integer_power(base, exponent.numerator, bits)


def _real_power(base: Value, exponent: Value, *, bits: int, boxes: bool) -> Value:  # noqa: ARG001
    found = sign(base)
    if found is None:
        raise Undecided
    if found <= 0:
        if found < 0 and not isinstance(exponent, Interval) and exponent.denominator != 1:
            raise OutsideDomain("the base of a real power", 0, base)
        # 0^y, and a negative number to a real exponent that happens to be an integer: authors
        # differ on these
        raise Undecided
    if not isinstance(base, Interval) and base == 1:
        return base
    if not isinstance(exponent, Interval):
        if not exponent:
            return Fraction(1)
        if exponent.denominator == 1 and exponent.numerator.bit_length() <= 64:
            return integer_power(base, exponent.numerator, bits)
        if (
            not isinstance(base, Interval)
            and exponent.denominator <= 64
            and abs(exponent.numerator) <= 64
        ):
            root_ = exact_root(base, exponent.denominator)
            if root_ is not None:
                return integer_power(root_, exponent.numerator, bits)
    # the exponent magnifies the error of the logarithm
    work = bits + 16
    logarithm = iv.log(to_interval(base, work), work)
    return iv.exp(iv.multiply(logarithm, to_interval(exponent, work), work), bits)


def _undone(arguments: Arguments, position: int, value: Expression) -> tuple[Expression, ...]:
    """A root of the value, both of them for an even exponent; or the logarithm of the value."""
    base, exponent = arguments
    if position == 1:
        return (Apply("log_base", (base, value)),)
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        degree = exponent.value.numerator
        if 1 <= degree <= 64:
            found = root(degree, value) if degree > 1 else value
            return (found,) if degree % 2 else (found, Negation(found))
    return (Power(value, Binary("/", ONE, exponent)),)


def _approximate(base: float, exponent: float) -> float:
    return 1.0 if base == 0 and exponent == 0 else math.pow(base, exponent)


_OF_POWERS: Final = {
    **OF_OPERATORS,
    "parity": "it is that of the exponent",
    "bounds": "they depend on the exponent",
    "derivative": "its rule depends on which of base and exponent vary",
    "continuity": "its rule depends on the values of the limits",
    "notation": "a function carries the exponent after its name",
}
_POWER: Final = Notation()

NATURAL_POWER = Operation(
    name="^",
    notation=_POWER,
    words={"en": "the power with a natural exponent", "ja": "自然数乗"},
    lean=LeanForm("^", level=75),
    arity=2,
    needs=_natural_needs,
    signs=_signs_of_natural_power,
    inverse=_undone,
    approximate=_approximate,
    value=_whole_power,
    absent=_OF_POWERS,
)

RECIPROCAL_POWER = Operation(
    name="^-",
    notation=_POWER,
    words={"en": "the power with a negative exponent", "ja": "負のべき乗"},
    lean=LeanForm("^", level=75),
    arity=2,
    needs=_reciprocal_needs,
    signs=_signs_of_reciprocal_power,
    inverse=_undone,
    approximate=_approximate,
    value=_whole_power,
    absent=_OF_POWERS,
)

WHOLE_POWER = Operation(
    name="^(-)",
    notation=_POWER,
    words={"en": "the power with a whole exponent", "ja": "整数乗"},
    lean=LeanForm("^", level=75),
    arity=2,
    needs=_whole_needs,
    signs=_signs_of_natural_power,
    inverse=_undone,
    approximate=_approximate,
    value=_whole_power,
    absent=_OF_POWERS,
)

REAL_POWER = Operation(
    name="^R",
    notation=_POWER,
    words={"en": "the power with a real exponent", "ja": "実数乗"},
    lean=LeanForm("^", arguments="typed", level=75),
    arity=2,
    needs=_real_needs,
    signs=_signs_of_real_power,
    bounds=Bounds(lower=Fraction(0), lower_open=True),
    inverse=_undone,
    approximate=_approximate,
    value=_real_power,
    absent={name: why for name, why in _OF_POWERS.items() if name != "bounds"},
)

OPERATIONS = (NATURAL_POWER, RECIPROCAL_POWER, WHOLE_POWER, REAL_POWER)


def power(exponent: Expression, naturals: frozenset[str]) -> Operation:
    """The record of a power whose base is not e."""
    if is_natural(exponent, naturals):
        return NATURAL_POWER
    if integer_value(exponent) is not None:
        return RECIPROCAL_POWER
    return WHOLE_POWER if is_integer(exponent, naturals) else REAL_POWER
