"""Random variables with finitely many outcomes, and their expectations as sums."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_expression
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Assume, Chain
from shomei.parser.errors import SyntaxProblem

NAMED = r"let X take the values x_1, \dots, x_n with probabilities p_1, \dots, p_n"
COIN = "let Y take the values 0, 1 with probabilities 1 - q, q"
UNNAMED = "let U, V be random variables on a finite probability space"

EXPECTATIONS = [
    (NAMED, "E[X]", r"\sum_{i = 1}^n p_i x_i"),
    (NAMED, r"\mathbb{E}\left[ X^2 \right]", r"\sum_{i = 1}^n p_i x_i^2"),
    (NAMED, r"\operatorname{E}(a X + i)", r"\sum_{j = 1}^n p_j (a x_j + i)"),
    (NAMED, r"\mathrm{Var}(X)", r"\sum_{j = 1}^n p_j (x_j - \sum_{i = 1}^n p_i x_i)^2"),
    (NAMED, "E[3]", r"\sum_{i = 1}^n p_i \cdot 3"),
    (NAMED, "E[X^2] - E[X]^2", r"\sum_{i=1}^n p_i x_i^2 - (\sum_{i=1}^n p_i x_i)^2"),
    (
        r"let X take the values x_1, \dots, x_n, each with probability \frac{1}{n}",
        "E[X]",
        r"\sum_{i = 1}^n \frac{1}{n} x_i",
    ),
    (COIN, "E[Y]", r"(1 - q) \cdot 0 + q \cdot 1"),
    (COIN, "E[Y^2]", r"(1 - q) \cdot 0^2 + q \cdot 1^2"),
    (UNNAMED, "E[U V]", r"\sum_{i = 1}^n p_i (U_i V_i)"),
    (
        UNNAMED,
        r"\mathrm{Cov}(U, V)",
        r"\sum_{j=1}^n p_j ((U_j - \sum_{i=1}^n p_i U_i) (V_j - \sum_{i=1}^n p_i V_i))",
    ),
    (
        f"{NAMED}\n{COIN}\nlet X and Y be independent",
        "E[X Y]",
        r"\sum_{i = 1}^n p_i ((1 - q) (x_i \cdot 0) + q (x_i \cdot 1))",
    ),
]


def _claimed(text: str) -> str:
    chain = parse(text, "test.txt").items[-1]
    assert isinstance(chain, Chain)
    return print_expression(chain.first)


@pytest.mark.parametrize(("said", "written", "meant"), EXPECTATIONS)
def test_an_expectation_is_its_sum(said: str, written: str, meant: str) -> None:
    families = r"\sum_{i=1}^n p_i x_i U_i V_i = 0"
    assert _claimed(f"{said}\n{written} = 7") == _claimed(f"{families}\n{meant} = 7")


ASSUMED = [
    (NAMED, [r"p_i \ge 0 for all i", r"\sum_{i = 1}^n p_i = 1"]),
    (COIN, [r"1 - q \ge 0", r"q \ge 0", "1 - q + q = 1"]),
    ("let Z take the values 1, 2 with probabilities 0.5, 0.5", ["0.5 + 0.5 = 1"]),
]


@pytest.mark.parametrize(("said", "conditions"), ASSUMED)
def test_what_is_assumed_of_probabilities(said: str, conditions: list[str]) -> None:
    (assumed,) = (
        item for item in parse(f"{said}\n0 = 0", "test.txt").items if isinstance(item, Assume)
    )
    assert [print_statement(each) for each in assumed.conditions] == conditions


REFUSED = [
    (f"{NAMED}\nX = 2", "is a random variable"),
    (f"{NAMED}\nX + E[X] = 2", "is a random variable"),
    (f"{NAMED}\n{COIN}\nE[X Y] = 2", "distributed together"),
    (f"{UNNAMED}\nlet U and V be independent", "need a distribution each"),
    (f"{NAMED}\nlet X and W be independent", "no random variable"),
    ("let X take the values 1, 2 with probabilities 1/2", "not as many probabilities"),
    (r"let X take the values 1, 2 with probabilities p_1, \dots, p_n", "not as many probabilities"),
    ("E[X] = 2", "looks like a function"),
    (r"\mathbb{E}[X] = 2", "random variables are not part of the language"),
    (f"{NAMED}\n" + r"\mathrm{E}_p[X] = 2", ""),
    (f"{NAMED}\n" + r"\mathrm{Var}(" * 30 + "X" + ")" * 30 + " = 1", "too long"),
    (f"{COIN}\n" + "E[Y " * 30 + "Y" + "]" * 30 + " = 1", "too long"),
    (f"{NAMED}\nE = 2", "stands here without an argument"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_not_known_is_refused(text: str, why: str) -> None:
    with pytest.raises(SyntaxProblem) as problem:
        parse(text, "test.txt")
    assert why in problem.value.message


@pytest.mark.parametrize(
    "line",
    [
        "let random variable X take on the values 1, 2 with the respective probabilities p, q",
        "let X be a random variable that takes the values 1 and 2 with probabilities p and q",
        "let X take the values 1, 2 with probabilities p and q, respectively",
        "let X be a discrete random variable taking values 1, 2 with probability p, q",
        "変数 確率変数 X は値 1, 2 を確率 p, q でとる",
    ],
)
def test_the_words_for_a_distribution(line: str) -> None:
    assert _claimed(f"{line}\nE[X] = 7") == _claimed(r"p \cdot 1 + q \cdot 2 = 7")


def test_a_note_says_what_is_read_once() -> None:
    document = parse(f"{NAMED}\nE[X] = E[X]\nE[X] = 2 E[X^2]", "test.txt")
    notes = [warning.message for warning in document.warnings]
    assert notes == [r"this is read as `\sum_{i = 1}^n p_i \cdot x_i`"]
