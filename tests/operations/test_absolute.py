"""What is particular of the absolute value: its bars, its sign, and both of its inverses."""

from __future__ import annotations

from fractions import Fraction

from shomei.arithmetic import interval as iv
from shomei.emitter.lean.term import Notation, real
from shomei.obligations.signs import follows
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Apply, Binary, Negation, Number, Relation, Variable

X, Y = Variable("x"), Variable("y")
ABS = Apply("abs", (X,))
TWO = Number(Fraction(2))


def test_it_stands_between_bars_and_a_factor_before_it_has_a_sign() -> None:
    assert print_expression(ABS) == r"\left| x \right|"
    assert print_expression(Binary("*", TWO, ABS)) == r"2 \cdot \left| x \right|"


def test_lean_is_told_that_a_numeral_in_it_is_real() -> None:
    assert real(ABS, Notation()) == "abs x"
    assert real(Apply("abs", (TWO,)), Notation()) == "abs (2 : ℝ)"


def test_it_is_positive_of_what_is_not_zero() -> None:
    known = frozenset({Relation("!=", X, ZERO)})
    assert follows(">=", ABS, frozenset())
    assert not follows(">", ABS, frozenset())
    assert follows(">", ABS, known)
    assert follows("!=", ABS, known)
    assert not follows(">", Apply("abs", (Y,)), known)


def test_two_numbers_have_each_absolute_value() -> None:
    inverse = OPERATIONS["abs"].inverse
    assert inverse is not None
    assert inverse((X,), 0, Y) == (Y, Negation(Y))


def test_across_zero_it_begins_at_zero() -> None:
    box = iv.hull((iv.of_fraction(Fraction(-3), 64), iv.of_fraction(Fraction(2), 64)))
    assert OPERATIONS["abs"].value(box, bits=64, boxes=True) == iv.hull(
        (iv.of_fraction(Fraction(0), 64), iv.of_fraction(Fraction(3), 64))
    )
