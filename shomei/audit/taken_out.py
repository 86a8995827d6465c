"""Terms with names in place of the limits and derivatives in them, by the audit's own account."""

from __future__ import annotations

from shomei.audit.terms import Unsayable
from shomei.terms.nodes import (
    BigOperator,
    Derivative,
    Expression,
    Limit,
    Prime,
    Statement,
    Variable,
)
from shomei.terms.walk import bound_name, children, is_limiting, map_statement, rebuild


def taken_out(term: Expression) -> tuple[Expression, dict[Expression, str]]:
    """The term with a name in place of each of its outermost limits and derivatives, and those
    limits and derivatives by name, in order of first appearance.
    """
    found: dict[Expression, str] = {}

    def visit(part: Expression) -> Expression:
        if isinstance(part, Limit | Prime | Derivative):
            return _named(part, found)
        if isinstance(part, BigOperator) and is_limiting(part.body):
            raise Unsayable("a limit inside a sum")
        return rebuild(part, tuple(visit(each) for each in children(part)))

    skeleton = visit(term)
    return skeleton, found


def derivatives_taken_out(statement: Statement) -> tuple[Statement, dict[Expression, str]]:
    """The same for the derivatives in the terms of a statement. There may be no limits, and no
    derivative under a binder.
    """
    found: dict[Expression, str] = {}

    def visit(part: Expression) -> Expression:
        if isinstance(part, Prime | Derivative):
            return _named(part, found)
        if isinstance(part, Limit) or (bound_name(part) is not None and is_limiting(part)):
            raise Unsayable("limits that need not exist inside a connective")
        return rebuild(part, tuple(visit(each) for each in children(part)))

    return map_statement(statement, visit), found


def _named(part: Expression, found: dict[Expression, str]) -> Variable:
    return Variable(found.setdefault(part, f"value of #{len(found)}"))
