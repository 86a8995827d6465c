"""Sums that begin below zero."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_expression
from shomei.parser.notation.negative_bounds import counted_from_zero
from shomei.terms.literals import numeral
from shomei.terms.nodes import BigOperator, Expression, Negation, Power, Variable

K, N, X = Variable("k"), Variable("n"), Variable("x")


@pytest.mark.parametrize(
    ("below", "upper", "body", "read"),
    [
        (2, numeral(1), K, r"\sum_{k = 0}^3 (k - 2)"),
        (1, N, Power(K, numeral(2)), r"\sum_{k = 0}^{n + 1} (k - 1)^{2}"),
        (3, Negation(numeral(1)), K, r"\sum_{k = 0}^2 (k - 3)"),
    ],
)
def test_it_is_counted_from_zero(
    below: int, upper: Expression, body: Expression, read: str
) -> None:
    whole = BigOperator("sum", "k", Negation(numeral(below)), upper, body)
    assert print_expression(counted_from_zero(whole)) == read


@pytest.mark.parametrize(
    ("lower", "upper", "body"),
    [
        (Negation(numeral(1)), numeral(1), Power(X, K)),
        (Negation(numeral(1)), Negation(numeral(3)), K),
        (numeral(1), N, K),
        (Negation(N), N, K),
    ],
)
def test_it_is_left_as_it_stands(lower: Expression, upper: Expression, body: Expression) -> None:
    whole = BigOperator("sum", "k", lower, upper, body)
    assert counted_from_zero(whole) == whole
