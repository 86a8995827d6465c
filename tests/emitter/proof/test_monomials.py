"""Terms multiplied out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.emitter.proof.monomials import TooMany, difference, polynomial, total
from shomei.operations.latex import print_expression
from shomei.terms.literals import ONE, ZERO, numeral
from shomei.terms.nodes import Binary, Choice, Expression, Power, Variable

X, Y, N = map(Variable, "xyn")


def plus(a: Expression, b: Expression) -> Expression:
    return Binary("+", a, b)


def test_a_square_is_multiplied_out() -> None:
    assert polynomial(Power(Binary("-", X, Y), numeral(2))) == {
        ((X, 2),): Fraction(1),
        ((X, 1), (Y, 1)): Fraction(-2),
        ((Y, 2),): Fraction(1),
    }


def test_what_cancels_is_gone() -> None:
    assert polynomial(Binary("-", Binary("*", X, Y), Binary("*", Y, X))) == {}
    assert print_expression(total({})) == "0"


def test_a_quotient_by_a_product_is_one_by_each_factor() -> None:
    found = polynomial(Binary("/", X, Binary("*", numeral(2), Y)))
    assert found == {((X, 1), (Y, -1)): Fraction(1, 2)}


def test_a_choice_is_one_case_and_the_difference_to_the_other() -> None:
    delta = Choice(N, ONE, ONE, ZERO)
    found = polynomial(Choice(N, ONE, X, Y))
    assert set(found) == {((Y, 1),), ((delta, 1), (X, 1)), ((delta, 1), (Y, 1))}
    assert found[(delta, 1), (Y, 1)] == -1


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (plus(N, numeral(2)), N, 2),
        (Binary("-", N, ONE), plus(N, ONE), -2),
        (plus(X, N), plus(N, X), 0),
        (X, Y, None),
    ],
)
def test_bounds_are_compared(left: Expression, right: Expression, apart: int | None) -> None:
    assert difference(left, right) == apart


def test_too_many_monomials_are_refused() -> None:
    long = plus(plus(plus(X, Y), N), plus(Variable("a"), Variable("b")))
    with pytest.raises(TooMany):
        polynomial(Power(long, numeral(6)))
