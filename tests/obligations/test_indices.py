"""Letters that count, and derivatives by the elements of a family."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.obligations.model import Obligation
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse


def only(text: str) -> Obligation:
    (found,) = build(parse(text, "t.txt")).obligations
    return found


def domains(obligation: Obligation) -> dict[str, str]:
    return {each.name: each.domain for each in obligation.context.variables}


@pytest.mark.parametrize(
    ("text", "naturals"),
    [
        (r"\sum_{k=1}^{n} k x = x \sum_{k=1}^{n} k", {"n"}),
        (r"k \binom{n}{k} = n \binom{n-1}{k-1}", {"n", "k"}),
        (r"(n + 1)! = (n + 1) n!", {"n"}),
        (r"\sum_{i=1}^{m} x_i c = c \sum_{i=1}^{m} x_i", {"m"}),
        (r"x y = y x", set()),
        ("let P = \\sum_{i=1}^{n} i\nP + x = x + P", {"n"}),
    ],
)
def test_what_counts_is_a_natural_number(text: str, naturals: set[str]) -> None:
    found = domains(only(text))
    assert {name for name, domain in found.items() if domain == "N"} == naturals


def test_a_declaration_counts_more() -> None:
    found = only("let n \\in \\mathbb{R}\n\\sum_{k=1}^{n} k = \\sum_{k=1}^{n} k")
    assert domains(found) == {"n": "R"}


def test_a_number_takes_the_place_of_one_element() -> None:
    found = only(r"\frac{\partial}{\partial x_j} \left( \sum_{i=1}^{n} x_i^2 \right) = 2 x_j")
    stated = {print_statement(each.statement) for each in found.context.hypotheses}
    assert {r"j \ge 1", r"j \le n"} <= stated
    assert "cases" in print_statement(found.goal)
    assert domains(found)["x_j"] == "R"


def test_nothing_differentiates_by_what_a_formula_gives() -> None:
    text = (
        "# A\n\nLet $z_1, \\dots, z_n$ be numbers.\n\n$$ p_i = 2 z_i $$\n\n"
        "$$ \\frac{\\partial}{\\partial p_j} \\left( \\sum_{i=1}^{n} p_i \\right) = 1 $$\n"
    )
    (found,) = build(parse(text, "t.md")).obligations
    assert found.problem is not None
    assert "given by a formula" in found.problem
