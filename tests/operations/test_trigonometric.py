"""What is particular of sine, cosine, tangent and their reciprocals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shomei.arithmetic import interval as iv
from shomei.arithmetic.value import OutsideDomain, Undecided
from shomei.emitter.lean.term import Notation, real
from shomei.operations.registry import OPERATIONS
from shomei.terms.nodes import Apply, Variable

X = Variable("x")


@pytest.mark.parametrize(
    ("name", "lean"),
    [
        ("sin", "Real.sin x"),
        ("tan", "Real.tan x"),
        ("cot", "Real.cos x / Real.sin x"),
        ("sec", "1 / Real.cos x"),
        ("csc", "1 / Real.sin x"),
    ],
)
def test_lean_gets_what_mathlib_has(name: str, lean: str) -> None:
    assert real(Apply(name, (X,)), Notation()) == lean


@pytest.mark.parametrize("name", ["cot", "csc"])
def test_at_zero_the_sine_is_to_blame(name: str) -> None:
    with pytest.raises(OutsideDomain) as caught:
        OPERATIONS[name].value(Fraction(0), bits=64, boxes=False)
    assert caught.value.position is None
    assert caught.value.value == 0
    assert caught.value.why.startswith("the sine in a")


@pytest.mark.parametrize("name", ["tan", "sec"])
def test_across_a_pole_nothing_is_said(name: str) -> None:
    across = iv.hull((iv.of_fraction(Fraction(3, 2), 64), iv.of_fraction(Fraction(8, 5), 64)))
    with pytest.raises(Undecided):
        OPERATIONS[name].value(across, bits=64, boxes=True)


def test_the_names_of_other_countries_are_read() -> None:
    assert {"tg", "ctg", "cosec"} <= {
        name for operation in OPERATIONS.values() for name in operation.notation.read
    }
