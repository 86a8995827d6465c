"""Whether `f(x) = …`, once more, says the same of a function as its definition. In: the definition
and the formula. Out: a decision, by the values at a few points, as far as these are rational.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from shomei.parser.ast import Define
from shomei.terms.nodes import Binary, Expression, Negation, Number, Power, Variable
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables

#: Where two formulas are compared.
_POINTS: Final = (Fraction(2), Fraction(-3), Fraction(5, 2), Fraction(-1, 3), Fraction(7))
#: How far the letters of one formula are apart at one point.
_APART: Final = Fraction(11, 13)
_LARGEST: Final = 64


def says_the_same(definition: Define, parameters: tuple[str, ...], body: Expression) -> bool:
    """Whether a formula for a function of these parameters agrees with its definition."""
    if len(parameters) != len(definition.parameters):
        return False
    renamed = substitute(
        definition.body, dict(zip(definition.parameters, map(Variable, parameters), strict=True))
    )
    if renamed == body:
        return True
    names = sorted({*free_variables(renamed), *free_variables(body)})
    agreed = False
    for point in _POINTS:
        values = {name: point + index * _APART for index, name in enumerate(names)}
        found = [_value(term, values) for term in (renamed, body)]
        if found[0] != found[1]:
            return False
        agreed = agreed or found[0] is not None
    return agreed


def _value(term: Expression, values: dict[str, Fraction]) -> Fraction | None:
    """The value of a term of arithmetic, if it has one; None for anything else."""
    match term:
        case Number(value=value):
            return value
        case Variable(name=name):
            return values.get(name)
        case Negation(operand=operand):
            inner = _value(operand, values)
            return None if inner is None else -inner
        case Binary(operator=operator, left=left, right=right):
            a, b = _value(left, values), _value(right, values)
            if a is None or b is None or (operator == "/" and b == 0):
                return None
            if operator == "/":
                return a / b
            return a + b if operator == "+" else a - b if operator == "-" else a * b
        case Power(base=base, exponent=exponent):
            a, b = _value(base, values), _value(exponent, values)
            if a is None or b is None or b.denominator != 1 or abs(b) > _LARGEST:
                return None
            return None if a == 0 and b <= 0 else a ** int(b)
        case _:
            return None
