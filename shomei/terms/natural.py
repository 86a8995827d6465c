"""Conditions of terms that Lean takes as natural numbers, where subtraction stops at 0."""

from __future__ import annotations

from collections.abc import Iterable

from shomei.terms.literals import ZERO, is_natural
from shomei.terms.nodes import Binary, Expression, Power, Relation


def differences(term: Expression) -> list[Expression]:
    """The differences in a term that is printed as a natural number. Lean takes `n - k` for 0 if n
    < k, so each must be at least 0.

    Factorials and binomials inside it are terms of their own, with their own conditions.
    """
    match term:
        case Binary(operator=operator, left=a, right=b):
            return [*differences(a), *differences(b), *([term] if operator == "-" else [])]
        case Power(base=a, exponent=b):
            return [*differences(a), *differences(b)]
        case _:
            return []


def at_least_zero(terms: Iterable[Expression], naturals: frozenset[str]) -> list[Relation]:
    """The statements that each of `terms` is at least 0. For a difference of naturals, the
    statement avoids the difference, as a reader would write it.
    """
    found: list[Relation] = []
    for term in terms:
        match term:
            case Binary(operator="-", left=a, right=b) if is_natural(a, naturals) and is_natural(
                b, naturals
            ):
                found.append(Relation(">=", a, b))
            case _:
                found.append(Relation(">=", term, ZERO))
    return found
