"""How a record is tried: points inside an operation's domain, and values and slopes there by mpmath
alone, which knows nothing of the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

import mpmath

from shomei.operations.operation import Operation
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Infinity,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)
from shomei.terms.walk import free_variables

#: What each operation is, by mpmath.
MEANING: Mapping[str, Callable[..., mpmath.mpf]] = {
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "cot": mpmath.cot,
    "sec": mpmath.sec,
    "csc": mpmath.csc,
    "arcsin": mpmath.asin,
    "arccos": mpmath.acos,
    "arctan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "sech": mpmath.sech,
    "arsinh": mpmath.asinh,
    "exp": mpmath.exp,
    "log": mpmath.log,
    "log_base": lambda base, a: mpmath.log(a) / mpmath.log(base),
    "sqrt": mpmath.sqrt,
    "root": lambda degree, a: mpmath.root(a, int(degree)),
    "abs": abs,
    "max": max,
    "min": min,
    "factorial": mpmath.factorial,
    "binomial": mpmath.binomial,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "neg": lambda a: -a,
    **dict.fromkeys(("^", "^-", "^(-)", "^R"), mpmath.power),
}

NAMES = ("u", "v")

#: An exponent for each kind of power but the real one.
EXPONENTS: Mapping[str, Expression] = {
    "^": Number(Fraction(3)),
    "^-": Negation(Number(Fraction(2))),
    "^(-)": Binary("-", Variable("v"), Number(Fraction(2))),
}

#: Points of the real line at which a function of one argument is tried.
POINTS = tuple(
    Fraction(n, 8) for n in (-31, -20, -13, -8, -7, -5, -3, -1, 0, 1, 2, 3, 5, 7, 8, 11, 19, 30, 41)
)


def arguments(operation: Operation) -> tuple[Expression, ...]:
    """Variables for the arguments; the degree of a root and most exponents are numbers."""
    if operation.name == "root":
        return (Number(Fraction(3)), Variable("v"))
    if operation.name in EXPONENTS:
        return (Variable("u"), EXPONENTS[operation.name])
    return tuple(Variable(name) for name in NAMES[: operation.arity])


def variables(operation: Operation) -> list[str]:
    """The variables of the arguments."""
    return [name for part in arguments(operation) for name in free_variables(part)]


def points(operation: Operation) -> Iterator[dict[str, Fraction]]:
    """Points at which the operation is tried, inside its domain or not."""
    if operation.lean.arguments == "natural":
        for n in range(8):
            for k in range(8) if operation.arity == 2 else (0,):
                yield {"u": Fraction(n), "v": Fraction(k)}
        return
    for u in POINTS:
        if operation.name == "^(-)":
            yield from ({"u": u, "v": Fraction(k)} for k in range(6))
        elif variables(operation) == ["u"]:
            yield {"u": u}
        else:
            for v in POINTS:
                yield {"u": u, "v": v}


def term_value(term: Expression, point: Mapping[str, Fraction | mpmath.mpf]) -> mpmath.mpf:
    """The value of a term of records. Raises ValueError, ZeroDivisionError or TypeError where it
    has none.
    """
    match term:
        case Number(value=value):
            return mpmath.mpf(value.numerator) / value.denominator
        case Variable(name=name):
            found = point[name]
            return (
                mpmath.mpf(found.numerator) / found.denominator
                if isinstance(found, Fraction)
                else found
            )
        case Constant(name=name):
            return mpmath.e if name == "e" else mpmath.pi
        case Negation(operand=a):
            return -term_value(a, point)
        case Binary(operator=sign, left=a, right=b):
            left, right = term_value(a, point), term_value(b, point)
            return {
                "+": lambda: left + right,
                "-": lambda: left - right,
                "*": lambda: left * right,
                "/": lambda: left / right,
            }[sign]()
        case Power(base=a, exponent=b):
            return _real(mpmath.power(term_value(a, point), term_value(b, point)))
        case Apply(operation=name, arguments=parts):
            return _real(MEANING[name](*(term_value(part, point) for part in parts)))
        case _:
            raise TypeError(term)


def _real(value: mpmath.mpf) -> mpmath.mpf:
    if not isinstance(value, mpmath.mpf) or not mpmath.isfinite(value):
        raise ValueError("no real number")
    return value


def holds(relation: Relation, point: Mapping[str, Fraction | mpmath.mpf]) -> bool:
    """Whether a relation holds at a point."""
    a, b = term_value(relation.left, point), term_value(relation.right, point)
    return bool(
        {
            "=": abs(a - b) < 1e-20,
            "!=": abs(a - b) > 1e-20,
            "<": a < b,
            ">": a > b,
            "<=": a <= b,
            ">=": a >= b,
        }[relation.operator]
    )


def needed(operation: Operation) -> list[Relation]:
    """The conditions under which it is defined, of `arguments`."""
    if operation.needs is None:
        return []
    naturals = frozenset(NAMES) if operation.lean.arguments == "natural" else frozenset({"v"})
    return [need.condition for need in operation.needs(arguments(operation), naturals)]


def inside(operation: Operation) -> list[dict[str, Fraction]]:
    """The points at which what the operation needs holds."""
    found = []
    for point in points(operation):
        try:
            if all(holds(condition, point) for condition in needed(operation)):
                found.append(point)
        except (ValueError, ZeroDivisionError):
            continue
    assert len(found) >= 5, operation.name
    return found


def meaning(operation: Operation, point: Mapping[str, Fraction | mpmath.mpf]) -> mpmath.mpf:
    """Its value by mpmath."""
    return term_value(Apply(operation.name, arguments(operation)), point)


def close(a: mpmath.mpf, b: mpmath.mpf, digits: int = 12) -> bool:
    """Whether two numbers agree."""
    return bool(abs(a - b) <= mpmath.mpf(10) ** -digits * max(1, abs(a), abs(b)))


def near(at: Expression | Infinity | str, distance: int) -> mpmath.mpf:
    """A number nearer and nearer to where an argument goes, as `distance` grows."""
    if isinstance(at, str):
        return {
            "+oo": mpmath.mpf(10) ** distance,
            "-oo": -(mpmath.mpf(10) ** distance),
            "0+": mpmath.mpf(10) ** -distance,
        }[at]
    assert not isinstance(at, Infinity)
    return term_value(at, {}) + mpmath.mpf(10) ** -distance
