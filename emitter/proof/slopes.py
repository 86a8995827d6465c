"""Terms that vanish at the point of a limit and have a derivative there: quotients of two of them
(`0/0`), and that they do not vanish near the point.

The rules are those of `Shomei.IndeterminateForms`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shomei.emitter.lean.term import as_argument, real, relation
from shomei.emitter.proof.derivatives import derivative
from shomei.emitter.proof.justification import justify, with_laws
from shomei.obligations.domain import tidy
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Binary, Expression, Infinity, Relation
from shomei.terms.substitution import substitute

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter


def apart_from_zero(limiter: Limiter, term: Expression) -> str | None:
    """A proof that `term`, which vanishes at the point, is not 0 near it, since its slope there is
    not 0; None if that is not so, or cannot be shown.
    """
    point, setting = limiter.approach.point, limiter.setting
    if isinstance(point, Infinity) or limiter.approach.side == "full":
        return None
    slope = derivative(term, limiter.approach.variable, point, setting)
    if slope is None:
        return None
    if setting.seems(Relation("=", slope.value, ZERO)):
        return limiter.apart_by_derivative(term)
    steep = justify(Relation("!=", slope.value, ZERO), setting)
    if steep is None:
        return None
    try:
        zero = _vanishes(limiter, term, point)
    except LookupError:
        return None
    proof = f"(Shomei.eventually_ne_zero_of_hasDerivAt {slope.proof} {zero} {steep})"
    side = {"+": "right", "-": "left"}.get(limiter.approach.side or "")
    return f"(Shomei.eventually_{side} {proof})" if side else proof


def of_slopes(limiter: Limiter, above: Expression, below: Expression) -> tuple[Expression, str]:
    """The limit of `above / below`, both of which vanish at the point, as the quotient of their
    derivatives there, and its proof. Raises `LookupError` if that is not so, or cannot be shown.
    """
    point, name, setting = limiter.approach.point, limiter.approach.variable, limiter.setting
    if isinstance(point, Infinity) or limiter.approach.side == "full":
        raise LookupError
    zeros = [_vanishes(limiter, term, point) for term in (above, below)]
    slopes = [derivative(term, name, point, setting) for term in (above, below)]
    up, down = slopes
    if up is None or down is None:
        raise LookupError
    apart = justify(Relation("!=", down.value, ZERO), setting)
    if apart is None or setting.seems(Relation("!=", down.value, ZERO)) is False:
        raise LookupError
    value = Binary("/", up.value, down.value)
    quotient = " ".join(["Shomei.tendsto_div_of_hasDerivAt", up.proof, down.proof, *zeros, apart])
    lemma = limiter.from_both_sides
    proof = quotient if lemma is None else f"{lemma} ({quotient})"
    target = f"(𝓝 {as_argument(real(value, setting.notation))})"
    return value, limiter.typed(Binary("/", above, below), proof, target)


def _vanishes(limiter: Limiter, term: Expression, point: Expression) -> str:
    """A proof that `term` is 0 at the point."""
    at = substitute(term, {limiter.approach.variable: point})
    fact = Relation("=", at, ZERO)
    if not limiter.same(at, ZERO):
        raise LookupError
    plain = Relation("=", tidy(at), ZERO)
    if plain.left == ZERO:
        return f"(by grind : {relation(fact, limiter.setting.notation)})"
    proof = with_laws(fact, limiter.setting)
    return proof or f"(by grind : {relation(fact, limiter.setting.notation)})"
