"""Decides whether a relation follows from others by the form of a term: the yes or no of what
`emitter.proof.sign` proves. Both read the sign rules of the operations.
"""

from __future__ import annotations

from functools import lru_cache

from shomei.operations.operation import Arguments, Operation, Sign
from shomei.operations.registry import OPERATIONS, head
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import Constant, Expression, Number, Relation


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
    match term:
        case Number(value=value):
            return value > 0 if sign == ">" else sign == ">="
        case Constant():
            return sign == ">"
        case _:
            found = head(term)
            return found is not None and _by_record(sign, *found, known)


def needed(operation: Operation, arguments: Arguments) -> list[Relation]:
    """The conditions of an operation."""
    needs = operation.needs(arguments, frozenset()) if operation.needs else ()
    return [need.condition for need in needs]


def _by_record(
    sign: Sign, operation: Operation, arguments: Arguments, known: frozenset[Relation]
) -> bool:
    """By a rule of the operation's record. The conditions of a function are known too."""
    if operation.name in OPERATIONS:
        known |= frozenset(needed(operation, arguments))
    return operation.signs is not None and any(
        all(
            premise in known or (not rule.stated and implied(premise, known))
            for premise in rule.premises
        )
        for rule in operation.signs(arguments)
        if rule.sign == sign
    )
