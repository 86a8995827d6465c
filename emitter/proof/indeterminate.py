"""Limits of powers whose base tends to 1 while the exponent grows (`1^∞`), and of the logarithm of
such a power as a product, by `Shomei.IndeterminateForms`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shomei.emitter.lean.term import as_argument, real, relation
from shomei.emitter.proof.eventually import base_fact
from shomei.emitter.proof.rewriting import simpler
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Power, Relation
from shomei.terms.walk import free_variables

if TYPE_CHECKING:
    from shomei.emitter.proof.approach import Proved
    from shomei.emitter.proof.limits import Limiter


def near_one(limiter: Limiter, base: Expression, exponent: Expression) -> tuple[Expression, str]:
    """The limit `e^c` of `base^exponent` and its proof, where `base - 1` tends to 0 and its product
    with `exponent` to c. Raises `LookupError` if that is not so, or cannot be shown.
    """
    variable = limiter.approach.variable
    if not {variable} <= {*free_variables(base)} & {*free_variables(exponent)}:
        raise LookupError
    small = _increment(base)
    vanishing = _limit(limiter, small)
    if not limiter.same(vanishing.value, ZERO):
        raise LookupError
    product = _limit(limiter, Binary("*", small, exponent))
    value = Power(E, product.value)
    written = Binary("+", ONE, small)
    proof = limiter.typed(
        Power(written, exponent),
        f"Shomei.tendsto_one_add_rpow {limiter.retarget(vanishing, ZERO)} {product.proof}",
        f"(𝓝 ({real(value, limiter.setting.notation)}))",
    )
    if written == base:
        return value, proof
    same = relation(Relation("=", base, written), limiter.inner)
    raised = f"(fun base : ℝ => base ^ {as_argument(real(exponent, limiter.inner))})"
    turned = _near(limiter, f"congrArg {raised} (by grind : {same})")
    return value, f"(Shomei.tendsto_of_eq {proof} {turned})"


def logarithm_near_one(limiter: Limiter, a: Expression, b: Expression) -> Proved | None:
    """The limit of `a * b`, one of which is the logarithm of a term that tends to 1, such as
    `n \\log (1 + 2 / n)`. None if it has another form, or the limit is not found.
    """
    match a, b:
        case (Apply(operation="log", arguments=(base,)), factor):
            pass
        case (factor, Apply(operation="log", arguments=(base,))):
            pass
        case _:
            return None
    small = _increment(base)
    if limiter.approach.variable not in free_variables(small):
        return None
    try:
        vanishing = _limit(limiter, small)
        if not limiter.same(vanishing.value, ZERO):
            return None
        product = _limit(limiter, Binary("*", small, factor))
    except LookupError:
        return None
    written = Binary("*", Apply("log", (Binary("+", ONE, small),)), factor)
    proof = limiter.typed(
        written,
        f"Shomei.tendsto_log_one_add_mul {limiter.retarget(vanishing, ZERO)} {product.proof}",
        f"(𝓝 ({real(product.value, limiter.setting.notation)}))",
    )
    same = relation(Relation("=", Binary("*", a, b), written), limiter.inner)
    turned = _near(limiter, f"(by grind : {same})")
    return replace(product, proof=f"(Shomei.tendsto_of_eq {proof} {turned})")


def _increment(base: Expression) -> Expression:
    """`base - 1`, in as few signs as its form allows."""
    match base:
        case Binary(operator="+", left=left, right=right) if left == ONE:
            return right
        case Binary(operator="+", left=left, right=right) if right == ONE:
            return left
        case Binary(operator="-", left=left, right=right) if left == ONE:
            return Negation(right)
        case _:
            return Binary("-", base, ONE)


def _limit(limiter: Limiter, term: Expression) -> Proved:
    """The limit of `term`, directly or in another form, and its proof."""
    found = limiter.limit(term)
    if found is not None:
        return found
    for other in simpler(term, limiter):
        found = limiter.limit(other)
        if found is not None:
            same = relation(Relation("=", term, other), limiter.inner)
            turned = _near(limiter, f"(by grind : {same})")
            return replace(found, proof=f"(Shomei.tendsto_of_eq {found.proof} {turned})")
    raise LookupError


def _near(limiter: Limiter, proof: str) -> str:
    """A proof for all values of the variable near the point, from one for each of them."""
    return f"(Filter.Eventually.mono {base_fact(limiter)[1]} fun {limiter.name} near => {proof})"
