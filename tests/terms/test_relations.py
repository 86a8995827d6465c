"""The table of relations says of each what numbers say."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import get_args

import pytest

from shomei.terms.nodes import Relation, RelationOperator, Variable
from shomei.terms.relations import (
    BY_LEAN_SIGN,
    COMPARISONS,
    ascending,
    holds_between,
    negation,
    turned,
)

TRUTH: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
NUMBERS = [Fraction(n, 2) for n in range(-2, 3)]
OPERATORS = get_args(RelationOperator)
A, B = Variable("a"), Variable("b")


def test_there_are_six_and_no_sign_stands_for_two() -> None:
    assert set(COMPARISONS) == set(OPERATORS) == set(TRUTH)
    assert len({each.latex for each in COMPARISONS.values()}) == 6
    assert len(BY_LEAN_SIGN) == 6


@pytest.mark.parametrize("name", OPERATORS)
def test_each_is_what_its_sign_says(name: RelationOperator) -> None:
    relation = Relation(name, A, B)
    row = COMPARISONS[name]
    for a, b in product(NUMBERS, NUMBERS):
        true = TRUTH[name](a, b)
        assert holds_between(a, name, b) == true
        assert TRUTH[row.turned](b, a) == true
        assert TRUTH[row.negation](a, b) != true
        assert TRUTH[row.strict](a, b) == (true and (a != b or name == "="))
    assert turned(turned(relation)) == relation
    assert negation(negation(relation)) == relation
    assert ascending(relation).operator not in (">", ">=")
    assert ascending(relation) in (relation, turned(relation))
