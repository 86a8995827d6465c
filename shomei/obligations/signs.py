"""Decides whether a relation follows from others by the form of a term: the yes or no of what
`emitter.proof.sign` proves. Both read the sign rules of the operations.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from shomei.operations.operation import Arguments, Operation, Sign
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ONE, ZERO, E, integer_value
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
)


def implied(relation: Relation, known: frozenset[Relation]) -> bool:
    """Whether `relation` is known, or follows from known relations by the form of its left side."""
    if relation in known or (relation.left, relation.operator, relation.right) == (E, "!=", ONE):
        return True
    return (
        relation.right == ZERO
        and relation.operator in (">", ">=", "!=", "<")
        and follows(relation.operator, relation.left, known)
    )


@lru_cache(maxsize=50_000)
def follows(sign: Sign, term: Expression, known: frozenset[Relation]) -> bool:
    """Whether `term sign 0` follows from `known` by the form of `term`."""
    if Relation(sign, term, ZERO) in known or (sign in (">=", "!=") and follows(">", term, known)):
        return True
    if sign == "!=" and Relation("<", term, ZERO) in known:
        return True
    rule = _KINDS.get(type(term)) if sign != "<" or isinstance(term, Apply) else None
    return rule is not None and rule(sign, term, known)


def needed(operation: Operation, arguments: Arguments) -> list[Relation]:
    """The conditions of an operation."""
    needs = operation.needs(arguments, frozenset()) if operation.needs else ()
    return [need.condition for need in needs]


def _number(sign: Sign, term: Number, _known: frozenset[Relation]) -> bool:
    return term.value > 0 if sign == ">" else sign == ">="


def _constant(sign: Sign, _term: Constant, _known: frozenset[Relation]) -> bool:
    return sign == ">"


def _negation(sign: Sign, term: Negation, known: frozenset[Relation]) -> bool:
    return sign == "!=" and follows("!=", term.operand, known)


def _binary(sign: Sign, term: Binary, known: frozenset[Relation]) -> bool:
    a, b = term.left, term.right
    match term.operator:
        case "*" if a == b and sign == ">=":
            return True
        case "*" | "/":
            return follows(sign, a, known) and follows(sign, b, known)
        case "+" if sign == ">":
            return (follows(">", a, known) and follows(">=", b, known)) or (
                follows(">=", a, known) and follows(">", b, known)
            )
        case "+" if sign == ">=":
            return follows(">=", a, known) and follows(">=", b, known)
        case _:
            return False


def _power(sign: Sign, term: Power, known: frozenset[Relation]) -> bool:
    literal = integer_value(term.exponent)
    even = literal is not None and literal % 2 == 0
    if sign == ">" and even and follows("!=", term.base, known):
        return True
    if sign == ">=" and even and literal is not None and literal > 0:
        return True
    return follows(sign, term.base, known)


def _operation(sign: Sign, term: Apply, known: frozenset[Relation]) -> bool:
    """By a rule of the operation's record. The conditions of the operation are known too."""
    operation = OPERATIONS[term.operation]
    known |= frozenset(needed(operation, term.arguments))
    return operation.signs is not None and any(
        all(
            premise in known or (not rule.stated and implied(premise, known))
            for premise in rule.premises
        )
        for rule in operation.signs(term.arguments)
        if rule.sign == sign
    )


_KINDS: Final[dict[type[Any], Callable[[Sign, Any, frozenset[Relation]], bool]]] = {
    Number: _number,
    Constant: _constant,
    Negation: _negation,
    Binary: _binary,
    Power: _power,
    Apply: _operation,
}
