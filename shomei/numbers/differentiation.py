"""The derivative of a term by a variable, as a term: exact, and of a sample function only.

In: a term that is made of numbers, variables and operations with a rule of differentiation, and the
name of a variable. Out: its derivative, or None if there is no rule.
"""

from __future__ import annotations

from shomei.operations.registry import applied, head
from shomei.terms.literals import ONE, ZERO, integer_value, numeral
from shomei.terms.nodes import Binary, Expression, Power, Variable
from shomei.terms.walk import free_variables


def differentiated(term: Expression, variable: str) -> Expression | None:
    """The derivative of `term` by `variable`."""
    if variable not in free_variables(term):
        return ZERO
    match term:
        case Variable():
            return ONE
        case Power(base=base, exponent=exponent) if (n := integer_value(exponent)) is not None:
            if n < 1:
                return None
            inner = differentiated(base, variable)
            power = Binary("*", numeral(n), Power(base, numeral(n - 1)) if n > 1 else ONE)
            return inner and Binary("*", power, inner)
        case _:
            return _by_record(term, variable)


def _by_record(term: Expression, variable: str) -> Expression | None:
    """By the chain rule of the operation's record."""
    operation, arguments = applied(term) or head(term) or (None, ())
    if operation is None:
        return None
    if operation.along is not None:
        return differentiated(operation.along(arguments), variable)
    if operation.derivative is None:
        return None
    inner = [differentiated(each, variable) for each in arguments]
    known = [each for each in inner if each is not None]
    if len(known) < len(inner):
        return None
    return operation.derivative.value(*arguments, *known)
