"""What is particular of the arc functions: the ends of their domain."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.arithmetic.value import OutsideDomain, Undecided
from shomei.operations.registry import OPERATIONS


@pytest.mark.parametrize(
    ("name", "end", "times_pi"),
    [("arcsin", 1, 0.5), ("arcsin", -1, -0.5), ("arccos", -1, 1.0)],
)
def test_at_the_ends_they_are_parts_of_pi(name: str, end: int, times_pi: float) -> None:
    found = OPERATIONS[name].value(Fraction(end), bits=53, boxes=False)
    assert isinstance(found, Interval)
    assert abs(mpmath.make_mpf(iv.middle(found)) - times_pi * mpmath.pi) < 1e-12


def test_the_inverse_cosine_of_1_is_exactly_0() -> None:
    assert OPERATIONS["arccos"].value(Fraction(1), bits=53, boxes=False) == 0


@pytest.mark.parametrize("name", ["arcsin", "arccos"])
@pytest.mark.parametrize("beyond", [Fraction(-11, 10), Fraction(1001, 1000)])
def test_beyond_them_the_argument_is_to_blame(name: str, beyond: Fraction) -> None:
    with pytest.raises(OutsideDomain) as caught:
        OPERATIONS[name].value(beyond, bits=53, boxes=False)
    assert (caught.value.position, caught.value.value) == (0, beyond)


def test_an_interval_that_reaches_beyond_is_undecided() -> None:
    with pytest.raises(Undecided):
        across = iv.hull((iv.of_fraction(Fraction(1, 2), 53), iv.of_fraction(Fraction(3, 2), 53)))
        OPERATIONS["arcsin"].value(across, bits=53, boxes=False)
