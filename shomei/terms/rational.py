"""The exact value of a term of arithmetic, where its letters are rational numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

from shomei.terms.evaluate import Evaluation
from shomei.terms.literals import ARITHMETIC
from shomei.terms.nodes import Binary, Expression, Number, Power, Variable


class Rational(Evaluation[Fraction, Mapping[str, Fraction]]):
    """The walk over fractions, with powers by integers up to `highest`."""

    highest: ClassVar[int] = 64

    def at(self, term: Expression, values: Mapping[str, Fraction]) -> Fraction | None:
        """The value of `term` where its letters have these values; None where it has none."""
        try:
            return self._value(term, values)
        except (NotImplementedError, ZeroDivisionError):
            return None

    def _number(self, term: Number, _values: Mapping[str, Fraction]) -> Fraction:
        return term.value

    def _variable(self, term: Variable, values: Mapping[str, Fraction]) -> Fraction:
        return values[term.name] if term.name in values else self._no_value(term, values)

    def _negated(self, value: Fraction) -> Fraction:
        return -value

    def _combined(
        self, term: Binary, left: Fraction, right: Fraction, _values: Mapping[str, Fraction]
    ) -> Fraction:
        return ARITHMETIC[term.operator](left, right)

    def _power(self, term: Power, values: Mapping[str, Fraction]) -> Fraction:
        base, exponent = self._value(term.base, values), self._value(term.exponent, values)
        if exponent.denominator != 1 or abs(exponent) > self.highest or not (base or exponent > 0):
            return self._no_value(term, values)
        return Fraction(base ** int(exponent))
