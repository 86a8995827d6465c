"""Changing a limit's variable: `t = φ(h)` with φ invertible, as two limits and two equations near
the points.
"""

from __future__ import annotations

from shomei.operations.registry import head
from shomei.terms.nodes import Binary, Expression, Negation, Variable
from shomei.terms.walk import free_variables, subterms


def inverse(term: Expression, variable: str, image: Expression) -> Expression | None:
    """The value of `variable` for which `term` is `image`; None unless the variable occurs once,
    under `+ - * /` and signs.
    """
    if sum(1 for part in subterms(term) if part == Variable(variable)) != 1:
        return None
    return _solve(term, variable, image)


def _solve(term: Expression, variable: str, image: Expression) -> Expression | None:
    if term == Variable(variable):
        return image
    if not isinstance(term, Binary | Negation):
        return None
    operation, arguments = head(term) or (None, ())
    if operation is None or operation.inverse is None:
        return None
    place = next(i for i, part in enumerate(arguments) if variable in free_variables(part))
    [before] = operation.inverse(arguments, place, image)
    return _solve(arguments[place], variable, before)
