"""The bounds that statements set to letters by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from shomei.terms.literals import exact_value
from shomei.terms.nodes import Relation, Statement, Variable
from shomei.terms.relations import turned
from shomei.terms.walk import conjuncts

_ORDERS: Final = frozenset(("<", "<=", ">", ">="))


def bounds(statement: Statement) -> Iterator[tuple[str, str, Fraction]]:
    """The bounds that a statement sets to letters by numbers: the letter, the sign, the number."""
    for part in conjuncts(statement):
        if isinstance(part, Relation) and part.operator in _ORDERS:
            for each in (part, turned(part)):
                value = exact_value(each.right, quotients=True)
                if isinstance(each.left, Variable) and value is not None:
                    yield each.left.name, each.operator, value


def is_counted(name: str, statement: Statement) -> bool:
    """Whether a statement keeps an integer of this name from being negative."""
    return any(
        letter == name and ((sign == ">=" and value >= 0) or (sign == ">" and value >= -1))
        for letter, sign, value in bounds(statement)
    )
