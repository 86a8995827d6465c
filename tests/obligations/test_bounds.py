"""Bounds by numbers, and the integers that they make natural numbers."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.obligations.bounds import bounds, is_counted
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume


def assumed(text: str) -> Assume:
    [item] = parse(f"assume {text}", "test.txt").items
    assert isinstance(item, Assume)
    return item


def test_bounds_stand_on_either_side() -> None:
    [statement] = assumed("3 \\le n").conditions
    assert [*bounds(statement)] == [("n", ">=", 3)]


@pytest.mark.parametrize("text", ["n \\ge 0", "n > -1", "5 < n", "2 \\le n"])
def test_an_integer_from_a_natural_number_on_is_counted(text: str) -> None:
    assert all(is_counted("n", each) for each in assumed(text).conditions)


@pytest.mark.parametrize("text", ["n > -2", "n \\ge -1", "n < 5", "n \\neq 0", "m > 0", "n \\ge m"])
def test_others_are_not(text: str) -> None:
    assert not any(is_counted("n", each) for each in assumed(text).conditions)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Let $n \\ge 5$ be an integer. We have $2^n > n^2$.", "N"),
        ("Let $n$ be an integer with $n \\ge 5$. We have $2^n > n^2$.", "N"),
        ("Let $n \\ge -5$ be an integer. We have $n^2 \\ge n$.", "Z"),
        ("Let $n \\ge 5$ be a real number. We have $n^2 \\ge n$.", "R"),
        ("Let $n \\ge 5$ be an integer. Let $n$ be any integer. We have $n^2 \\ge n$.", "Z"),
    ],
)
def test_the_claims_are_on_these_numbers(text: str, domain: str) -> None:
    obligation = build(parse(text, "test.md")).obligations[-1]
    assert [each.domain for each in obligation.context.variables] == [domain]


@pytest.mark.parametrize(
    "text",
    [
        "For every integer $n \\ge 5$ we have $2^n > n^2$.",
        "We have $2^n > n^2$ for all integers $n \\ge 5$.",
        "$n \\ge 5$ を満たす整数 $n$ に対して $2^n > n^2$ が成り立つ。",
    ],
)
def test_a_bound_of_an_integer_is_assumed_for_its_claim(text: str) -> None:
    context = build(parse(text, "test.md")).obligations[-1].context
    assert [each.domain for each in context.variables] == ["N"]
    assert [print_statement(each.statement) for each in context.hypotheses] == ["n \\ge 5"]


def test_a_bound_of_a_real_number_stays_a_premise() -> None:
    text = "We have $x^2 \\ge x$ for all real numbers $x \\ge 1$."
    obligation = build(parse(text, "test.md")).obligations[-1]
    assert obligation.context.hypotheses == ()
