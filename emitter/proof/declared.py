"""Limits of declared functions: by continuity, and of difference quotients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shomei.emitter.proof.functions import continuous_at, differentiable_at
from shomei.emitter.proof.sign import lookup
from shomei.obligations.domain import tidy
from shomei.terms.functions import is_family
from shomei.terms.literals import ZERO
from shomei.terms.nodes import (
    Binary,
    Call,
    DerivativeAt,
    Expression,
    Infinity,
    Variable,
)
from shomei.terms.walk import free_variables, rebuild

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter


def of_function(term: Call | DerivativeAt, limiter: Limiter) -> tuple[Expression, str] | None:
    """The limit of a declared function of one variable, or of a derivative of it, by its
    continuity, with the proof.
    """
    if len(term.arguments) != 1 or is_family(term.name):
        return None
    order = term.orders[0] if isinstance(term, DerivativeAt) else 0
    inside = limiter.limit(term.arguments[0])
    if inside is None:
        return None
    text = limiter.setting.notation
    value = tidy(inside.value)
    known = continuous_at(term.name, order, value, text)
    if known is None:
        return None
    reached = limiter.retarget(inside, value)
    return rebuild(term, (value,)), f"(Shomei.tendsto_comp_continuousAt {known} {reached})"


def of_difference_quotient(term: Expression, limiter: Limiter) -> tuple[Expression, str] | None:
    """The limit of `(f(x + h) - f(x)) / h` or `(f(y) - f(x)) / (y - x)` for a declared
    function: its derivative.
    """
    match term:
        case Binary(
            operator="/",
            left=Binary(operator="-", left=(Call() | DerivativeAt()) as there, right=value),
            right=below,
        ) if len(there.arguments) == 1 and not is_family(there.name):
            pass
        case _:
            return None
    h = Variable(limiter.approach.variable)
    if limiter.approach.side is not None or h.name in free_variables(value):
        return None
    (inside,) = there.arguments
    found = _slope_form(inside, below, h, limiter)
    if found is None:
        return None
    point, lemma = found
    order = there.orders[0] if isinstance(there, DerivativeAt) else 0
    text = limiter.setting.notation
    known = differentiable_at(there.name, order, point, text)
    here = rebuild(there, (point,))
    same = "rfl" if here == value else lookup(here, "=", value, limiter.setting)
    if known is None or same is None:
        return None
    slope = DerivativeAt(there.name, (order + 1,), (point,))
    return slope, f"(Shomei.{lemma} {known} {same})"


def _slope_form(
    inside: Expression, below: Expression, h: Variable, limiter: Limiter
) -> tuple[Expression, str] | None:
    """The point of a difference quotient whose function is taken at `inside`, and the lemma for
    its form.
    """
    point = limiter.approach.point
    if isinstance(point, Infinity):
        return None
    if inside == h and point != ZERO:
        return (point, "tendsto_deriv_at") if below == Binary("-", h, point) else None
    if point != ZERO or below != h:
        return None
    match inside:
        case Variable() if inside == h:
            return ZERO, "tendsto_deriv_zero"
        case Binary(operator="+", left=a, right=b) if b == h and h.name not in free_variables(a):
            return a, "tendsto_deriv"
        case Binary(operator="+", left=a, right=b) if a == h and h.name not in free_variables(b):
            return b, "tendsto_deriv_left"
        case _:
            return None
