"""Sample formulas for families whose elements have the sum 1, as probabilities and weights have.

In: what a context says of its families. Out: those that add up to 1, the formulas to try for them,
and the numbers to which they may add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from shomei.obligations.model import Context
from shomei.terms.literals import ONE, TWO, ZERO, exact_value, numeral
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Choice,
    Expression,
    Relation,
    Statement,
    Variable,
)
from shomei.terms.walk import free_variables

_T: Final = Variable("t")
_NEXT: Final = Binary("+", _T, ONE)
#: They add up to 1 from 1 to 2, 2, 3, 3, 4, 1, and to any number.
SHARES: Final[tuple[Expression, ...]] = (
    Binary("/", _NEXT, numeral(5)),
    Binary("/", ONE, TWO),
    Binary("/", _NEXT, numeral(9)),
    Binary("/", ONE, numeral(3)),
    Binary("/", _NEXT, numeral(14)),
    ONE,
    Choice(_T, ONE, ONE, ZERO),
)
#: The upper bounds of sums that are tried for them.
SIZES: Final = (2, 3, 1, 4, 5, 6)


def adds_up_to_one(name: str, context: Context) -> bool:
    """Whether the context says that the elements of a family have the sum 1."""
    return any(
        whole.body.name == name and exact_value(other) == 1
        for each in context.hypotheses
        for whole, other in _sums_said(each.statement)
        if isinstance(whole.body, Call)
    )


def whole_sums(statements: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    """The statements that sums are 1 which depend on nothing but their upper bound, with its
    name.
    """
    for each in statements:
        for whole, other in _sums_said(each):
            if (
                isinstance(whole.upper, Variable)
                and exact_value(other) == 1
                and free_variables(each) == (whole.upper.name,)
            ):
                yield whole.upper.name, each


def _sums_said(statement: Statement) -> Iterator[tuple[BigOperator, Expression]]:
    """The sums that a statement gives a value, and their values."""
    if isinstance(statement, Relation) and statement.operator == "=":
        for one, other in (
            (statement.left, statement.right),
            (statement.right, statement.left),
        ):
            if isinstance(one, BigOperator) and one.operator == "sum":
                yield one, other
