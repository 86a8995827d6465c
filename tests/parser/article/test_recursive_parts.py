"""How long a sequence that is given by a recursion is known, and what its index is."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.operations.statement_latex import print_statement
from shomei.parser import parse

GIVEN = "# First\n\nLet $a_1 = 3$ and $a_{n+1} = 2 a_n$.\n\n"


def steps(text: str) -> tuple[Obligation, ...]:
    return build(parse(text, "a.md")).obligations


def test_a_sequence_is_known_in_the_sections_below() -> None:
    (step,) = steps(GIVEN + "# Second\n\nWe have $a_2 = 6$.\n")
    assert len(step.context.hypotheses) == 2
    assert not step.doubts


def test_another_recursion_displaces_it() -> None:
    text = GIVEN + "# Second\n\nLet $a_1 = 1$ and $a_{n+1} = a_n + 5$. We have $a_2 = 6$.\n"
    (step,) = steps(text)
    assert len(step.context.hypotheses) == 2


def test_in_another_section_a_bare_formula_may_give_another_sequence() -> None:
    (step,) = steps(GIVEN + "# Second\n\nHere is more.\n\n$$ a_n = n^2 $$\n")
    assert step.tentative


@pytest.mark.parametrize("said", ["for all $n$", "for every $n$", "for any $n$"])
def test_an_index_of_which_all_values_are_meant_is_a_natural_number(said: str) -> None:
    *_, step = steps(GIVEN + f"We have $a_n > 0$ {said}. It follows that $a_n + 1 > 1$.\n")
    assert [(each.name, each.domain) for each in step.context.variables] == [("n", "N")]


@pytest.mark.parametrize(
    "text",
    [
        "Its terms obey\n\n$$ x_{n+1} = 2 x_n + 1 $$\n\nunless told otherwise.\n\n",
        "It may be that $x_{n+1} = 2 x_n + 1$.\n\n",
    ],
)
def test_a_recursion_that_is_not_understood_leaves_no_alarm(text: str) -> None:
    *_, step = steps(f"{text}# Next\n\nWe have $x_{{n+1}} = x_n + 5$.\n")
    assert step.doubts or step.tentative


@pytest.mark.parametrize(
    "text",
    [
        "Assume that $a_k = 2^k$ for some $k \\ge 1$. Then $a_{k+1} = 2^{k+1}$.\n",
        "Suppose that $a_k = 2^k$ for a fixed $k$. Then $a_{k+1} = 2^{k+1}$.\n",
        "ある自然数 $k$ について $a_k = 2^k$ が成り立つと仮定する。"
        "このとき $a_{k+1} = 2^{k+1}$ である。\n",
    ],
)
def test_an_inductive_hypothesis_is_supposed_of_any_index(text: str) -> None:
    step = steps(GIVEN + text)[-1]
    stated = [print_statement(each.statement) for each in step.context.hypotheses]
    assert "a_k = 2^{k}" in stated
    assert len(stated) >= 3  # the recursion is still known


@pytest.mark.parametrize(
    "text",
    [
        "We have $a_k = 2^k$ for some $k \\ge 1$. Then $a_{k+1} = 2^{k+1}$.\n",
        "Assume that $x = 2$ for some $x \\ge 1$. Then $x + 1 = 3$.\n",
    ],
)
def test_what_is_so_of_some_index_is_no_such_hypothesis(text: str) -> None:
    found = steps(GIVEN + text)
    for step in found:
        stated = [print_statement(each.statement) for each in step.context.hypotheses]
        assert "a_k = 2^{k}" not in stated and "x = 2" not in stated


def test_what_an_induction_is_to_show_of_a_sequence_is_claimed() -> None:
    (step,) = steps(GIVEN + "We show by induction that $a_n > 0$ for all $n$.\n")
    assert step.tentative
    assert not steps("Let $x > 0$. We show by induction that $x + 1 > 1$.\n")


@pytest.mark.parametrize(
    "text",
    ["The first values: $a_2 = 6$ and $a_3 = 13$.\n", "Values: $a_2 = 6$, $a_3 = 13$.\n"],
)
def test_values_of_a_known_sequence_are_claimed(text: str) -> None:
    assert not any(step.tentative for step in steps(GIVEN + text))


def test_a_list_of_formulas_defines_no_known_sequence_anew() -> None:
    text = (
        "数列を\n\n$$ \\begin{cases} x_1 = 1, \\ y_1 = 2 \\\\ x_{n+1} = x_n + y_n \\\\ "
        "y_{n+1} = 2 y_n + x_n - x_n \\end{cases} $$\n\nで定める。よって\n\n"
        "$$ x_n = 2^n - 1, \\quad y_n = 2^n $$\n\nを得る。\n"
    )
    assert len(steps(text)) == 2


def test_an_element_of_a_sequence_that_a_formula_gives_is_claimed() -> None:
    found = steps("Let $b_n = n + 4$. Then it satisfies $b_{n+1} = b_n + 1$ with $b_0 = 4$.\n")
    assert len(found) == 2
    assert not any(step.context.hypotheses for step in found)
