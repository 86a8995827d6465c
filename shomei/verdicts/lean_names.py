"""The names in Lean's propositions, and what each does with its arguments. Terms and statements are
those of `terms`; filters, sets and functions occur only inside a limit or a derivative.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from shomei.operations.operation import Operation
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ONE
from shomei.terms.nodes import (
    Apply,
    Constant,
    Derivative,
    Expression,
    Infinity,
    Limit,
    Power,
    Relation,
    Statement,
    Variable,
)


class UnreadableError(Exception):
    """Not a proposition of the kind that a derivation states."""


@dataclass(frozen=True, slots=True)
class Lambda:
    """`fun variable => body`."""

    variable: str
    body: Expression


@dataclass(frozen=True, slots=True)
class Filter:
    """Near `point`; `full` if the point itself is included."""

    point: Expression | Infinity
    side: Literal["+", "-"] | None = None
    full: bool = False


@dataclass(frozen=True, slots=True)
class Singleton:
    """`{point}`."""

    point: Expression


@dataclass(frozen=True, slots=True)
class Around:
    """The points on one side of `point`, or all except itself."""

    point: Expression
    side: Literal["+", "-"] | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers from `lower` to `upper`."""

    lower: Expression
    upper: Expression


Part: TypeAlias = Expression | Statement | Lambda | Filter | Singleton | Around | Interval

_EXPRESSIONS: Final = get_args(Expression)
_STATEMENTS: Final = get_args(Statement)


def expression(part: Part) -> Expression:
    """`part` as a term. Raises `UnreadableError`."""
    return cast("Expression", part) if isinstance(part, _EXPRESSIONS) else _refuse()


def statement(part: Part) -> Statement:
    """`part` as a proposition. Raises `UnreadableError`."""
    return cast("Statement", part) if isinstance(part, _STATEMENTS) else _refuse()


def _refuse() -> Any:
    raise UnreadableError


def complement(part: Part) -> Around:
    """The set of all numbers except the one point of `part`. Raises `UnreadableError`."""
    return Around(part.point) if isinstance(part, Singleton) else _refuse()


def _within(point: Part, points: Part) -> Filter:
    if not isinstance(points, Around) or points.point != point:
        raise UnreadableError
    return Filter(points.point, points.side)


def _tends_to(function: Part, source: Part, target: Part) -> Relation:
    match function, source, target:
        case (
            Lambda(variable=variable, body=body),
            Filter(point=point, side=side, full=False),
            Filter(point=value, full=True),
        ) if not isinstance(value, Infinity):
            return Relation("=", Limit(variable, point, side, body), value)
    raise UnreadableError


def _has_derivative(function: Part, value: Part, at: Part) -> Relation:
    if not isinstance(function, Lambda) or at != Variable(function.variable):
        raise UnreadableError
    return Relation("=", Derivative(function.variable, function.body), expression(value))


@dataclass(frozen=True, slots=True)
class Head:
    """What a Lean name makes of its arguments."""

    arity: int
    build: Callable[..., Part]


def _head(operation: Operation) -> Head:
    return Head(
        operation.arity,
        lambda *arguments: _applied(operation.name, tuple(map(expression, arguments))),
    )


def _applied(operation: str, arguments: tuple[Expression, ...]) -> Expression:
    first = arguments[0]
    match operation:
        case "log_base":
            return Apply("log_base", (base_of(first), arguments[1]))
        case "exp":
            return Constant("e") if first == ONE else Power(Constant("e"), first)
        case _:
            return Apply(operation, arguments)


def base_of(base: Expression) -> Expression:
    """The base of a power or logarithm. `Real.exp 1` there is a power that evaluates to e; for e
    itself there are `Real.exp` and `Real.log`.
    """
    return Power(base, ONE) if base == Constant("e") else base


#: The operations by their Lean names. Lean also prints each after its first argument: `x.log` for
#: `Real.log x`.
_APPLIED: Final[Mapping[str, Head]] = {
    operation.lean.head: _head(operation)
    for operation in OPERATIONS.values()
    if operation.lean.head
}

#: Every name that Lean prints before its arguments.
HEADS: Final[Mapping[str, Head]] = {
    **_APPLIED,
    "Real.pi": Head(0, lambda: Constant("pi")),
    "π": Head(0, lambda: Constant("pi")),
    "Nat.cast": Head(1, expression),
    "Int.cast": Head(1, expression),
    "atTop": Head(0, lambda: Filter(Infinity())),
    "atBot": Head(0, lambda: Filter(Infinity(positive=False))),
    "Filter.atTop": Head(0, lambda: Filter(Infinity())),
    "Filter.atBot": Head(0, lambda: Filter(Infinity(positive=False))),
    "𝓝": Head(1, lambda point: Filter(expression(point), full=True)),
    "nhds": Head(1, lambda point: Filter(expression(point), full=True)),
    "𝓝[≠]": Head(1, lambda point: Filter(expression(point))),
    "𝓝[>]": Head(1, lambda point: Filter(expression(point), "+")),
    "𝓝[<]": Head(1, lambda point: Filter(expression(point), "-")),
    "nhdsWithin": Head(2, _within),
    "Set.Ioi": Head(1, lambda point: Around(expression(point), "+")),
    "Set.Iio": Head(1, lambda point: Around(expression(point), "-")),
    "Set.compl": Head(1, complement),
    "Compl.compl": Head(1, complement),
    "Singleton.singleton": Head(1, lambda point: Singleton(expression(point))),
    "Finset.Icc": Head(2, lambda lower, upper: Interval(expression(lower), expression(upper))),
    "Tendsto": Head(3, _tends_to),
    "Filter.Tendsto": Head(3, _tends_to),
    "HasDerivAt": Head(3, _has_derivative),
}
#: Every name that Lean prints after its first argument.
FIELDS: Final[Mapping[str, Head]] = {
    **{f".{lean.rpartition('.')[2]}": head for lean, head in _APPLIED.items() if "." in lean},
    ".compl": Head(1, complement),
}
