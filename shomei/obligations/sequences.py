"""Limits of sequences: where the variable of a limit is a natural number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from shomei.terms.indices import counting
from shomei.terms.literals import exact_value
from shomei.terms.nodes import Constant, Expression, Infinity, Limit, Power
from shomei.terms.walk import children, free_variables, rebuild, subtrees

#: Letters that count where nothing else is said of them.
_COUNT: Final = frozenset(("n", "m", "k", "N", "i", "j"))


def of_sequences(term: Expression, naturals: Collection[str]) -> Expression:
    """`term` with the limits at infinity marked whose variables count: they bound a sum, are an
    index or stand under a factorial, are natural numbers elsewhere, or are exponents of what may
    be negative.
    """
    term = rebuild(term, tuple(of_sequences(part, naturals) for part in children(term)))
    if not isinstance(term, Limit) or term.natural or term.point != Infinity():
        return term
    name = term.variable
    counts = name in counting(term.body) or (
        (name in naturals or name in _COUNT) and _is_exponent(name, term.body)
    )
    whole = name in naturals and not _varies_under_power(name, term.body)
    return replace(term, natural=True) if counts or whole else term


def _is_exponent(name: str, body: Expression) -> bool:
    """Whether it is in the exponent of a power whose base does not vary and may be negative."""
    for part in subtrees(body):
        match part:
            case Power(base=Constant()):
                pass
            case Power(base=base, exponent=exponent) if name in free_variables(
                exponent
            ) and name not in free_variables(base):
                value = exact_value(base, quotients=True)
                if value is None or value < 0:
                    return True
            case _:
                pass
    return False


def _varies_under_power(name: str, body: Expression) -> bool:
    """Whether it stands in an exponent, where real and whole powers differ."""
    return any(
        isinstance(part, Power) and name in free_variables(part.exponent) for part in subtrees(body)
    )
