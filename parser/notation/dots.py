"""`1 + 2 + \\dots + n`, `1 \\cdot 2 \\cdots n`: the sum or product that the written terms mean, or
None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from typing import Final, Literal
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
from shomei.terms.walk import children, free_variables, is_numeral, subtrees

#: What dots may stand for.
Sign = Literal["sum", "prod"]

#: Where the index may begin.
_FIRST: Final = range(4)
#: Points at which the other letters are tried.
_POINTS: Final = ((2, 3), (5, 7), (-3, 11), (7, -2))
_INDICES: Final = ("k", "j", "i", "l", "m", "r", "s")
#: At which a descending sum or product is tried.
_VALUES: Final = (5, 8, 12)
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


def meant(
    operator: Sign, terms: list[Expression], last: Expression, span: Span
) -> BigOperator | None:
    """The sum or product over an index whose first terms are `terms` and whose last one is `last`,
    if there is exactly one: an index put for a letter of the last term, or of the first one where
    the terms descend to a number, or the steps of an arithmetic progression.
    """
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
    fits: Callable[[list[Expression], Expression, str, int], bool]
    if len(terms) < 2:
        fits, general = _is_first, last
    elif free_variables(last):
        fits, general = _fits, last
    elif free_variables(terms[0]):
        fits, general = _descends, terms[0]
    else:
        return _numerical(operator, terms, last, index, span)
    others = [*terms[1:], last] if general is terms[0] else terms
    found = [
        BigOperator(
            operator,
            index,
            Number(Fraction(first), span=span),
            Variable(name, span=span),
            substitute(general, {name: Variable(index, span=span)}),
            span=span,
        )
        for name in free_variables(general)
        for first in _FIRST
        if fits(others, general, name, first)
    ]
    return found[0] if len(found) == 1 and not _counts_on(terms, found[0]) else None


def meant_product(
    factors: list[Expression], after: list[Expression], span: Span
) -> Expression | None:
    """The product whose first factors are `factors`; `after` stand side by side after the dots.

    The last factor is their product or the first of them, and the others are factors of the whole,
    as are those before the factors that show how it goes on: `2 t_1 t_2 \\cdots t_n x`.
    """
    readings = [
        reading
        for count in {1, len(after)}
        if (reading := _with_last(factors, after[:count], after[count:], span)) is not None
    ]
    return readings[0] if len(readings) == 1 else None


def _with_last(
    factors: list[Expression], last: list[Expression], others: list[Expression], span: Span
) -> Expression | None:
    """The product in which as many of the factors as can be go on up to the last one."""
    for start in range(max(1, len(factors) - 1)):
        whole = meant("prod", factors[start:], _product(last, span), span)
        if whole is not None:
            return _product([*factors[:start], whole, *others], span)
    return None


def one_more(whole: BigOperator, term: Expression) -> BigOperator | None:
    """The sum or product with one more term at its lower end, if the term is the one that belongs
    there: `n + (n - 1) + \\dots + 2`, and 1.
    """
    if not (is_numeral(term) and isinstance(whole.lower, Number)):
        return None
    lower = whole.lower.value - 1
    if _Exact().at(whole.body, {whole.index: lower}) != _Exact().at(term, {}):
        return None
    return replace(whole, lower=Number(lower, span=whole.span))


def _product(factors: list[Expression], span: Span) -> Expression:
    return reduce(lambda left, right: Binary("*", left, right, span=span), factors)


def _counts_on(terms: list[Expression], whole: BigOperator) -> bool:
    """Whether the terms are numbers or fractions that could also go on in equal steps above and
    below, as in `2 + 4 + \\dots + 2^n` and `1 + \\frac{1}{2} + \\dots + \\frac{1}{2^n}`.
    """
    first = whole.lower
    written = [pair for term in terms if (pair := _numeral(term)) is not None]
    if len(written) < max(2, len(terms)) or not isinstance(first, Number):
        return False
    above, below = (_next([pair[place] for pair in written]) for place in (0, 1))
    if above is None or not below:
        return False
    return above / below != _Exact().at(whole.body, {whole.index: first.value + len(written)})


def _numeral(term: Expression) -> tuple[Fraction, Fraction] | None:
    """What stands above and below the line of a number or a fraction, which shows nothing of how
    it is made; None for any other term.
    """
    match term:
        case Number(value=value):
            return value, Fraction(1)
        case Binary(operator="/", left=Number(value=above), right=Number(value=below)):
            return above, below
    return None


def _next(values: list[Fraction]) -> Fraction | None:
    """The next one in equal steps; None where the steps differ."""
    steps = {b - a for a, b in pairwise(values)}
    return values[-1] + steps.pop() if len(steps) == 1 else None


def _fits(terms: list[Expression], last: Expression, name: str, first: int) -> bool:
    """Whether the terms are the last one with `first`, `first + 1` … for the letter."""
    others = sorted({each for term in (*terms, last) for each in free_variables(term)} - {name})
    if any(name in free_variables(term) for term in terms):
        return False
    if all(
        substitute(last, {name: Number(Fraction(first + place))}) == term
        for place, term in enumerate(terms)
    ):
        return True
    for a, b in _POINTS:
        at = {each: Fraction(a + 2 * place, b) for place, each in enumerate(others)}
        for place, term in enumerate(terms):
            wanted = _Exact().at(term, at)
            given = _Exact().at(last, {**at, name: Fraction(first + place)})
            if wanted is None or wanted != given:
                return False
    return True


def _descends(terms: list[Expression], top: Expression, name: str, first: int) -> bool:
    """Whether the terms go on from `top` with the letter lowered by 1, 2 …, down to a number, which
    is what `top` is for `first`.
    """
    at = _Exact().at(top, {name: Fraction(first)})
    if free_variables(top) != (name,) or at is None or at != _Exact().at(terms[-1], {}):
        return False
    return all(
        _Exact().at(top, {name: Fraction(value - place)})
        == _Exact().at(term, {name: Fraction(value)})
        for value in _VALUES
        for place, term in enumerate(terms[:-1], 1)
    )


def _is_first(terms: list[Expression], last: Expression, name: str, first: int) -> bool:
    """Whether one term is the last one with `first` for the letter, which is an index only:
    `a_1 + \\dots + a_n`.
    """
    return (
        name not in free_variables(terms[0])
        and _is_index(name, last)
        and substitute(last, {name: Number(Fraction(first))}) == terms[0]
    )


def _is_index(name: str, term: Expression) -> bool:
    """Whether the letter stands nowhere in the term but as an index."""
    if isinstance(term, Call) and is_family(term.name):
        return True
    return term != Variable(name) and all(_is_index(name, part) for part in children(term))


def _numerical(
    operator: Sign, terms: list[Expression], last: Expression, index: str, span: Span
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
        operator,
        index,
        Number(Fraction(0), span=span),
        Number(Fraction(int(count)), span=span),
        body,
        span=span,
    )
