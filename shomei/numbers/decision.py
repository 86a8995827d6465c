"""What sympy decides about a step before any number is tried: the difference of its sides,
factored.

In: the goal of an obligation. Out: a `Decision`, or None if the question is not cheap or of no use.
A decision refutes nothing; only numbers at a point do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shomei.operations.latex import print_expression
from shomei.symbolic import factored_difference, gathered
from shomei.symbolic.encoding import Atoms, growth
from shomei.terms.literals import exact_value
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Power,
    Prime,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import subterms

#: A cheap question has terms of this size at most; it takes some milliseconds.
_MOST_PARTS: Final = 80
_HIGHEST: Final = 16
_LONGEST_BITS: Final = 200
_MOST_CALLS: Final = 100_000
#: A longer difference tells a reader nothing.
_LONGEST_TEXT: Final = 100


@dataclass(frozen=True, slots=True)
class Decision:
    """`words` describe the difference of the sides, and are empty if that tells a reader nothing.
    `is_settled`: the relation holds wherever its sides are defined.
    """

    words: str
    is_settled: bool


def decide(goal: Statement) -> Decision | None:
    """What sympy decides about `goal`, a relation without limits, sums and defined functions."""
    if not isinstance(goal, Relation):
        return None
    large, small, name = (
        (goal.right, goal.left, "right - left")
        if goal.operator in ("<", "<=")
        else (goal.left, goal.right, "left - right")
    )
    plain = Binary("-", large, small)
    if not _is_cheap(plain):
        return None
    difference = factored_difference(large, small, calls=_MOST_CALLS)
    if difference is None:
        return None
    value = exact_value(difference)
    if value == 0:
        return Decision("the difference simplifies to 0", goal.operator in ("=", "<=", ">="))
    settled = value is not None and (goal.operator == "!=" or (value > 0 and goal.operator != "="))
    text = print_expression(gathered(difference))
    is_telling = value is not None or _is_product(difference) or _is_rational(plain)
    words = f"{name} = {text}" if is_telling and len(text) <= _LONGEST_TEXT else ""
    return Decision(words, settled)


def _is_cheap(difference: Expression) -> bool:
    parts = subterms(difference)
    for count, part in enumerate(parts, start=1):
        if count > _MOST_PARTS or isinstance(
            part, BigOperator | Call | Derivative | Infinity | Limit | Prime
        ):
            return False
    degree, bits = growth(difference)
    return degree <= _HIGHEST and bits <= _LONGEST_BITS


def _is_product(term: Expression) -> bool:
    return isinstance(term, Power) or (isinstance(term, Binary) and term.operator in ("*", "/"))


def _is_rational(term: Expression) -> bool:
    """Whether the term is a rational function of its variables, with no atoms."""
    atoms = Atoms()
    atoms.encode(term)
    return all(isinstance(atom, Variable) for atom in atoms.terms)
