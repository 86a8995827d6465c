"""What comes back from sympy is the same term, written otherwise."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shomei.operations.latex import print_expression
from shomei.symbolic import (
    as_squares,
    cancelled,
    divided,
    factored_difference,
    factorisation,
    factors,
    is_empty,
    is_modest,
)
from shomei.symbolic.encoding import Atoms
from shomei.terms.nodes import (
    Apply,
    Binary,
    Constant,
    Expression,
    Negation,
    Number,
    Power,
    Relation,
    RelationOperator,
    Variable,
)

X, Y, Z = Variable("x"), Variable("y"), Variable("z")


def number(value: int) -> Number:
    return Number(Fraction(value))


def polynomial(coefficients: list[int]) -> Expression:
    total: Expression = number(0)
    for power, c in enumerate(coefficients):
        term = Binary("*", number(abs(c)), Power(X, number(power)))
        total = Binary("+" if c >= 0 else "-", total, term)
    return total


def value(term: Expression, at: dict[str, Fraction]) -> Fraction:
    match term:
        case Number(value=exact):
            return exact
        case Variable(name=name):
            return at[name]
        case Negation(operand=a):
            return -value(a, at)
        case Power(base=base, exponent=Number(value=exponent)):
            return value(base, at) ** exponent.numerator
        case Binary(operator=operator, left=a, right=b):
            x, y = value(a, at), value(b, at)
            return {"+": x + y, "-": x - y, "*": x * y}[operator] if operator != "/" else x / y
    raise AssertionError(term)


_LEAVES = st.sampled_from([X, Y, Z, number(0), number(1), number(2), number(7)])
_TERMS: st.SearchStrategy[Expression] = st.recursive(
    _LEAVES,
    lambda parts: st.one_of(
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), parts, parts),
        st.builds(Power, parts, st.sampled_from([number(2), number(3)])),
        st.builds(Negation, parts),
    ),
    max_leaves=8,
)
_POINT = {"x": Fraction(3, 7), "y": Fraction(-11, 5), "z": Fraction(13, 2)}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_TERMS, _TERMS)
def test_another_way_of_writing_has_the_same_value(one: Expression, other: Expression) -> None:
    try:
        first, second = value(one, _POINT), value(other, _POINT)
    except ZeroDivisionError:
        return
    lowest = cancelled(one)
    assert lowest is not None
    assert value(lowest, _POINT) == first
    difference = factored_difference(one, other)
    assert difference is not None
    assert value(difference, _POINT) == first - second
    found = factorisation(one)
    assert found is not None
    product = found.scale
    for factor, times in found.above:
        product *= value(factor, _POINT) ** times
    for factor, times in found.below:
        product /= value(factor, _POINT) ** times
    assert product == first


@pytest.mark.parametrize(
    ("large", "small", "written"),
    [
        (Power(X, number(2)), Power(Y, number(2)), "(x - y) \\cdot (x + y)"),
        (Power(Binary("+", X, number(1)), number(2)), Binary("*", X, X), "2 x + 1"),
        (Binary("/", number(1), X), Binary("/", number(1), Y), "\\frac{(-1) \\cdot x + y}{x y}"),
        (Binary("+", X, X), Binary("*", number(2), X), "0"),
        (Binary("*", Apply("sin", (X,)), number(2)), Constant("pi"), "2 \\sin x - \\pi"),
    ],
)
def test_a_difference_is_factored(large: Expression, small: Expression, written: str) -> None:
    found = factored_difference(large, small)
    assert found is not None
    assert print_expression(found).replace("^{2}", "^2") == written


def test_factors_squares_and_quotients() -> None:
    assert factors(Binary("-", Power(X, number(2)), Power(Y, number(2)))) is not None
    squares = as_squares(polynomial([5, 2, 1]))
    assert squares is not None
    assert (len(squares.roots), squares.sign, squares.rest) == (1, 1, 1)
    assert as_squares(Binary("-", Binary("*", X, X), Binary("*", Y, Y))) is None
    found = divided(Binary("/", polynomial([1, 2]), polynomial([3, 4])), X)
    assert found is not None
    assert print_expression(found) == "\\frac{\\frac{1}{x} + 2}{3 \\cdot \\frac{1}{x} + 4}"


def test_only_what_is_modest_is_asked() -> None:
    power: Expression = Binary("+", Binary("+", X, Y), Binary("+", Z, number(1)))
    assert not is_modest(Power(Power(power, number(40)), number(40)))
    assert not is_modest(Power(Binary("+", number(7**300), X), number(40)))
    assert cancelled(Power(Power(power, number(40)), number(40))) is None


def test_a_long_question_comes_to_its_end() -> None:
    power: Expression = Binary("+", Binary("+", X, Y), Binary("+", Z, number(1)))
    begin = time.monotonic()
    factors(Binary("-", Power(power, number(16)), Power(Binary("+", power, Y), number(3))))
    assert time.monotonic() - begin < 60


def test_what_is_no_sum_and_no_product_is_an_atom() -> None:
    """What a name, or a term, looks like reaches sympy as `q0` alone."""
    atoms = Atoms()
    hostile = Variable("__import__('os').system('false')")
    tree = atoms.encode(Binary("*", hostile, Apply("sin", (X,))))
    assert tree == ["*", ["q0"], ["q1"]]
    assert atoms.decode(["product", ["q0"], ["q1"]]) == Binary("*", hostile, Apply("sin", (X,)))
    found = factored_difference(Binary("*", hostile, X), hostile)
    assert found == Binary("*", hostile, Binary("-", X, number(1)))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(st.integers(-4, 4), min_size=2, max_size=4), min_size=1, max_size=3),
    st.fractions(-3, 3, max_denominator=2),
    st.data(),
)
def test_relations_that_a_point_satisfies_are_not_empty(
    polynomials: list[list[int]], x: Fraction, data: st.DataObject
) -> None:
    relations = []
    for coefficients in polynomials:
        at = sum(c * x**power for power, c in enumerate(coefficients))
        true_there: list[RelationOperator] = {
            0: ["=", "<=", ">="],
            1: [">", ">=", "!="],
            -1: ["<", "<=", "!="],
        }[(at > 0) - (at < 0)]  # type: ignore[assignment]
        relations.append(
            Relation(data.draw(st.sampled_from(true_there)), polynomial(coefficients), number(0))
        )
    assert is_empty(relations, "x", seconds=30) is False


def test_relations_that_exclude_each_other_are_empty() -> None:
    assert is_empty([Relation("=", polynomial([1, 1, 1]), number(0))], "x", seconds=30) is True
    reciprocal = Binary("/", number(1), X)
    both = [Relation(">", reciprocal, number(1)), Relation(">", X, number(1))]
    assert is_empty(both, "x", seconds=30) is True
    assert is_empty([Relation("=", Y, X)], "x", seconds=30) is None
    assert is_empty([Relation("=", Apply("sin", (X,)), number(2))], "x", seconds=30) is None
