"""Hypothesis strategies: expressions in x and y, and ways to write an expression differently
without changing its value.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from shomei.terms.literals import root
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    Variable,
)

NAMES = ("x", "y")


def number(numerator: int, denominator: int = 1) -> Number:
    return Number(Fraction(numerator, denominator))


_LEAVES: st.SearchStrategy[Expression] = st.one_of(
    st.integers(0, 9).map(number),
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: number(*pair)),
    st.sampled_from(NAMES).map(Variable),
    st.sampled_from([Constant("e"), Constant("pi")]),
)


def _grown(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), parts, parts),
        st.builds(Negation, parts),
        st.builds(Power, parts, st.integers(0, 3).map(number)),
        st.builds(
            Apply,
            st.sampled_from(
                [
                    "sin",
                    "cos",
                    "exp",
                    "arctan",
                    "tanh",
                    "sinh",
                    "cosh",
                    "arcsin",
                    "arsinh",
                    "sech",
                    "log",
                    "abs",
                ]
            ),
            st.tuples(parts),
        ),
        st.builds(
            Apply,
            st.just("log_base"),
            st.tuples(st.sampled_from([number(2), number(10), number(1, 2)]), parts),
        ),
        st.builds(root, st.sampled_from([2, 3]), parts),
    )


EXPRESSIONS = st.recursive(_LEAVES, _grown, max_leaves=6)

RELATIONS = st.builds(
    Relation, st.sampled_from(["=", "<", "<=", ">", ">=", "!="]), EXPRESSIONS, EXPRESSIONS
)

_ONE, _ZERO, _TWO = number(1), number(0), number(2)


def _same(expression: Expression, choice: int) -> Expression:
    """Another way to write the expression; its parts stay as they are."""
    match expression, choice % 6:
        case Binary(operator="+" | "*" as operator, left=left, right=right), 0 | 3:
            return Binary(operator, right, left)
        case Binary(operator="-", left=left, right=right), 0 | 3:
            return Binary("+", left, Negation(right))
        case Binary(
            operator="*", left=Binary(operator="+" | "-" as inner, left=a, right=b), right=c
        ), 1 | 4:
            return Binary(inner, Binary("*", a, c), Binary("*", b, c))
        case Binary(
            operator="/", left=Binary(operator="+" | "-" as inner, left=a, right=b), right=c
        ), 1 | 4:
            return Binary(inner, Binary("/", a, c), Binary("/", b, c))
        case Power(base=base, exponent=Number(value=value)), 2 if value == 2:
            return Binary("*", base, base)
        case Apply("abs", (argument,)), 2:
            return Apply("sqrt", (Power(argument, _TWO),))
        case Apply("exp", (Binary(operator="+", left=a, right=b),)), 2:
            return Binary("*", Apply("exp", (a,)), Apply("exp", (b,)))
        case Apply("exp", (argument,)), 5:
            return Power(Constant("e"), argument)
        case _, 1:
            return Binary("+", expression, _ZERO)
        case _, 2:
            return Binary("*", _ONE, expression)
        case _, 3:
            return Negation(Negation(expression))
        case _, 4:
            return Binary("-", Binary("+", expression, _TWO), _TWO)
        case _:
            return expression


def rewritten(expression: Expression, choices: list[int]) -> Expression:
    """The expression written differently from the leaves up, by as many choices as there are."""

    def go(node: Expression) -> Expression:
        match node:
            case Binary():
                node = Binary(node.operator, go(node.left), go(node.right))
            case Negation():
                node = Negation(go(node.operand))
            case Power():
                node = Power(go(node.base), node.exponent)
            case Apply(operation, (*first, argument)):
                node = Apply(operation, (*first, go(argument)))
            case _:
                pass
        return _same(node, choices.pop()) if choices else node

    return go(expression)
