"""Whether `f(x) = …`, once more, says the same of a function as its definition. In: the definition
and the formula. Out: a decision, by the values at a few points, as far as these are rational.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from shomei.parser.ast import Define
from shomei.terms.nodes import Expression, Variable
from shomei.terms.rational import Rational
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables

#: Where two formulas are compared.
_POINTS: Final = (Fraction(2), Fraction(-3), Fraction(5, 2), Fraction(-1, 3), Fraction(7))
#: How far the letters of one formula are apart at one point.
_APART: Final = Fraction(11, 13)
_VALUES: Final = Rational()


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
        found = [_VALUES.at(term, values) for term in (renamed, body)]
        if found[0] != found[1]:
            return False
        agreed = agreed or found[0] is not None
    return agreed
