"""Letters that count: indices, the bounds of sums, and what factorials are of."""

from __future__ import annotations

from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    BigOperator,
    Binary,
    Call,
    Choice,
    Derivative,
    Expression,
    ForAll,
    Node,
    Number,
    Variable,
    applies,
)
from shomei.terms.walk import bound_name, children, free_variables


def counting(node: Node) -> tuple[str, ...]:
    """The free variables that must be natural numbers: they are indices, bound a sum or a product,
    or stand under a factorial or in a binomial coefficient.
    """
    found: dict[str, None] = {}

    def visit(part: Node, bound: frozenset[str]) -> None:
        if isinstance(part, Derivative):
            for index in _indices(part.variable):
                if not index.isdigit() and index not in bound:
                    found[index] = None
        for place in natural_parts(part):
            if _counts(place):
                found.update(dict.fromkeys(n for n in free_variables(place) if n not in bound))
        own = bound_name(part)
        if isinstance(part, ForAll):
            bound |= set(part.names)
        parts = children(part)
        for number, each in enumerate(parts):
            last = own is not None and number == len(parts) - 1
            visit(each, bound | {str(own)} if last else bound)

    visit(node, frozenset())
    return tuple(found)


def natural_parts(part: Node) -> tuple[Expression, ...]:
    """The parts of a node that are natural numbers by its form."""
    if isinstance(part, BigOperator):
        return part.lower, part.upper
    if isinstance(part, Choice):
        return part.left, part.right
    if isinstance(part, Call):
        return part.arguments if is_family(part.name) else ()
    return part.arguments if applies(part, "factorial", "binomial") else ()


def _indices(variable: str) -> tuple[str, ...]:
    _, mark, rest = variable.partition("_")
    parts = tuple(rest.split("_")) if mark and rest else ()
    return parts if all(len(each) == 1 or each.isdigit() for each in parts) else ()


def _counts(term: Expression) -> bool:
    """Whether a term is one of natural numbers: letters and literals under signs."""
    match term:
        case Number(value=value):
            return value.denominator == 1
        case Variable():
            return True
        case Binary(operator="+" | "-" | "*", left=a, right=b):
            return _counts(a) and _counts(b)
        case _:
            return False
