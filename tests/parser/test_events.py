"""Events as sets of outcomes, and their probabilities as sums."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.parser.events import (
    LONGEST,
    Space,
    disjoint,
    independent,
    names_in,
    none_of,
    probability,
    read_inside,
)
from shomei.terms.nodes import NOWHERE

TWO = Space(("A", "B"), "p")

PROBABILITIES = [
    ("A", "p_{11} + p_{10}"),
    (r"A \cap B", "p_{11}"),
    ("A, B", "p_{11}"),
    ("AB", "p_{11}"),
    (r"A \cup B", "p_{11} + p_{10} + p_{01}"),
    (r"A \setminus B", "p_{10}"),
    (r"\bar A", "p_{01} + p_{00}"),
    (r"\overline{A \cup B}", "p_{00}"),
    (r"A^c", "p_{01} + p_{00}"),
    (r"(A \cap B)^{c}", "p_{10} + p_{01} + p_{00}"),
    (r"\left(A \cup B\right)^\complement", "p_{00}"),
    (r"\lnot A \cap B", "p_{01}"),
    (r"\Omega", "p_{11} + p_{10} + p_{01} + p_{00}"),
    (r"\emptyset", "0"),
    (r"A \mid B", r"\frac{p_{11}}{p_{11} + p_{01}}"),
    (r"A | \bar B", r"\frac{p_{10}}{p_{10} + p_{00}}"),
    (r"\bar A, B \,|\, A \cup B", r"\frac{p_{01}}{p_{11} + p_{10} + p_{01}}"),
]


@pytest.mark.parametrize(("inside", "meant"), PROBABILITIES)
def test_a_probability_is_the_sum_over_its_outcomes(inside: str, meant: str) -> None:
    read = read_inside(inside)
    assert read is not None
    assert set(names_in(read)) <= {"A", "B"}
    assert print_expression(probability(read, TWO, NOWHERE)) == meant


@pytest.mark.parametrize(
    "inside",
    ["X = 1", "x", "A + B", r"A \cap B \cup A", r"A, B \cup A", "A | B | A", "A'", "A" * LONGEST],
)
def test_what_is_no_event(inside: str) -> None:
    read = read_inside(inside)
    assert read is None or not set(names_in(read)) - {"A"}
    assert read is None or inside == "A" * LONGEST


def test_what_is_assumed_of_outcomes() -> None:
    assert [print_statement(each) for each in TWO.conditions(NOWHERE)] == [
        r"p_{11} \ge 0",
        r"p_{10} \ge 0",
        r"p_{01} \ge 0",
        r"p_{00} \ge 0",
        "p_{11} + p_{10} + p_{01} + p_{00} = 1",
    ]


def test_more_events_split_the_outcomes() -> None:
    finer = Space(("A", "B", "C"), "q")
    assert {print_statement(each) for each in finer.refines(TWO, NOWHERE)} == {
        "p_{11} = q_{111} + q_{110}",
        "p_{10} = q_{101} + q_{100}",
        "p_{01} = q_{011} + q_{010}",
        "p_{00} = q_{001} + q_{000}",
    }


def test_what_is_said_of_events() -> None:
    three = Space(("A", "B", "C"), "q")
    assert [print_statement(each) for each in independent(TWO, "AB", NOWHERE, pairwise=False)] == [
        r"p_{11} = (p_{11} + p_{10}) \cdot (p_{11} + p_{01})"
    ]
    assert len(independent(three, "ABC", NOWHERE, pairwise=True)) == 3
    assert len(independent(three, "ABC", NOWHERE, pairwise=False)) == 4
    assert three.variables(disjoint(three, "ABC")) == ("q_111", "q_110", "q_101", "q_011")
    assert three.variables(none_of(three, "ABC")) == ("q_000",)
