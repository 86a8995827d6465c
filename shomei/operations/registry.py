"""All functions by name, and the function or operator at the head of a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from shomei.operations import (
    absolute,
    combinatorics,
    exponential,
    extrema,
    hyperbolic,
    inverse_trigonometric,
    operators,
    powers,
    roots,
    trigonometric,
)
from shomei.operations.operation import Arguments, Need, Operation
from shomei.terms.literals import E
from shomei.terms.nodes import Apply, Binary, Expression, Negation, Power

_FAMILIES: Final = (
    trigonometric,
    inverse_trigonometric,
    hyperbolic,
    exponential,
    roots,
    absolute,
    combinatorics,
    extrema,
)

#: Every function, by its name in terms.
OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {operation.name: operation for family in _FAMILIES for operation in family.OPERATIONS}
)

#: The names of the operations written as a command before their argument.
FUNCTIONS: Final = tuple(
    operation.name for operation in OPERATIONS.values() if operation.notation.command
)

#: Limits at a point that do not follow from continuity.
KNOWN_LIMITS: Final = tuple(
    known for operation in OPERATIONS.values() for known in operation.limits
)


def applied(term: Expression) -> tuple[Operation, Arguments] | None:
    """The operation that is the head of `term`, and its arguments. Powers of e are values of the
    exponential function.
    """
    if isinstance(term, Apply):
        return OPERATIONS[term.operation], term.arguments
    if isinstance(term, Power) and term.base == E:
        return exponential.EXP, (term.exponent,)
    return None


def head(
    term: Expression, naturals: frozenset[str] = frozenset()
) -> tuple[Operation, Arguments] | None:
    """The function or operator that is the head of `term`, and its arguments. The record of a power
    depends on the names of natural numbers.
    """
    match term:
        case Binary(operator=sign, left=a, right=b):
            return operators.BINARY[sign], (a, b)
        case Negation(operand=a):
            return operators.NEGATE, (a,)
        case Power(base=base, exponent=exponent) if base != E:
            return powers.power(exponent, naturals), (base, exponent)
        case _:
            return applied(term)


def own_needs(term: Expression, naturals: frozenset[str]) -> Sequence[Need]:
    """The conditions of the outermost operation of `term`, in words for a reader; its parts are not
    considered.
    """
    found = head(term, naturals)
    if found is None or found[0].needs is None:
        return ()
    return found[0].needs(found[1], naturals)
