"""Hypotheses that exclude each other are named; satisfiable hypotheses never are, since a witness
is found.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from shomei.numbers import find_contradiction, find_witness, refute
from shomei.numbers.boxes import exhausted
from shomei.numbers.budget import Budget
from shomei.numbers.evaluate import Evaluator
from shomei.numbers.linear import clash
from shomei.obligations.model import Context, Hypothesis
from shomei.operations.statement_latex import print_statement
from shomei.terms.definitions import Binding
from shomei.terms.nodes import Binary, Expression, Number, Relation, Variable
from shomei.terms.walk import free_variables
from tests.numbers.expressions import RELATIONS
from tests.numbers.independent import Meaningless, holds, number
from tests.numbers.steps import context, step

#: Hypotheses, and how many of them it takes.
CLASHING = [
    ("x > 0, x < 0", 2),
    ("x = 1, x = 2", 2),
    ("x = 1, x \\neq 1", 2),
    ("x \\ge 1, x \\le 1, x \\neq 1", 3),
    ("x > y, y > z, z > x", 3),
    ("x > y, y > z, z > x, w > 0", 3),
    ("2x + 3y = 6, x > 3, y > 0", 3),
    ("x + y = 1, x - y = 1, y = 1", 3),
    ("x + y \\le 1, x \\ge 1, y > 0", 3),
    ("x^2 < 0", 1),
    ("x^2 = -1", 1),
    ("|x| < 0", 1),
    ("e^x \\le 0", 1),
    ("\\sin x > 1", 1),
    ("x > 0, y > 0, x y < 0", 3),
    ("x^2 + y^2 = 0, x > 1", 2),
    ("x^2 + y^2 = 1, x > 2", 2),
    ("e = 3", 1),
    ("\\pi > 4", 1),
    ("x > 1, \\log_e x < 0", 2),
    ("x^3 = 2, x^2 = 2", 2),
    ("x^2 = 2, x = 1", 2),
    ("x > 2, \\sqrt{x} < 1", 2),
]

#: These need the signs of polynomials between their roots.
CLASHING_BY_ROOTS = [
    "x^2 - 2x + 1 < 0",
    "x^2 + x + 1 = 0",
    "x^2 + x + 1 \\le 0",
    "x^2 - 3x + 2 < 0, x^2 - 7x + 12 < 0",
    "\\frac{1}{x} > 1, x > 1",
]

CONSISTENT = [
    "x > 0",
    "x > 0, x < \\frac{1}{1000000}",
    "x > 1, x y = 1",
    "x \\ge 1, x \\le 1",
    "x^2 = 2",
    "x^2 + y^2 = 1",
    "a > 0, a \\neq 1, x > 0, x + h > 0",
    "x > y, y > z, z > w",
    "x + y = 1, x - y = 1",
    "x^3 - x = 0, x > 0",
    "\\log_2 x > 3",
    "x^2 - 3x + 2 < 0",
    "x = y, y = x",
]


@pytest.mark.parametrize(("assumptions", "fewest"), CLASHING)
def test_hypotheses_that_exclude_each_other_are_named(assumptions: str, fewest: int) -> None:
    found = find_contradiction(context(assumptions), seconds=5)
    assert found is not None
    assert len(found.hypotheses) == fewest


def test_hypotheses_that_do_not_clash_are_not_named() -> None:
    found = find_contradiction(context("w > 0, x > 1, y < 3, x < 0"), seconds=5)
    assert found is not None
    assert [print_statement(h.statement) for h in found.hypotheses] == ["x > 1", "x < 0"]


@pytest.mark.parametrize("assumptions", CLASHING_BY_ROOTS)
def test_polynomials_that_exclude_each_other_are_found_by_their_roots(assumptions: str) -> None:
    assert find_contradiction(context(assumptions), seconds=30) is not None


@pytest.mark.parametrize(
    ("letters", "assumptions"),
    [("N", "n < 1, n \\neq 0"), ("N", "n < 0"), ("Z", "n > 0, n < 1"), ("N", "2n = 1, n < 0")],
)
def test_whole_numbers_have_gaps(letters: str, assumptions: str) -> None:
    found = find_contradiction(
        context(assumptions, before=f"let n \\in \\mathbb{{{letters}}}"), seconds=5
    )
    assert found is not None


@pytest.mark.parametrize("assumptions", CONSISTENT)
def test_hypotheses_that_can_hold_are_no_contradiction(assumptions: str) -> None:
    assert find_contradiction(context(assumptions), seconds=5) is None


@pytest.mark.parametrize("assumptions", CONSISTENT)
def test_a_witness_satisfies_the_hypotheses(assumptions: str) -> None:
    given_context = context(assumptions)
    found = find_witness(given_context, seconds=5)
    assert found is not None
    assert {name for name, _ in found} == {binding.name for binding in given_context.variables}
    if all("." not in written for _, written in found):
        values = {name: number(written) for name, written in found}
        assert all(holds(h.statement, values, {}) for h in given_context.hypotheses)


def test_there_is_no_witness_for_a_contradiction() -> None:
    assert find_witness(context("x > 0, x < 0")) is None


def test_a_step_in_a_contradictory_context_is_refuted_as_such() -> None:
    found = refute(step("assume x > 0, x < 0\nx = x + 1"), seconds=5)
    assert found is not None
    assert found.kind == "contradiction"


_X, _Y = Variable("x"), Variable("y")


def _number(value: int) -> Number:
    return Number(Fraction(value))


@st.composite
def _linear(draw: st.DrawFn) -> Relation:
    left: Expression = Binary("*", _number(draw(st.integers(0, 3))), _X)
    left = Binary(
        draw(st.sampled_from(["+", "-"])), left, Binary("*", _number(draw(st.integers(0, 3))), _Y)
    )
    return Relation(
        draw(st.sampled_from(["=", "<", "<=", ">", ">=", "!="])),
        left,
        _number(draw(st.integers(0, 5))),
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(_linear(), min_size=1, max_size=4),
    st.fractions(-3, 3, max_denominator=3),
    st.fractions(-3, 3, max_denominator=3),
)
def test_what_some_point_satisfies_is_never_a_contradiction(
    relations: list[Relation], x: Fraction, y: Fraction
) -> None:
    """Each relation is turned so that a point known from the start satisfies it, and then the same
    relations must not clash.
    """
    values = {"x": number(str(x)), "y": number(str(y))}
    flipped = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
    satisfied = [
        r if holds(r, values, {}) else Relation(flipped[r.operator], r.left, r.right)
        for r in relations
    ]  # type: ignore[arg-type]
    hypotheses = tuple(Hypothesis(f"h{i}", r) for i, r in enumerate(satisfied))
    assert find_contradiction(Context((Binding("x"), Binding("y")), hypotheses), seconds=5) is None


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(
    st.lists(RELATIONS, min_size=1, max_size=3),
    st.fractions(-3, 3, max_denominator=3),
    st.fractions(-3, 3, max_denominator=3),
)
def test_no_enclosure_and_no_root_excludes_a_point_that_is_there(
    relations: list[Relation], x: Fraction, y: Fraction
) -> None:
    values = {"x": number(str(x)), "y": number(str(y))}
    flipped = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
    try:
        satisfied = [
            r if holds(r, values, {}) else Relation(flipped[r.operator], r.left, r.right)
            for r in relations
        ]  # type: ignore[arg-type]
    except Meaningless:
        assume(False)
    numbered = list(enumerate(satisfied))
    assert clash(numbered, {}) is None
    for names in (("x",), ("y",), ("x", "y")):
        related = [(n, r) for n, r in numbered if set(free_variables(r)) <= set(names)]
        evaluator = Evaluator({}, Budget.of_seconds(20), over_boxes=True)
        assert exhausted(related, names, [x, y, Fraction(1)], frozenset(), evaluator) is None
