"""The value of an expression at a point by mpmath's own numbers, limits and derivatives by
extrapolation. Shares nothing with the checker but the tree.

In: an expression of `terms.nodes`, the numbers that the variables are, the definitions in force.
Out: a number of 200 digits.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import mpmath
from mpmath import mpf

from shomei.terms.definitions import Definition
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Integral,
    Limit,
    Negation,
    Number,
    Power,
    Prime,
    Variable,
)

DIGITS = 200
#: What is nearer to 0 than this and not 0 may be 0 that was rounded.
_DUST = mpf(10) ** -150
_MOST_TERMS = 200
_LARGEST_FACTORIAL = 300
_LARGEST_POWER = 10000
_LARGEST_EXPONENT = mpf(2) ** 64
_FUNCTIONS: Mapping[str, Callable[[mpf], mpf]] = {
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "arsinh": mpmath.asinh,
    "arctan": mpmath.atan,
}
#: sine and cosine in the numerator and the denominator of the others
_QUOTIENTS: Mapping[str, tuple[str, str]] = {
    "tan": ("sin", "cos"),
    "cot": ("cos", "sin"),
    "sec": ("", "cos"),
    "csc": ("", "sin"),
    "sech": ("", "cosh"),
}


class Meaningless(Exception):  # noqa: N818 (an outcome, not an error)
    """The expression has no real value at the point."""


class Unknown(Exception):  # noqa: N818
    """Nothing certain can be said."""


@dataclass(frozen=True, slots=True)
class Point:
    """What the variables are; which of them are whole numbers by their type; the point of the whole
    statement, where captured variables have their values.
    """

    values: Mapping[str, mpf]
    whole: frozenset[str]
    definitions: Mapping[str, Definition]
    outer: Mapping[str, mpf] | None = field(default=None)

    def bind(self, name: str, value: mpf, *, whole: bool) -> Point:
        kinds = self.whole | {name} if whole else self.whole - {name}
        return Point(
            {**self.values, name: value},
            kinds,
            self.definitions,
            self.values if self.outer is None else self.outer,
        )


def value(term: Expression, at: Point) -> mpf:
    """Raises `Meaningless` or `Unknown`."""
    match term:
        case Number(value=number):
            return mpf(number.numerator) / number.denominator
        case Variable(name=name):
            if name not in at.values:
                raise Unknown
            return at.values[name]
        case Constant(name=name):
            return +mpmath.e if name == "e" else +mpmath.pi
        case Negation(operand=a):
            return -value(a, at)
        case Binary(operator=operator, left=a, right=b):
            left, right = value(a, at), value(b, at)
            return (
                {"+": left.__add__, "-": left.__sub__, "*": left.__mul__}[operator](right)
                if operator != "/"
                else _quotient(left, right)
            )
        case Power(base=a, exponent=b):
            return _power(a, b, at)
        case Apply("log", (a,)):
            return mpmath.log(_positive(value(a, at)))
        case Apply("log_base", (base, a)):
            above = mpmath.log(_positive(value(a, at)))
            return _quotient(above, mpmath.log(_positive(value(base, at))))
        case Apply("sqrt", (a,)):
            return _root(value(a, at), 2)
        case Apply("root", (Number(value=degree), a)):
            return _root(value(a, at), degree.numerator)
        case Apply("abs", (a,)):
            return abs(value(a, at))
        case Apply("max", (a, b)):
            return max(value(a, at), value(b, at))
        case Apply("min", (a, b)):
            return min(value(a, at), value(b, at))
        case Apply("factorial", (a,)):
            number = _whole(value(a, at))
            if number < 0:
                raise Meaningless
            if number > _LARGEST_FACTORIAL:
                raise Unknown
            return mpmath.factorial(number)
        case Apply("binomial", (a, b)):
            n, k = _whole(value(a, at)), _whole(value(b, at))
            if n < 0 or k < 0 or n > _LARGEST_FACTORIAL:
                raise Unknown
            return mpmath.binomial(n, k) if k <= n else mpf(0)
        case Apply(name, (a,)):
            return _function(name, value(a, at))
        case Call(name=name, arguments=arguments):
            return _called(name, [value(a, at) for a in arguments], at)
        case Prime(name=name, order=order, argument=a):
            return _derivative(lambda x: _called(name, [x], at), value(a, at), order)
        case Derivative(variable=name, body=body, order=order):
            if name not in at.values:
                raise Unknown
            return _derivative(
                lambda x: value(body, at.bind(name, x, whole=False)), at.values[name], order
            )
        case Limit(variable=name, point=point, side=side, body=body):
            inside = lambda x: value(body, at.bind(name, x, whole=False))  # noqa: E731 (named for what it is)
            return limit(inside, point if isinstance(point, Infinity) else value(point, at), side)
        case BigOperator(operator=operator, index=index, lower=a, upper=b, body=body):
            low, high = _whole(value(a, at)), _whole(value(b, at))
            if high - low > _MOST_TERMS:
                raise Unknown
            terms = [value(body, at.bind(index, mpf(k), whole=True)) for k in range(low, high + 1)]
            return mpmath.fsum(terms) if operator == "sum" else mpmath.fprod(terms)
        case Integral(variable=name, lower=a, upper=b, body=body):
            inside = lambda x: value(body, at.bind(name, x, whole=False))  # noqa: E731
            found, error = mpmath.quad(inside, [value(a, at), value(b, at)], error=True)
            if error > _DUST:
                raise Unknown
            return found
        case _:
            raise Unknown  # an integral without bounds, a function without a formula


def _clean(number: mpf) -> mpf:
    """Raises `Unknown` for what may be 0 that was rounded."""
    if number != 0 and abs(number) < _DUST:
        raise Unknown
    return number


def _quotient(above: mpf, below: mpf) -> mpf:
    if _clean(below) == 0:
        raise Meaningless
    return above / below


def _root(number: mpf, degree: int) -> mpf:
    inside = _clean(number)
    if inside < 0:
        if degree % 2 == 0:
            raise Meaningless
        return -mpmath.root(-inside, degree)
    return mpmath.root(inside, degree)


def _positive(number: mpf) -> mpf:
    if _clean(number) <= 0:
        raise Meaningless
    return number


def _whole(number: mpf) -> int:
    nearest = int(mpmath.nint(number))
    if abs(number - nearest) > _DUST:
        raise Unknown
    return nearest


def _power(base: Expression, exponent: Expression, at: Point) -> mpf:
    if isinstance(base, Constant) and base.name == "e":
        return _exp(value(exponent, at))
    below, above = _clean(value(base, at)), value(exponent, at)
    if is_whole(exponent, at):
        number = _whole(above)
        if below == 0 and number <= 0:
            # authors take x^n to be 1 for n = 0, and 0^0 for nothing
            raise Meaningless if number < 0 or not _has_variable(exponent) else Unknown
        return (
            below**number
            if abs(number) < _LARGEST_POWER
            else _exp(number * mpmath.log(abs(below))) * (-1) ** (number % 2 if below < 0 else 0)
        )
    if (
        below < 0
        and abs(above - mpmath.nint(above)) > mpf(10) ** -20
        and not isinstance(exponent, Binary)
    ):
        raise Meaningless
    if below <= 0:
        raise Unknown
    return _exp(above * mpmath.log(below))


def _exp(exponent: mpf) -> mpf:
    """Larger exponents make numbers that no memory holds; far below 0 one tiny number is as good as
    another.
    """
    if exponent > _LARGEST_EXPONENT:
        raise Unknown
    return mpmath.exp(max(exponent, -_LARGEST_EXPONENT))


def is_whole(term: Expression, at: Point) -> bool:
    """Whether the term is a whole number by its form."""
    match term:
        case Number(value=number):
            return number.denominator == 1
        case Variable(name=name):
            return name in at.whole
        case Negation(operand=a):
            return is_whole(a, at)
        case Binary(operator="+" | "-" | "*", left=a, right=b):
            return is_whole(a, at) and is_whole(b, at)
        case _:
            return False


def _has_variable(term: Expression) -> bool:
    match term:
        case Number():
            return False
        case Negation(operand=a):
            return _has_variable(a)
        case Binary(left=a, right=b):
            return _has_variable(a) or _has_variable(b)
        case _:
            return True


def _function(name: str, argument: mpf) -> mpf:
    if name in {"arcsin", "arccos"}:
        if abs(argument) > 1:
            raise Meaningless
        return mpmath.asin(argument) if name == "arcsin" else mpmath.acos(argument)
    if name == "exp":
        return _exp(argument)
    if name in {"sinh", "cosh", "tanh", "sech"} and abs(argument) > _LARGEST_EXPONENT:
        raise Unknown
    if name in _QUOTIENTS:
        above, below = _QUOTIENTS[name]
        return _quotient(
            _FUNCTIONS[above](argument) if above else mpf(1), _FUNCTIONS[below](argument)
        )
    return _FUNCTIONS[name](argument)


def _called(name: str, arguments: list[mpf], at: Point) -> mpf:
    definition = at.definitions.get(name)
    if definition is None or len(definition.parameters) != len(arguments):
        raise Unknown
    outer = at.values if at.outer is None else at.outer
    inside = Point(
        {**outer, **dict(zip(definition.parameters, arguments, strict=True))},
        at.whole - set(definition.parameters),
        at.definitions,
        outer,
    )
    return value(definition.body, inside)


# --------------------------------------------------------------------------------------------------
# Limits

_STEPS = 9
_BITS_A_STEP = 10
_CLOSE = mpf(10) ** -9
_APART = mpf(10) ** -5
_LARGE = mpf(10) ** 6


def limit(inside: Callable[[mpf], mpf], point: mpf | Infinity, side: str | None) -> mpf:
    """The number that `inside` goes to. Raises `Meaningless` where there is plainly none, `Unknown`
    where that cannot be told.
    """
    if isinstance(point, Infinity):
        sign = 1 if point.positive else -1
        return _along([_at(inside, sign * mpf(2) ** (5 * k)) for k in range(1, _STEPS + 1)])
    found = [
        _along(
            [
                _at(inside, point + sign * mpf(2) ** (-_BITS_A_STEP * k))
                for k in range(1, _STEPS + 1)
            ]
        )
        for sign, own in ((1, "+"), (-1, "-"))
        if side in {None, own}
    ]
    if len(found) == 2 and abs(found[0] - found[1]) > _APART * (1 + abs(found[0])):
        raise Meaningless
    return found[0]


def _at(inside: Callable[[mpf], mpf], where: mpf) -> mpf | None:
    try:
        return inside(where)
    except Meaningless:
        return None


def _along(found: list[mpf | None]) -> mpf:
    """What a sequence goes to that comes nearer by a thousand at each step."""
    last = found[-5:]
    if all(each is None for each in last):
        raise Meaningless
    numbers = [each for each in last if each is not None]
    if len(numbers) < len(last):
        raise Unknown
    if (
        all(abs(b) > 1.5 * abs(a) for a, b in itertools.pairwise(numbers))
        and abs(numbers[-1]) > _LARGE
    ):
        raise Meaningless
    gaps = [abs(a - b) for a, b in itertools.pairwise(numbers)]
    if gaps[-1] < _CLOSE * (1 + abs(numbers[-1])) and all(
        b <= a for a, b in itertools.pairwise(gaps)
    ):
        return numbers[-1]
    raise Unknown


def _derivative(function: Callable[[mpf], mpf], point: mpf, order: int) -> mpf:
    if order == 0:
        return function(point)
    if order > 2:
        raise Unknown
    middle = function(point)
    if order == 1:
        return limit(lambda x: (function(x) - middle) / (x - point), point, None)
    return limit(
        lambda x: (function(x) - 2 * middle + function(2 * point - x)) / (x - point) ** 2,
        point,
        None,
    )
