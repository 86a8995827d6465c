"""Other forms of a term whose limit does not follow from the limits of its parts: `0/0` cancelled,
the fastest growing power divided out.

sympy proposes them; the equation is then proved like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shomei.emitter.proof.logarithmic_powers import without_logarithms
from shomei.emitter.rules.match import match
from shomei.operations.registry import KNOWN_LIMITS
from shomei.symbolic import cancelled, divided
from shomei.terms.literals import ONE, TWO, ZERO
from shomei.terms.nodes import (
    Apply,
    Binary,
    Expression,
    Infinity,
    Power,
    Variable,
    applies,
)
from shomei.terms.substitution import substitute
from shomei.terms.walk import children, free_variables, rebuild, subterms

if TYPE_CHECKING:
    from shomei.emitter.proof.limits import Limiter

_LARGEST = 200


def simpler(term: Expression, limiter: Limiter) -> Iterator[Expression]:
    """Terms equal to `term` near the point whose limits are more likely to follow from those of
    their parts.
    """
    if sum(1 for _ in subterms(term)) > _LARGEST:
        return
    seen = {term}
    for candidate in _candidates(term, limiter):
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _candidates(term: Expression, limiter: Limiter) -> Iterator[Expression]:
    whole = without_logarithms(term)
    if whole != term:
        yield whole
        yield from _candidates(whole, limiter)
        return
    if isinstance(limiter.approach.point, Infinity):
        variable = Variable(limiter.approach.variable)
        root = Apply("sqrt", (variable,))
        rational = conjugate(term)
        for start in (term,) if rational is None else (rational, term):
            if start != term:
                yield start
            within = dict.fromkeys(subterms(start))
            exponentials = [
                part
                for part in within
                if isinstance(part, Power) and variable.name in free_variables(part.exponent)
            ]
            plain = (
                divided(_in_root(start, root), root) if root in within else divided(start, variable)
            )
            logarithms: list[Expression] = [
                part
                for part in within
                if applies(part, "log") and variable.name in free_variables(part)
            ]
            growing = (*exponentials[:2], *logarithms[:1])
            for quotient in (plain, *(divided(start, part) for part in growing)):
                if quotient is not None:
                    yield quotient
        return
    prepared = standardise(term, limiter)
    for start in dict.fromkeys((prepared, term)):
        if start != term:
            yield start
        found = cancelled(start)
        if found is not None:
            yield found
    rational = conjugate(term)
    if rational is not None:
        yield rational
        found = cancelled(rational)
        if found is not None:
            yield found


def standardise(term: Expression, limiter: Limiter) -> Expression:
    """Writes the numerators of known limits in the required form: sin u as (sin u / u) u if u tends
    to 0, e^u - 1 as ((e^u - 1) / u) u, and so on.
    """
    parts = tuple(standardise(part, limiter) for part in children(term))

    def small(inside: Expression) -> bool:
        if limiter.approach.variable not in free_variables(inside):
            return False
        reached = limiter.limit(inside)
        return reached is not None and limiter.same(reached.value, ZERO)

    for known in KNOWN_LIMITS:
        if not isinstance(known.pattern, Binary) or known.point != ZERO:
            continue
        found = match(known.pattern.left, term, {"t": "R"}, limiter.inner)
        if found is not None and small(found["t"]):
            below = substitute(known.pattern.right, found)
            return Binary("*", Binary("/", term, below), below)
    return rebuild(term, parts)


def _in_root(term: Expression, root: Apply) -> Expression:
    """`term` with the square of `root` in place of its radicand."""
    if term == root.arguments[0]:
        return Power(root, TWO)
    return (
        term
        if term == root
        else rebuild(term, tuple(_in_root(part, root) for part in children(term)))
    )


def conjugate(term: Expression) -> Expression | None:
    """A difference of roots, by itself or in the numerator, multiplied by the conjugate sum."""
    match term:
        case Binary(operator="-"):
            return conjugate(Binary("/", term, ONE))
        case Binary(operator="/", left=Binary(operator="-", left=a, right=b), right=below) if any(
            applies(p, "sqrt", "root") for p in (a, b)
        ):
            top = Binary("-", _squared(a), _squared(b))
            other = Binary("+", a, b)
            inner = cancelled(Binary("/", top, below))
            return None if inner is None else Binary("/", inner, other)
        case _:
            return None


def _squared(term: Expression) -> Expression:
    return term.arguments[0] if applies(term, "sqrt") else Power(term, TWO)
