"""Negative whole exponents: `x^{-n}` for a natural n is `1 / x^n`, as in Mathlib's `zpow_neg`.

They are expanded before the conditions of the power are computed: a power with a natural exponent
is defined for every base, and then the denominator must not be 0. Literals (`x^{-2}`) and powers of
e have their own forms, and stay.
"""

from __future__ import annotations

from shomei.terms.literals import ONE, E, is_natural
from shomei.terms.nodes import BigOperator, Binary, Expression, Limit, Negation, Power
from shomei.terms.walk import bound_name, children, free_variables, rebuild


def with_reciprocals(term: Expression, naturals: frozenset[str]) -> Expression:
    """`term` with the reciprocal of `b^t` for each `b^{-t}` in it whose t is a natural number by
    its form, given the `naturals` and the indices of sums and of sequences in limits.
    """
    bound = bound_name(term)
    inner = (
        naturals
        if bound is None
        else naturals | {bound}
        if isinstance(term, BigOperator) or (isinstance(term, Limit) and term.natural)
        else naturals - {bound}
    )
    parts = children(term)
    if parts:
        term = rebuild(
            term,
            (
                *(with_reciprocals(part, naturals) for part in parts[:-1]),
                with_reciprocals(parts[-1], inner),
            ),
        )
    if isinstance(term, Power) and term.base != E and free_variables(term.exponent):
        opposite = _opposite(term.exponent, naturals)
        if opposite is not None:
            return Binary("/", ONE, Power(term.base, opposite))
    return term


def _opposite(exponent: Expression, naturals: frozenset[str]) -> Expression | None:
    """The natural number whose negative is `exponent`, if the form of `exponent` shows it."""
    match exponent:
        case Negation(operand=a):
            return a if is_natural(a, naturals) else None
        case Binary(operator="*", left=a, right=b):
            opposite = _opposite(a, naturals)
            return (
                Binary("*", opposite, b)
                if opposite is not None and is_natural(b, naturals)
                else None
            )
        case Binary(operator="-", left=a, right=b):
            opposite = _opposite(a, naturals)
            return (
                Binary("+", opposite, b)
                if opposite is not None and is_natural(b, naturals)
                else None
            )
        case _:
            return None
