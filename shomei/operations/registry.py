"""All operations by name, and the operation at the head of a term."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from shomei.operations import (
    absolute,
    combinatorics,
    exponential,
    hyperbolic,
    inverse_trigonometric,
    roots,
    trigonometric,
)
from shomei.operations.operation import Arguments, Operation
from shomei.terms.literals import E
from shomei.terms.nodes import Apply, Expression, Power

_FAMILIES: Final = (
    trigonometric,
    inverse_trigonometric,
    hyperbolic,
    exponential,
    roots,
    absolute,
    combinatorics,
)

#: Every operation, by its name in terms.
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
