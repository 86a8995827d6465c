"""What a verdict rests on comes with the place that says it."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.verdicts.model import InForce, Premise
from shomei.verdicts.premises import in_force, premises


def of_last(text: str, name: str) -> set[tuple[str, str, int]]:
    found = premises(build(parse(text, name)).obligations[-1], print_statement)
    return {(each.statement, each.origin, each.line) for each in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x > 0$.\n\nThen $x + 1 > 1$.\n", {("x > 0", "assumed", 1)}),
        ("$x$ を正の数とする。\n\nこのとき $x + 1 > 1$ である。\n", {("x > 0", "assumed", 1)}),
        ("Put $Y = x + 1$.\n\n$$ Y^2 = (x + 1)^2 $$\n", {("Y = x + 1", "name", 1)}),
        (
            "For $z > 0$\nwe have $\\log (z^2) = 2 \\log z$.\n",
            {("z > 0", "condition", 1), ("z > 0", "inferred", 2)},
        ),
        (
            "Let $n$ be a natural number.\n\nDefine\n\n$$ f(t) = t + 1 $$\n\nSo $f(n) = n + 1$.\n",
            {("n \\in \\mathbb{N}", "declared", 1), ("f(t) = t + 1", "definition", 5)},
        ),
    ],
)
def test_premises_of_an_article(text: str, expected: set[tuple[str, str, int]]) -> None:
    assert of_last(text, "article.md") == expected


def test_premises_of_plain_text() -> None:
    text = "assume a > 0, a \\neq 1\nlet n \\in \\mathbb{N}\n\\log_a a^n = n\n"
    assert of_last(text, "derivation.txt") == {
        ("a > 0", "assumed", 1),
        ("a \\neq 1", "assumed", 1),
        ("n \\in \\mathbb{N}", "declared", 2),
    }


def test_the_hypotheses_of_a_case_and_of_a_theorems_own_proof() -> None:
    case = "case x \\ge 0\nx + 1 > 0\nendcase\n"
    plan = build(parse(case, "case.txt"))
    assert premises(plan.obligations[0], print_statement) == (Premise("x \\ge 0", "case", 1, 1),)
    proof = "theorem t: x + 1 > 1\nproof\nassume x > 0\nx + 1 > 1\nqed\n"
    assert of_last(proof, "proof.txt") == {("x > 0", "proof", 3)}


def test_what_is_in_force_holds_between_its_ends() -> None:
    text = "# One\n\nLet $x > 0$. Then $x + 1 > 1$.\n\n# Two\n\nWe have $1 + 1 = 2$.\n"
    [found] = in_force(build(parse(text, "article.md")).extents, print_statement)
    assert found.premise.statement == "x > 0"
    assert [found.holds_at(*at) for at in ((2, 1), (4, 1), (5, 9), (6, 1))] == [
        False,
        True,
        False,
        False,
    ]
    open_ended = InForce(found.premise, 3, 9)
    assert not open_ended.holds_at(3, 8) and open_ended.holds_at(99, 1)
