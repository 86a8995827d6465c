"""What is particular of roots: degrees, exact values, and what stands under them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided
from shomei.emitter.lean.term import Notation, real
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS
from shomei.terms.literals import root
from shomei.terms.nodes import Power, Variable

X = Variable("x")


def test_they_are_written_with_their_degree() -> None:
    assert print_expression(root(2, X)) == r"\sqrt{x}"
    assert print_expression(root(3, X)) == r"\sqrt[3]{x}"
    assert print_expression(Power(root(3, X), X)) == r"\sqrt[3]{x}^{x}"
    assert real(root(2, X), Notation()) == "Real.sqrt x"
    assert real(root(3, X), Notation()) == "x ^ (1 / 3 : ℝ)"


def test_the_root_of_a_square_is_exact() -> None:
    assert OPERATIONS["sqrt"].value(Fraction(9, 4), bits=64, boxes=False) == Fraction(3, 2)
    assert OPERATIONS["root"].value(Fraction(3), Fraction(8), bits=64, boxes=False) == 2
    assert isinstance(OPERATIONS["sqrt"].value(Fraction(2), bits=64, boxes=False), Interval)


def test_an_odd_root_of_a_negative_number_has_a_value_and_an_even_one_has_none() -> None:
    assert OPERATIONS["root"].value(Fraction(3), Fraction(-8), bits=64, boxes=False) == -2
    with pytest.raises(OutsideDomain) as caught:
        OPERATIONS["root"].value(Fraction(4), Fraction(-16), bits=64, boxes=False)
    assert caught.value.position == 1
    with pytest.raises(OutsideDomain):
        OPERATIONS["sqrt"].value(Fraction(-1), bits=64, boxes=False)


def test_a_degree_that_is_no_whole_number_is_left_open() -> None:
    with pytest.raises(Undecided):
        OPERATIONS["root"].value(Fraction(0), Fraction(2), bits=64, boxes=False)
    with pytest.raises(Undecided):
        OPERATIONS["root"].value(Fraction(1, 2), Fraction(2), bits=64, boxes=False)


def test_over_a_box_the_part_with_roots_counts() -> None:
    box = iv.hull((iv.of_fraction(Fraction(-1), 64), iv.of_fraction(Fraction(4), 64)))
    found = OPERATIONS["sqrt"].value(box, bits=64, boxes=True)
    assert isinstance(found, Interval)
    assert libmp.mpf_sign(found.low) == 0
    assert iv.below(found, iv.of_fraction(Fraction(21, 10), 64))
    assert not iv.below(found, iv.of_fraction(Fraction(2), 64))
    with pytest.raises(Undecided):
        OPERATIONS["sqrt"].value(box, bits=64, boxes=False)
