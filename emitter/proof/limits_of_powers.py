"""Limits of powers: from those of base and exponent, by writing a real power as one of e, and those
of the form `1^∞`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shomei.emitter.lean.term import as_argument, natural, real
from shomei.emitter.proof.approach import Proved
from shomei.emitter.proof.indeterminate import near_one
from shomei.terms.literals import ONE, ZERO, E, integer_value, is_integer, is_natural, numeral
from shomei.terms.nodes import Apply, Binary, Expression, Power, Relation
from shomei.terms.walk import free_variables

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter


def limit_of_power(limiter: Limiter, base: Expression, exponent: Expression) -> Proved | None:
    """The limit of a power, in any of these ways; None if it is not found."""
    return (
        _power_of_limit(limiter, base, exponent)
        or _by_exponential(limiter, base, exponent)
        or _near_one(limiter, base, exponent)
    )


def _by_exponential(limiter: Limiter, base: Expression, exponent: Expression) -> Proved | None:
    """A real power whose base has no positive limit, such as `x^x` at 0 or `x^{1/x}` at
    infinity: written as a power of e.
    """
    if (
        _counts(exponent, limiter)
        or integer_value(exponent) is not None
        or limiter.approach.variable not in free_variables(exponent)
    ):
        return None
    found = limiter.limit(Power(E, Binary("*", Apply("log", (base,)), exponent)))
    above = limiter.eventually(Relation(">", base, ZERO)) if found else None
    if found is None or above is None:
        return None
    name, text = (
        limiter.name,
        as_argument(real(exponent, limiter.inner)),
    )
    proof = (
        f"(Shomei.tendsto_of_eq {found.proof} (Filter.Eventually.mono {above} fun {name} "
        f"above => Real.rpow_def_of_pos above {text}))"
    )
    return Proved(found.value, proof)


def _near_one(limiter: Limiter, base: Expression, exponent: Expression) -> Proved | None:
    """A power of the form `1^∞`."""
    try:
        return Proved(*near_one(limiter, base, exponent))
    except LookupError:
        return None


def _power_of_limit(limiter: Limiter, base: Expression, exponent: Expression) -> Proved | None:
    p = limiter.limit(base)
    if p is None:
        return None
    if _counts(exponent, limiter):
        whole = as_argument(natural(exponent, limiter.inner))
        proof = f"(Shomei.tendsto_pow {whole} {p.proof})"
        if p.value == E:  # Lean's e ^ n, which is printed as exp n
            proof = (
                f"(Shomei.tendsto_value {proof} (by rw [← Real.exp_nat_mul]; grind : "
                f"Real.exp 1 ^ {whole} = {real(Power(E, exponent), limiter.inner)}))"
            )
        return Proved(Power(p.value, exponent), proof)
    literal = integer_value(exponent)
    if literal is not None:
        return limiter.limit(Binary("/", ONE, Power(base, numeral(-literal))))
    q = limiter.limit(exponent)
    above = limiter.shown(Relation(">", p.value, ZERO)) if q else None
    if q is None or above is None:
        return None
    proof = f"(Shomei.tendsto_rpow {p.proof} {q.proof} {above})"
    if p.value == E:  # a power of a term with limit e: Lean's e ^ y, which is printed as exp y
        proof = (
            f"(Shomei.tendsto_value {proof} (Real.exp_one_rpow "
            f"({real(q.value, limiter.setting.notation)})))"
        )
    return Proved(Power(p.value, q.value), proof)


def _counts(exponent: Expression, limiter: Limiter) -> bool:
    """Whether an exponent is a natural number in Lean: also a difference of natural numbers, which
    is not negative where the power is defined.
    """
    naturals = limiter.inner.naturals
    if integer_value(exponent) is not None:
        return is_natural(exponent, naturals)
    return is_integer(exponent, naturals)
