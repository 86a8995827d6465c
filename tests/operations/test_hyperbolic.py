"""What is particular of the hyperbolic functions: small arguments, and the inverse sine's signs."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from mpmath import libmp

from shomei.arithmetic import interval as iv
from shomei.arithmetic.interval import Interval
from shomei.emitter.lean.term import Notation, real
from shomei.emitter.proof.setting import Known, Setting
from shomei.emitter.proof.sign import negative, nonnegative, nonzero, positive
from shomei.operations.latex import print_expression
from shomei.operations.registry import OPERATIONS
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.terms.literals import ZERO
from shomei.terms.nodes import Apply, Expression, Number, Power, Relation, Variable

X = Variable("x")
ARSINH = Apply("arsinh", (X,))


def read(text: str) -> Expression:
    [item] = parse(f"{text} = 0\n", "term.txt").items
    assert isinstance(item, Chain)
    assert isinstance(item.first, Apply | Power)
    return item.first


@pytest.mark.parametrize("name", ["sinh", "tanh", "arsinh"])
@pytest.mark.parametrize("small", [Fraction(1, 10**30), Fraction(-1, 10**40)])
def test_of_a_small_number_they_lose_no_digits(name: str, small: Fraction) -> None:
    found = OPERATIONS[name].value(small, bits=64, boxes=False)
    assert isinstance(found, Interval)
    assert iv.is_tight(found, 50)
    assert iv.sign(found) == (1 if small > 0 else -1)


def test_a_large_negative_number_loses_none_either() -> None:
    found = OPERATIONS["arsinh"].value(Fraction(-(10**30)), bits=64, boxes=False)
    assert isinstance(found, Interval)
    assert abs(mpmath.make_mpf(iv.middle(found)) - mpmath.asinh(-(mpmath.mpf(10) ** 30))) < 1e-12


def test_a_half_infinite_box_has_a_half_infinite_image() -> None:
    box = Interval(libmp.from_int(0), libmp.finf)
    found = OPERATIONS["arsinh"].value(box, bits=64, boxes=True)
    assert isinstance(found, Interval)
    assert found.high == libmp.finf
    assert libmp.mpf_sign(found.low) == 0


@pytest.mark.parametrize(
    "written",
    [r"\operatorname{arsinh} x", r"\arsinh x", r"\operatorname{arcsinh} x", r"\mathrm{asinh} x"],
)
def test_the_inverse_sine_has_several_names_and_is_printed_by_one(written: str) -> None:
    assert read(written) == ARSINH
    assert print_expression(ARSINH) == r"\operatorname{arsinh} x"


def test_an_exponent_stands_behind_the_name() -> None:
    squared = Power(Apply("sech", (X,)), Number(Fraction(2)))
    assert read(r"\operatorname{sech}^2 x") == squared
    assert print_expression(squared) == r"\operatorname{sech}^{2} x"


def test_lean_gets_a_secant_as_a_reciprocal() -> None:
    assert real(Apply("sech", (X,)), Notation()) == "1 / Real.cosh x"
    assert real(ARSINH, Notation()) == "Real.arsinh x"


def test_the_inverse_sine_has_the_sign_of_its_argument() -> None:
    def told(operator: str) -> Setting:
        relation = Relation(operator, X, ZERO)  # type: ignore[arg-type]
        return Setting.of(Notation(), ("x",), (Known("h", relation),))

    assert positive(ARSINH, told(">")) == "(Real.arsinh_pos_iff.mpr h)"
    assert negative(ARSINH, told("<")) == "(Real.arsinh_neg_iff.mpr h)"
    assert nonnegative(ARSINH, told(">=")) == "(Real.arsinh_nonneg_iff.mpr h)"
    assert nonzero(ARSINH, told("!=")) == "((not_congr Real.arsinh_eq_zero_iff).mpr h)"
    assert positive(ARSINH, told("!=")) is None
