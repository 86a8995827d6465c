"""Writes sympy's products as a reader would."""

from __future__ import annotations

from fractions import Fraction

from shomei.terms.literals import exact_value
from shomei.terms.nodes import Binary, Expression, Negation, Number
from shomei.terms.walk import factors_of


def gathered(term: Expression) -> Expression:
    """A product with its numbers multiplied and put first: `4 x` for `(-1) (-4) x`."""
    match term:
        case Binary(operator="/", left=above, right=below):
            return Binary("/", gathered(above), gathered(below))
        case Binary(operator="*"):
            number, others = Fraction(1), []
            for factor in factors_of(term):
                value = exact_value(factor)
                number *= 1 if value is None else value
                others += [factor] if value is None else []
            product = others[0] if others else None
            for factor in others[1:]:
                product = Binary("*", product, factor)  # type: ignore[arg-type]
            size = abs(number)
            scaled = (
                Number(size)
                if product is None
                else product
                if size == 1
                else Binary("*", Number(size), product)
            )
            return Negation(scaled) if number < 0 else scaled
        case _:
            return term
