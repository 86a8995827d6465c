"""What is particular of factorials and binomial coefficients: natural numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.arithmetic.value import Undecided
from shomei.emitter.lean.term import Notation, Unprintable, natural, real
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ONE
from shomei.terms.nodes import Apply, Binary, Relation, Variable

N, K = Variable("n"), Variable("k")
LESS = Binary("-", N, ONE)
NOTATION = Notation(frozenset({"n", "k"}))


def test_they_are_printed_with_brackets_where_those_are_needed() -> None:
    assert print_expression(Apply("factorial", (N,))) == "n!"
    assert print_expression(Apply("factorial", (LESS,))) == "(n - 1)!"
    assert print_expression(Apply("binomial", (N, K))) == r"\binom{n}{k}"


def test_lean_casts_them_from_natural_numbers() -> None:
    binomial = Apply("binomial", (N, K))
    assert real(binomial, NOTATION) == "(Nat.choose n k : ℝ)"
    assert natural(binomial, NOTATION) == "Nat.choose n k"
    with pytest.raises(Unprintable, match="natural number"):
        real(Apply("factorial", (Variable("x"),)), NOTATION)


def test_a_difference_needs_to_be_no_less_than_zero() -> None:
    needs = OPERATIONS["factorial"].needs
    assert needs is not None
    assert [need.condition for need in needs((LESS,), NOTATION.naturals)] == [
        Relation(">=", N, ONE)
    ]
    assert needs((N,), NOTATION.naturals) == ()


@pytest.mark.parametrize("argument", [Fraction(-1), Fraction(1, 2)])
def test_of_other_numbers_nothing_is_said(argument: Fraction) -> None:
    with pytest.raises(Undecided):
        OPERATIONS["factorial"].value(argument, bits=64, boxes=False)


def test_they_are_exact() -> None:
    assert OPERATIONS["factorial"].value(Fraction(5), bits=8, boxes=False) == 120
    assert OPERATIONS["binomial"].value(Fraction(3), Fraction(5), bits=8, boxes=False) == 0
