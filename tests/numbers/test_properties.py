"""Laws of the pre-check over generated expressions, each against sympy's own numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from shomei.arithmetic.value import Undecided, to_interval
from shomei.numbers import refute
from shomei.numbers.budget import Budget, Undefined
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.point import Scope
from shomei.obligations.model import Context, Obligation
from shomei.terms.definitions import Binding
from shomei.terms.nodes import NOWHERE, Binary, Expression, Relation, Statement
from tests.numbers.expressions import EXPRESSIONS, NAMES, RELATIONS, number, rewritten
from tests.numbers.independent import Meaningless, holds, value
from tests.numbers.independent import number as as_sympy

_SETTINGS = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
_FRACTIONS = st.fractions(min_value=-20, max_value=20, max_denominator=20)


def _obligation(goal: Statement) -> Obligation:
    return Obligation(
        "step", "step", NOWHERE, "", "", Context(tuple(Binding(name) for name in NAMES)), goal
    )


def _rational(raw: tuple[int, int, int, int]) -> sympy.Rational:
    sign, mantissa, exponent, _ = raw
    return (-1 if sign else 1) * sympy.Integer(mantissa) * sympy.Rational(2) ** exponent


@_SETTINGS
@given(EXPRESSIONS, _FRACTIONS, _FRACTIONS, st.sampled_from([40, 72, 200]))
def test_an_enclosure_holds_the_value(
    expression: Expression, x: Fraction, y: Fraction, precision: int
) -> None:
    evaluator = Evaluator({}, Budget.of_seconds(60))
    values = {
        name: sympy.Rational(at.numerator, at.denominator) for name, at in (("x", x), ("y", y))
    }
    try:
        found = evaluator.value(expression, Scope({"x": x, "y": y}), precision)
    except Undecided:
        assume(False)
    except Undefined:
        with pytest.raises(Meaningless):
            value(expression, values, {})
        return
    exact = value(expression, values, {})
    if isinstance(found, Fraction):
        low = high = sympy.Rational(found.numerator, found.denominator)
    else:
        enclosure = to_interval(found, precision)
        low, high = _rational(enclosure.low), _rational(enclosure.high)
    # the exact value of sympy is itself compared by numbers of 300 digits
    slack = sympy.Rational(1, 10**250) * (1 + abs(low))
    assert sympy.N(exact - low + slack, 300) >= 0
    assert sympy.N(high - exact + slack, 300) >= 0


@_SETTINGS
@given(RELATIONS)
def test_what_a_refutation_says_is_so(goal: Relation) -> None:
    found = refute(_obligation(goal), seconds=5)
    assume(found is not None)
    assert found is not None
    values = {name: as_sympy(written) for name, written in found.values}
    if found.kind == "false":
        assert not holds(goal, values, {})
    else:
        assert found.kind == "undefined"
        with pytest.raises(Meaningless):
            holds(goal, values, {})


@_SETTINGS
@given(EXPRESSIONS, st.lists(st.integers(0, 5), max_size=12))
def test_an_identity_is_never_false(expression: Expression, choices: list[int]) -> None:
    other = rewritten(expression, choices)
    for goal in (
        Relation("=", expression, other),
        Relation("<=", expression, other),
        Relation(">=", other, expression),
        Relation("<", expression, Binary("+", other, number(1, 1000))),
        Relation("!=", Binary("+", expression, number(1)), other),
    ):
        found = refute(_obligation(goal), seconds=5)
        assert found is None or found.kind == "undefined"


@_SETTINGS
@given(EXPRESSIONS, st.integers(1, 50), st.lists(st.integers(0, 5), max_size=12))
def test_an_identity_that_is_off_by_a_little_is_false_wherever_it_means_something(
    expression: Expression, tenths: int, choices: list[int]
) -> None:
    wrong = Binary("+", rewritten(expression, choices), number(1, 10**tenths))
    evaluator = Evaluator({}, Budget.of_seconds(60))
    for at in (Fraction(2), Fraction(3), Fraction(1, 2)):
        try:
            size = to_interval(evaluator.value(expression, Scope(dict.fromkeys(NAMES, at)), 72), 72)
        except (Undecided, Undefined):
            assume(False)
    # next to a number of a hundred digits a small error is not to be seen
    assume(size.high[2] + size.high[3] < 20)
    found = refute(_obligation(Relation("=", expression, wrong)), seconds=5)
    assert found is not None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(RELATIONS)
def test_the_same_step_is_judged_the_same_twice(goal: Relation) -> None:
    assert refute(_obligation(goal), seconds=5) == refute(_obligation(goal), seconds=5)
