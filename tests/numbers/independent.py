"""Expressions and statements by sympy's own numbers, to 50 digits. The pre-check is compared with
this, and shares no code with it.
"""

from __future__ import annotations

from fractions import Fraction

import sympy

from shomei.terms.definitions import Definition
from shomei.terms.nodes import (
    Apply,
    BigOperator,
    Binary,
    Call,
    Connective,
    Constant,
    Expression,
    Membership,
    Negation,
    Number,
    Power,
    Relation,
    Statement,
    Variable,
)

DIGITS = 50
_FUNCTIONS = {
    "arcsin": sympy.asin,
    "arccos": sympy.acos,
    "arctan": sympy.atan,
    "arsinh": sympy.asinh,
}
Values = dict[str, sympy.Expr]


class Meaningless(Exception):  # noqa: N818 (an outcome, not an error)
    """The expression has no real value."""


def number(text: str) -> sympy.Expr:
    """A value as the pre-check writes it."""
    if text == "e":
        return sympy.E
    if "π" in text:
        return sympy.pi * sympy.Rational(text.replace("π", "1"))
    if "/" in text:
        fraction = Fraction(text)
        return sympy.Rational(fraction.numerator, fraction.denominator)
    return sympy.Rational(text)


def value(node: Expression, values: Values, definitions: dict[str, Definition]) -> sympy.Expr:
    """The value of an expression without limits and derivatives; raises `Meaningless` where it has
    none among the reals.
    """

    def of(part: Expression) -> sympy.Expr:
        return value(part, values, definitions)

    match node:
        case Number():
            return sympy.Rational(node.value.numerator, node.value.denominator)
        case Variable():
            return values[node.name]
        case Constant():
            return {"e": sympy.E, "pi": sympy.pi}[node.name]
        case Negation():
            return -of(node.operand)
        case Binary():
            left, right = of(node.left), of(node.right)
            if node.operator == "/" and _is_zero(right):
                raise Meaningless
            return {
                "+": lambda: left + right,
                "-": lambda: left - right,
                "*": lambda: left * right,
                "/": lambda: left / right,
            }[node.operator]()
        case Power():
            base, exponent = of(node.base), of(node.exponent)
            if not exponent.is_Integer and sympy.N(base, DIGITS) <= 0:
                raise Meaningless
            if exponent.is_Integer and exponent < 0 and _is_zero(base):
                raise Meaningless
            return base**exponent
        case Apply("log", (inside,)):
            return sympy.log(_positive(of(inside)))
        case Apply("log_base", (foot, inside)):
            argument, base = _positive(of(inside)), _positive(of(foot))
            if _is_zero(base - 1):
                raise Meaningless
            return sympy.log(argument) / sympy.log(base)
        case Apply("sqrt", (inside,)):
            return _root(of(inside), 2)
        case Apply("root", (Number(value=degree), inside)):
            return _root(of(inside), degree.numerator)
        case Apply("abs", (inside,)):
            return sympy.Abs(of(inside))
        case Apply("max", (one, other)):
            return sympy.Max(of(one), of(other))
        case Apply("min", (one, other)):
            return sympy.Min(of(one), of(other))
        case Apply("factorial", (inside,)):
            return sympy.factorial(of(inside))
        case Apply("binomial", (upper, lower)):
            return sympy.binomial(of(upper), of(lower))
        case Apply(name, (inside,)):
            argument = of(inside)
            if name in {"arcsin", "arccos"} and sympy.N(abs(argument) - 1, DIGITS) > 0:
                raise Meaningless
            result = (_FUNCTIONS.get(name) or getattr(sympy, name))(argument)
            if result.has(sympy.zoo):
                raise Meaningless
            return result
        case Call():
            definition = definitions[node.name]
            inner = {
                **values,
                **dict(zip(definition.parameters, map(of, node.arguments), strict=True)),
            }
            return value(definition.body, inner, definitions)
        case BigOperator():
            lower, upper = int(of(node.lower)), int(of(node.upper))
            terms = [
                value(node.body, {**values, node.index: sympy.Integer(k)}, definitions)
                for k in range(lower, upper + 1)
            ]
            return sum(terms, sympy.Integer(0)) if node.operator == "sum" else sympy.prod(terms)
        case _:
            raise NotImplementedError(type(node))


def _is_zero(expression: sympy.Expr) -> bool:
    return abs(sympy.N(expression, DIGITS)) < sympy.Float(10) ** -40


def _root(argument: sympy.Expr, degree: int) -> sympy.Expr:
    if degree % 2 == 0 and sympy.N(argument, DIGITS) < 0:
        raise Meaningless
    return sympy.real_root(argument, degree)


def _positive(expression: sympy.Expr) -> sympy.Expr:
    if sympy.N(expression, DIGITS) <= 0:
        raise Meaningless
    return expression


def holds(statement: Statement, values: Values, definitions: dict[str, Definition]) -> bool:
    """Whether the statement holds, equality being equality to 40 digits."""
    match statement:
        case Relation():
            difference = sympy.N(
                value(statement.left, values, definitions)
                - value(statement.right, values, definitions),
                DIGITS,
            )
            assert difference.is_real, difference
            equal = abs(difference) < sympy.Float(10) ** -40
            return {
                "=": equal,
                "!=": not equal,
                "<": not equal and difference < 0,
                "<=": equal or difference < 0,
                ">": not equal and difference > 0,
                ">=": equal or difference > 0,
            }[statement.operator]
        case Membership():
            at = values[statement.name]
            return {
                "N": at.is_integer and at >= 0,
                "N+": at.is_integer and at >= 1,
                "Z": at.is_integer,
                "Q": at.is_rational,
                "R": True,
            }[statement.domain]
        case Connective():
            left, right = (
                holds(statement.left, values, definitions),
                holds(statement.right, values, definitions),
            )
            return {
                "and": left and right,
                "or": left or right,
                "implies": not left or right,
                "iff": left == right,
            }[statement.operator]
