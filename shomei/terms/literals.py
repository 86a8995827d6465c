"""Classifies a term by its form: the value of a literal, a natural number, an integer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Final

from shomei.terms.nodes import (
    NOWHERE,
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Span,
    Variable,
    applies,
)
from shomei.terms.walk import children

#: What the signs between terms mean between numbers.
ARITHMETIC: Final[Mapping[str, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": truediv,
}


def numeral(value: int) -> Number:
    """The literal for a natural number."""
    return Number(Fraction(value))


ZERO, ONE, TWO = map(numeral, range(3))
E = Constant("e")


def is_natural(term: Expression, naturals: frozenset[str]) -> bool:
    """Whether the form of `term` shows that it is a natural number: literals, variables of ℕ, their
    sums, products and powers, factorials, binomials.
    """
    if isinstance(term, Number):
        return term.value.denominator == 1
    if isinstance(term, Variable):
        return term.name in naturals
    if isinstance(term, Binary) and term.operator not in ("+", "*"):
        return False
    if isinstance(term, Binary | Power) or applies(term, "factorial", "binomial"):
        # a loop, since a sum of many terms is as deep as it is long
        for part in children(term):  # noqa: SIM110
            if not is_natural(part, naturals):
                return False
        return True
    return False


def is_integer(term: Expression, naturals: frozenset[str]) -> bool:
    """Whether `term` is an integer literal, or a difference or negative of naturals."""
    match term:
        case Negation(operand=a):
            return is_integer(a, naturals)
        case Binary(operator="-" | "+" | "*", left=a, right=b):
            return is_integer(a, naturals) and is_integer(b, naturals)
        case _:
            return is_natural(term, naturals)


def integer_value(term: Expression) -> int | None:
    """The value of an integer literal, with its sign."""
    match term:
        case Number(value=value) if value.denominator == 1:
            return value.numerator
        case Negation(operand=Number(value=value)) if value.denominator == 1:
            return -value.numerator
        case _:
            return None


def exact_value(term: Expression, *, quotients: bool = False) -> Fraction | None:
    """The value of a sum, difference or product of literals, and of a quotient if requested. None
    for anything else.
    """
    match term:
        case Number(value=value):
            return value
        case Negation(operand=a):
            negated = exact_value(a, quotients=quotients)
            return None if negated is None else -negated
        case Binary(operator=operator, left=a, right=b) if quotients or operator != "/":
            left, right = exact_value(a, quotients=quotients), exact_value(b, quotients=quotients)
            if left is None or right is None or (operator == "/" and right == 0):
                return None
            return ARITHMETIC[operator](left, right)
        case _:
            return None


def root(degree: int, argument: Expression, span: Span = NOWHERE) -> Apply:
    """The root of degree `degree`."""
    if degree == 2:
        return Apply("sqrt", (argument,), span=span)
    return Apply("root", (Number(Fraction(degree), span=span), argument), span=span)
