"""What is particular of the exponential function and logarithms: the base, and exact values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS, applied
from shomei.operations.spelling import normalise
from shomei.terms.literals import ONE, ZERO, E
from shomei.terms.nodes import Apply, Power, Relation, Variable

X, A = Variable("x"), Variable("a")
NONE = frozenset[str]()


def test_powers_of_e_are_values_of_the_exponential_function() -> None:
    assert normalise(Apply("exp", (X,))) == Power(E, X)
    assert applied(Power(E, X)) == (OPERATIONS["exp"], (X,))
    assert applied(Power(A, X)) is None


def test_the_logarithm_to_e_is_the_natural_one() -> None:
    assert normalise(Apply("log_base", (E, X))) == Apply("log", (X,))
    assert normalise(Apply("log_base", (A, X))) == Apply("log_base", (A, X))
    needs = OPERATIONS["log_base"].needs
    assert needs is not None
    assert [need.condition for need in needs((E, X), NONE)] == [Relation(">", X, ZERO)]
    assert [need.condition for need in needs((A, X), NONE)] == [
        Relation(">", X, ZERO),
        Relation(">", A, ZERO),
        Relation("!=", A, ONE),
    ]


def test_they_are_printed_with_their_base() -> None:
    assert print_expression(Apply("log", (X,))) == r"\ln x"
    assert print_expression(Apply("log_base", (A, X))) == r"\log_a x"
    assert print_expression(Apply("log_base", (Variable("a_1"), X))) == r"\log_{a_1} x"


@pytest.mark.parametrize(
    ("base", "argument", "value"),
    [(2, Fraction(8), 3), (10, Fraction(1, 100), -2), (3, Fraction(1), 0), (7, Fraction(7), 1)],
)
def test_a_whole_logarithm_is_exact(base: int, argument: Fraction, value: int) -> None:
    assert OPERATIONS["log_base"].value(Fraction(base), argument, bits=64, boxes=False) == value


@pytest.mark.parametrize(
    ("arguments", "position"),
    [((2, 0), 1), ((2, -3), 1), ((0, 5), 0), ((-2, 5), 0), ((1, 5), 0), ((1, 1), 0)],
)
def test_what_is_to_blame_is_named(arguments: tuple[int, int], position: int) -> None:
    base, argument = map(Fraction, arguments)
    with pytest.raises(OutsideDomain) as caught:
        OPERATIONS["log_base"].value(base, argument, bits=64, boxes=False)
    assert caught.value.position == position


def test_over_a_box_the_part_with_logarithms_counts() -> None:
    box = iv.hull((iv.of_fraction(Fraction(-1), 64), iv.of_fraction(Fraction(1), 64)))
    with pytest.raises(Undecided):
        OPERATIONS["log"].value(box, bits=64, boxes=False)
    found = OPERATIONS["log"].value(box, bits=64, boxes=True)
    assert isinstance(found, Interval)
    assert found.low == libmp.fninf
    assert libmp.mpf_sign(found.high) == 0
