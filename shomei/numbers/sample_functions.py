"""The formulas that a declared function may stand for: functions of one and of two numbers, and
which of them have which property.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from shomei.terms.literals import ONE, TWO, ZERO, E, numeral
from shomei.terms.nodes import (
    Apply,
    Binary,
    Choice,
    Expression,
    Negation,
    Number,
    Power,
    PropertyKind,
    Variable,
)

T, S = Variable("t"), Variable("s")


def _sum(*terms: Expression) -> Expression:
    whole = terms[0]
    for each in terms[1:]:
        whole = Binary("+", whole, each)
    return whole


def _times(a: Expression, b: Expression) -> Expression:
    return Binary("*", a, b)


def _power(base: Expression, exponent: int) -> Expression:
    return Power(base, numeral(exponent))


#: Those of which `strictly increasing` is true, then `strictly decreasing`, then neither.
_RISING: Final = (
    _sum(_times(TWO, T), numeral(3)),
    Power(E, T),
    _sum(_power(T, 3), T),
    T,
    Power(E, _times(TWO, T)),
)
_FALLING: Final = (
    _sum(Negation(_power(T, 3)), Negation(T)),
    Power(E, Negation(T)),
    Negation(T),
)
_OTHERS: Final = (
    _sum(_power(T, 2), ONE),
    Apply("sin", (T,)),
    _sum(_power(T, 3), Negation(_times(TWO, T)), ONE),
    _power(T, 2),
    _sum(Apply("cos", (T,)), TWO),
    Apply("cos", (T,)),
    _power(T, 3),
    Binary("/", ONE, _sum(ONE, _power(T, 2))),
    _sum(Power(E, T), Apply("sin", (T,))),
)
_CONSTANT: Final = (ONE, ZERO)
#: In an order in which the first are the most telling.
_BODIES: Final = (
    *itertools.chain.from_iterable(itertools.zip_longest(_OTHERS, _RISING, _FALLING)),
    *_CONSTANT,
)
REAL: Final[tuple[Expression, ...]] = tuple(each for each in _BODIES if each is not None)
NATURAL: Final[tuple[Expression, ...]] = (
    _sum(_power(T, 2), ONE),
    Binary("/", ONE, _sum(T, ONE)),
    T,
    Power(TWO, T),
    _sum(_times(numeral(3), T), TWO),
    Binary("-", TWO, T),
    Binary("/", Number(Fraction(3)), Power(TWO, T)),
    _power(Binary("-", T, TWO), 2),
    Apply("sin", (T,)),
    ONE,
    ZERO,
    Choice(T, ONE, ONE, ZERO),
)
TWO_REAL: Final[tuple[Expression, ...]] = (
    _sum(_times(S, _power(T, 2)), S),
    _sum(_power(S, 2), _times(numeral(3), T)),
    _times(Apply("sin", (S,)), Power(E, T)),
    _times(S, T),
    _sum(S, T),
    ONE,
)
TWO_NATURAL: Final[tuple[Expression, ...]] = (
    _sum(_times(S, TWO), _power(T, 2)),
    _times(S, _sum(T, ONE)),
    Binary("/", _sum(T, ONE), _sum(S, TWO)),
    _sum(S, T),
    ONE,
)
KINDS: Final[Mapping[PropertyKind, frozenset[Expression]]] = {
    "strictly increasing": frozenset(_RISING),
    "increasing": frozenset((*_RISING, *_CONSTANT)),
    "strictly decreasing": frozenset(_FALLING),
    "decreasing": frozenset((*_FALLING, *_CONSTANT)),
}
