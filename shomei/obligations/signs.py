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
    if isinstance(term, Number):
        return term.value > 0 if sign == ">" else sign == ">="
    if isinstance(term, Constant):
        return sign == ">"
    operation, arguments = head(term) or (None, ())
    if operation is None or operation.signs is None:
        return False
    if operation.name in OPERATIONS:  # what a function needs is known too
        known |= frozenset(needed(operation, arguments))
    # loops, since a sum of many terms is as deep as it is long
    for rule in operation.signs(arguments):
        if rule.sign == sign:
            for premise in rule.premises:
                if premise not in known and (rule.stated or not implied(premise, known)):
                    break
            else:
                return True
    return False


def needed(operation: Operation, arguments: Arguments) -> list[Relation]:
    """The conditions of an operation."""
    needs = operation.needs(arguments, frozenset()) if operation.needs else ()
    return [need.condition for need in needs]
