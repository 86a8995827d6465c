"""Whether a step is really false: there are numbers inside its hypotheses for which it fails or has
no meaning. Only `values` judges, and in doubt the step is not false.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

import mpmath
from mpmath import mpf

from shomei.obligations.model import Context, Obligation
from shomei.terms.nodes import Connective, Membership, Relation, Statement, Variable
from shomei.terms.walk import free_variables, is_limiting
from tests.mutation.values import DIGITS, Meaningless, Point, Unknown, value

_REALS = [
    Fraction(text)
    for text in [
        "2",
        "3",
        "1/2",
        "1",
        "5",
        "-1",
        "-2",
        "0",
        "1/3",
        "7/3",
        "-1/2",
        "10",
        "-3",
        "3/2",
        "9/10",
        "1/10",
        "4",
        "-1/5",
        "6",
        "20",
    ]
]
_WHOLE = [Fraction(number) for number in (2, 3, 1, 0, 4, 5, 7, 10)]
_WHOLE_BELOW = [*_WHOLE, Fraction(-1), Fraction(-2), Fraction(-3)]
_TRIES = 400
_POINTS = 12
_POINTS_OF_LIMITS = 5
_EQUAL = mpf(10) ** -100
_DIFFERENT = mpf(10) ** -12
_DIFFERENT_LIMITS = mpf(10) ** -4


@dataclass(frozen=True, slots=True)
class Falsity:
    """What is wrong, and where."""

    kind: Literal["false", "meaningless"]
    values: tuple[tuple[str, str], ...]


def falsity(obligation: Obligation) -> Falsity | None:
    """None where no numbers are found; deterministic."""
    with mpmath.workdps(DIGITS):
        most = _POINTS_OF_LIMITS if _reads_limits(obligation.goal) else _POINTS
        for point in itertools.islice(_points(obligation), most):
            try:
                answer = truth(obligation.goal, point)
            except Meaningless:
                return Falsity("meaningless", _written(point))
            except (Unknown, ArithmeticError, ValueError):
                continue
            if answer is False:
                return Falsity("false", _written(point))
        return None


def _written(point: Point) -> tuple[tuple[str, str], ...]:
    return tuple((name, mpmath.nstr(number, 8)) for name, number in point.values.items())


def _reads_limits(statement: Statement) -> bool:
    match statement:
        case Relation(left=a, right=b):
            return is_limiting(a) or is_limiting(b)
        case Connective(left=p, right=q):
            return _reads_limits(p) or _reads_limits(q)
        case _:
            return False


def truth(statement: Statement, point: Point) -> bool:
    """Raises `Meaningless` where a relation means nothing, `Unknown` where it cannot be told."""
    match statement:
        case Relation(operator=operator, left=a, right=b):
            return _compare(
                operator,
                value(a, point),
                value(b, point),
                _DIFFERENT_LIMITS if _reads_limits(statement) else _DIFFERENT,
            )
        case Membership(name=name, domain=domain):
            return _is_in(domain, point.values[name])
        case Connective(operator=operator, left=p, right=q):
            # Numbers cannot tell what a side means where the other side makes it irrelevant.
            try:
                left = truth(p, point)
                if (operator, left) in {("implies", False), ("or", True)}:
                    return True
                right = truth(q, point)
            except Meaningless:
                raise Unknown from None
            return {
                "and": left and right,
                "or": left or right,
                "implies": right,
                "iff": left == right,
            }[operator]


def _compare(operator: str, left: mpf, right: mpf, margin: mpf) -> bool:
    scale = 1 + abs(left) + abs(right)
    equal, different = abs(left - right) < _EQUAL * scale, abs(left - right) > margin * scale
    if not equal and not different:
        raise Unknown
    if equal and margin == _DIFFERENT_LIMITS and operator in {"<", ">", "!="}:
        raise Unknown
    return {
        "=": equal,
        "!=": different,
        "<": different and left < right,
        "<=": equal or left < right,
        ">": different and left > right,
        ">=": equal or left > right,
    }[operator]


def _is_in(domain: str, number: mpf) -> bool:
    whole = number == mpmath.nint(number)
    return {
        "N": whole and number >= 0,
        "N+": whole and number >= 1,
        "Z": whole,
        "Q": True,
        "R": True,
    }[domain]


def _points(obligation: Obligation) -> Iterator[Point]:
    """Points that certainly satisfy all hypotheses, simple ones first."""
    context = obligation.context
    domains = {binding.name: binding.domain for binding in context.variables}
    for name in free_variables(obligation.goal):
        domains.setdefault(name, "R")
    whole = frozenset(name for name, domain in domains.items() if domain in {"N", "N+", "Z"})
    definitions = {definition.name: definition for definition in context.definitions}
    random = Random(repr(sorted(domains.items())))
    seen: set[tuple[mpf, ...]] = set()
    for turn in range(_TRIES if domains else 1):
        chosen = {
            name: _choice(domain, turn, place, random)
            for place, (name, domain) in enumerate(domains.items())
        }
        point = _solved(context, Point(chosen, whole, definitions))
        key = tuple(point.values.values())
        if key not in seen and _satisfies(context, domains, point):
            seen.add(key)
            yield point


def _choice(domain: str, turn: int, place: int, random: Random) -> mpf:
    pool: Sequence[Fraction] = {"N": _WHOLE, "N+": _WHOLE, "Z": _WHOLE_BELOW}.get(domain, _REALS)
    chosen = pool[(turn + place) % len(pool)] if turn < len(pool) else random.choice(pool)
    return mpf(chosen.numerator) / chosen.denominator


def _solved(context: Context, point: Point) -> Point:
    """The point with the variables that a hypothesis says to equal something made equal to it."""
    values = dict(point.values)
    for hypothesis in context.hypotheses:
        statement = hypothesis.statement
        if isinstance(statement, Relation) and statement.operator == "=":
            for side, other in (
                (statement.left, statement.right),
                (statement.right, statement.left),
            ):
                if (
                    isinstance(side, Variable)
                    and side.name in values
                    and side.name not in free_variables(other)
                ):
                    try:
                        values[side.name] = value(
                            other, Point(values, point.whole, point.definitions)
                        )
                    except (Meaningless, Unknown, ArithmeticError, ValueError):
                        continue
                    break
    return Point(values, point.whole, point.definitions)


def _satisfies(context: Context, domains: Mapping[str, str], point: Point) -> bool:
    try:
        return all(_is_in(domain, point.values[name]) for name, domain in domains.items()) and all(
            truth(h.statement, point) for h in context.hypotheses
        )
    except (Meaningless, Unknown, ArithmeticError, ValueError):
        return False
