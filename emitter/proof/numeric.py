"""Floating-point values of terms at sample points. They only guide the search for a proof: what to
try, never what is true.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from functools import reduce

from shomei.emitter.effort import Exhausted, spend
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Constant,
    Expression,
    Infinity,
    Limit,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.relations import COMPARISONS, sign

_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "exp": math.exp,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "arcsin": math.asin,
    "arccos": math.acos,
    "arctan": math.atan,
    "cot": lambda x: 1 / math.tan(x),
    "sec": lambda x: 1 / math.cos(x),
    "csc": lambda x: 1 / math.sin(x),
}

_TINY = 1e-9

#: How many points are tried before the search for negative coordinates is given up.
_ENOUGH = 60


def evaluate(term: Expression, point: Mapping[str, float]) -> float | None:
    """The value of `term` where the variables have the values of `point`; None where it is
    undefined, too large, or has no plain value.
    """
    try:
        value = _value(term, point)
    except (ArithmeticError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return value if isinstance(value, float | int) and math.isfinite(value) else None


def _value(term: Expression, point: Mapping[str, float]) -> float:
    spend()
    match term:
        case Number(value=value):
            return float(value)
        case Variable(name=name):
            return point[name]
        case Constant(name=name):
            return math.e if name == "e" else math.pi
        case Negation(operand=a):
            return -_value(a, point)
        case Binary(operator=operator, left=left, right=right):
            one, other = _value(left, point), _value(right, point)
            return (
                one + other
                if operator == "+"
                else one - other
                if operator == "-"
                else one * other
                if operator == "*"
                else one / other
            )
        case Power(base=base, exponent=exponent):
            below, above = _value(base, point), _value(exponent, point)
            return 1.0 if below == 0 and above == 0 else math.pow(below, above)
        case Apply(name, (a,)) if name in _FUNCTIONS:
            return _FUNCTIONS[name](_value(a, point))
        case Apply("log", (a,)):
            return math.log(_value(a, point))
        case Apply("log_base", (base, a)):
            return math.log(_value(a, point)) / math.log(_value(base, point))
        case Apply("sqrt", (a,)):
            return math.pow(_value(a, point), 1 / 2)
        case Apply("root", (degree, a)):
            return math.pow(_value(a, point), 1 / _value(degree, point))
        case Apply("abs", (a,)):
            return abs(_value(a, point))
        case Apply("factorial", (a,)):
            return float(math.factorial(_whole(_value(a, point))))
        case Apply("binomial", (a, b)):
            return float(math.comb(_whole(_value(a, point)), _whole(_value(b, point))))
        case BigOperator(operator=operator, index=index, lower=lower, upper=upper, body=body):
            first, last = _whole(_value(lower, point)), _whole(_value(upper, point))
            if last - first > 200:
                raise ValueError("too long")
            values = [_value(body, {**point, index: float(k)}) for k in range(first, last + 1)]
            return sum(values) if operator == "sum" else reduce(lambda x, y: x * y, values, 1.0)
        case Limit(variable=variable, point=at, side=side, body=body):
            step = 1e-6
            if isinstance(at, Infinity):
                return _value(body, {**point, variable: (1 / step) * (1 if at.positive else -1)})
            centre = _value(at, point)
            return _value(body, {**point, variable: centre + (-step if side == "-" else step)})
        case _:
            raise ValueError("no plain value")


def _whole(value: float) -> int:
    if value != int(value) or value > 1000:
        raise ValueError("not a small whole number")
    return int(value)


def holds(relation: Relation, point: Mapping[str, float]) -> bool | None:
    """Whether `relation` is true at `point`, with some tolerance; None where a side is undefined."""
    a, b = evaluate(relation.left, point), evaluate(relation.right, point)
    if a is None or b is None:
        return None
    close = abs(a - b) <= _TINY * max(1.0, abs(a), abs(b))
    return (0 if close else sign(a - b)) in COMPARISONS[relation.operator].signs


def corners(
    names: tuple[str, ...], relations: tuple[Relation, ...]
) -> tuple[dict[str, float], ...]:
    """Points at which a condition may fail by accident alone (all variables 0, 1, -1, or alike), of
    those at which all `relations` hold.
    """
    alike = [dict.fromkeys(names, value) for value in (0.0, 1.0, -1.0, 0.7, 7.3, -7.3)]
    single = [
        {**dict.fromkeys(names, 0.7), name: value}
        for name in names
        for value in (0.0, 1.0, -1.0, 0.1, -0.1, 7.3, -7.3)
    ]
    return tuple(
        point
        for point in (*alike, *single)
        if all(holds(relation, point) for relation in relations)
    )


def _ends(relations: tuple[Relation, ...], point: Mapping[str, float]) -> dict[str, float]:
    """The ends of ranges that have one: `x ≥ -1` holds for x = -1 too, which no random number is."""
    found: dict[str, float] = {}
    for relation in relations:
        for one, other in ((relation.left, relation.right), (relation.right, relation.left)):
            value = (
                evaluate(other, point)
                if relation.operator in ("<=", ">=") and isinstance(one, Variable)
                else None
            )
            if value is not None and isinstance(one, Variable):
                found[one.name] = value
                break
    return found


def sample(
    names: tuple[str, ...],
    naturals: frozenset[str],
    relations: tuple[Relation, ...],
    *,
    count: int = 4,
) -> tuple[dict[str, float], ...]:
    """Up to `count` points at which all `relations` hold, half of them with a negative coordinate
    if there are such. Seeded by the names.
    """
    source = random.Random("|".join(names))  # noqa: S311 (sample points are no secret, and must be the same in every run)
    solved = {
        r.left.name: r.right
        for r in relations
        if r.operator == "=" and isinstance(r.left, Variable)
    }
    positive: list[dict[str, float]] = []
    signed: list[dict[str, float]] = []
    for attempt in range(400):
        spread = (1.0, 3.0, 0.4, 10.0)[attempt % 4]
        # Every third point has negative coordinates: all of them, or some.
        low = {
            n: -spread if attempt % 3 == 2 and (attempt % 2 == 0 or source.random() < 0.5) else 0.05
            for n in names
        }
        high = -0.05 if attempt % 6 == 2 else spread
        least = (
            0 if attempt % 4 == 0 else 1
        )  # 0 is where a guess about natural numbers fails, and it must be among the points
        most = 0 if attempt % 8 == 0 else 6
        point = {
            n: float(source.randint(least, most)) if n in naturals else source.uniform(low[n], high)
            for n in names
        }
        try:
            if attempt % 3 == 1:
                point.update(_ends(relations, point))
            for name, value in solved.items():
                number = evaluate(value, point)
                if number is not None:
                    point[name] = number
            holding = all(holds(relation, point) for relation in relations)
        except Exhausted:
            break
        if holding:
            (signed if any(number < 0 for number in point.values()) else positive).append(point)
            if (len(signed) >= count // 2 or attempt >= _ENOUGH) and len(signed) + len(
                positive
            ) >= count:
                break
    kept = signed[: max(count // 2, count - len(positive))]
    return tuple([*kept, *positive][:count])
