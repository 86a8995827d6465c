"""`1 + 2 + \\dots + n`: the sum that the written terms mean, or None."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final
from zlib import crc32

from shomei.terms.functions import is_family
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Expression,
    Number,
    Power,
    Span,
    Variable,
)
from shomei.terms.rational import Rational
from shomei.terms.substitution import substitute
from shomei.terms.walk import free_variables, subtrees

#: Where the index may begin.
_FIRST: Final = range(4)
#: Points at which the other letters are tried.
_POINTS: Final = ((2, 3), (5, 7), (-3, 11), (7, -2))
_INDICES: Final = ("k", "j", "i", "l", "m", "r", "s")
#: No powers of more bits are tried.
_MOST_BITS: Final = 4096


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


class _Exact(Rational):
    """Rational values, also of factorials and of families."""

    def _power(self, term: Power, values: Mapping[str, Fraction]) -> Fraction:
        base, exponent = self._value(term.base, values), self._value(term.exponent, values)
        if _bits(base) * abs(exponent) > _MOST_BITS:
            return self._no_value(term, values)
        return super()._power(term, values)

    def _apply(self, term: Apply, values: Mapping[str, Fraction]) -> Fraction:
        if term.operation != "factorial":
            return self._no_value(term, values)
        argument = self._value(term.arguments[0], values)
        if argument.denominator != 1 or not 0 <= argument <= self.highest:
            return self._no_value(term, values)
        product = Fraction(1)
        for factor in range(2, int(argument) + 1):
            product *= factor
        return product

    def _call(self, term: Call, values: Mapping[str, Fraction]) -> Fraction:
        """An element of a family, about which nothing is known: any number that only its index
        determines.
        """
        if not is_family(term.name):
            return self._no_value(term, values)
        places = [self._value(each, values) for each in term.arguments]
        return Fraction(crc32(f"{term.name}{places}".encode()), 7919)


def meant_sum(terms: list[Expression], last: Expression, span: Span) -> BigOperator | None:
    """The sum over an index whose first terms are `terms` and whose last one is `last`, if there is
    exactly one: an index put for a letter of the last term, or the steps of an arithmetic
    progression.
    """
    if len(terms) < 2:
        return None
    taken = {name for term in (*terms, last) for name in free_variables(term)}
    taken |= {
        part.index
        for term in (*terms, last)
        for part in subtrees(term)
        if isinstance(part, BigOperator)
    }
    index = next((name for name in _INDICES if name not in taken), None)
    if index is None:
        return None
    if not free_variables(last):
        return _numerical(terms, last, index, span)
    found = [
        BigOperator(
            "sum",
            index,
            Number(Fraction(first), span=span),
            Variable(name, span=span),
            substitute(last, {name: Variable(index, span=span)}),
            span=span,
        )
        for name in free_variables(last)
        for first in _FIRST
        if _fits(terms, last, name, first)
    ]
    return found[0] if len(found) == 1 and not _counts_on(terms, found[0]) else None


def _counts_on(terms: list[Expression], whole: BigOperator) -> bool:
    """Whether the terms are numbers that could also go on in equal steps, or over numbers in equal
    steps, as in `2 + 4 + \\dots + 2^n` and `1 + \\frac{1}{2} + \\dots + \\frac{1}{2^n}`.
    """
    first = whole.lower
    if not all(map(_is_numeral, terms)) or not isinstance(first, Number):
        return False
    values = [value for term in terms if (value := _Exact().at(term, {})) is not None]
    if len(values) < len(terms):
        return False
    after = _Exact().at(whole.body, {whole.index: first.value + len(values)})
    if all(value.denominator == 1 for value in values):
        goes_on = _next(values)
    elif all(values) and (below := _next([1 / value for value in values])):
        goes_on = 1 / below
    else:
        return False
    return goes_on is not None and goes_on != after


def _is_numeral(term: Expression) -> bool:
    """Whether the term is a number or a fraction, which shows nothing of how it is made."""
    parts = (term.left, term.right) if isinstance(term, Binary) else (term,)
    return all(isinstance(part, Number) for part in parts) and (
        not isinstance(term, Binary) or term.operator == "/"
    )


def _next(values: list[Fraction]) -> Fraction | None:
    """The next one in equal steps; None where the steps differ."""
    steps = {b - a for a, b in pairwise(values)}
    return values[-1] + steps.pop() if len(steps) == 1 else None


def _fits(terms: list[Expression], last: Expression, name: str, first: int) -> bool:
    """Whether the terms are the last one with `first`, `first + 1` … for the letter."""
    others = sorted({each for term in (*terms, last) for each in free_variables(term)} - {name})
    if any(name in free_variables(term) for term in terms):
        return False
    for a, b in _POINTS:
        at = {each: Fraction(a + 2 * place, b) for place, each in enumerate(others)}
        for place, term in enumerate(terms):
            wanted = _Exact().at(term, at)
            given = _Exact().at(last, {**at, name: Fraction(first + place)})
            if wanted is None or wanted != given:
                return False
    return True


def _numerical(
    terms: list[Expression], last: Expression, index: str, span: Span
) -> BigOperator | None:
    """`1 + 3 + 5 + \\dots + 99`, by three terms at least."""
    values = [_Exact().at(term, {}) for term in (*terms, last)]
    known = [value for value in values if value is not None]
    if len(known) != len(values) or len(terms) < 3:
        return None
    step = known[1] - known[0]
    if step == 0 or any(b - a != step for a, b in pairwise(known[:-1])):
        return None
    count = (known[-1] - known[0]) / step
    if count.denominator != 1 or count < len(terms):
        return None
    body: Expression = Variable(index, span=span)
    if step != 1:
        body = Binary("*", Number(step, span=span), body, span=span)
    if known[0] != 0:
        offset = Number(abs(known[0]), span=span)
        body = Binary("+" if known[0] > 0 else "-", body, offset, span=span)
    return BigOperator(
        "sum",
        index,
        Number(Fraction(0), span=span),
        Number(Fraction(int(count)), span=span),
        body,
        span=span,
    )
