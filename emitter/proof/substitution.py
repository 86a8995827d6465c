"""Changing a limit's variable: `t = φ(h)` with φ invertible, as two limits and two equations near
the points.
"""

from __future__ import annotations

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
    match term:
        case Variable(name=name) if name == variable:
            return image
        case Negation(operand=a):
            return _solve(a, variable, Negation(image))
        case Binary(operator=operator, left=a, right=b):
            if variable in free_variables(a):
                opposite = {"+": "-", "-": "+", "*": "/", "/": "*"}[operator]
                return _solve(a, variable, Binary(opposite, image, b))  # type: ignore[arg-type]
            match operator:
                case "+":
                    return _solve(b, variable, Binary("-", image, a))
                case "-":
                    return _solve(b, variable, Binary("-", a, image))
                case "*":
                    return _solve(b, variable, Binary("/", image, a))
                case "/":
                    return _solve(b, variable, Binary("/", a, image))
        case _:
            return None
