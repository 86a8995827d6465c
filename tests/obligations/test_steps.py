"""The steps of chains, their conclusions, and the obligation of a step."""

from __future__ import annotations

import pytest

from shomei.obligations import Obligation
from shomei.operations.statement_latex import print_statement
from shomei.terms.nodes import Connective
from tests.obligations.texts import plan


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(o.id, o.kind, print_statement(o.goal)) for o in plan(text).obligations]


def test_each_link_starts_where_the_last_one_ended() -> None:
    assert kinds("assume x > 0\nx\n  = x + 0\n  < x + 1\n  \\le x + 2\n") == [
        ("line_3", "step", "x = x + 0"),
        ("line_4", "step", "x + 0 < x + 1"),
        ("line_5", "step", "x + 1 \\le x + 2"),
        ("line_3_to_5", "conclusion", "x < x + 2"),
    ]


def test_a_chain_of_one_link_comes_to_nothing_more() -> None:
    assert [kind for _, kind, _ in kinds("x = x")] == ["step"]


def test_a_chain_that_goes_up_and_down_comes_to_nothing() -> None:
    assert [kind for _, kind, _ in kinds("x\n  < x + 1\n  > x - 1\n")] == ["step", "step"]


@pytest.mark.parametrize(("second", "whole"), [("\\iff", "iff"), ("\\Rightarrow", "implies")])
def test_statements_are_chained_too(second: str, whole: str) -> None:
    found = plan(f"x = 1\n  \\iff x + 1 = 2\n  {second} x + 2 = 3\n").obligations
    assert [o.kind for o in found] == ["step", "step", "conclusion"]
    goal = found[-1].goal
    assert isinstance(goal, Connective)
    assert goal.operator == whole
    assert (print_statement(goal.left), print_statement(goal.right)) == ("x = 1", "x + 2 = 3")


def test_a_tag_names_the_step_or_the_steps_and_what_they_come_to() -> None:
    assert [o for o, _, _ in kinds("x = x + 0 \\tag{2.1}")] == ["eq_2_1"]
    found = plan("x = x + 0 = x + 0 + 0 \\tag{2.1}").obligations
    assert [(o.id, o.label) for o in found] == [
        ("eq_2_1_1", None),
        ("eq_2_1_2", None),
        ("eq_2_1", "2.1"),
    ]


def only(text: str) -> Obligation:
    [obligation] = plan(text).obligations
    return obligation


def test_a_step_is_quoted_with_its_reason_as_it_is_written() -> None:
    step = only("x  +  0 = x   by algebra, limit")
    assert step.source == "x  +  0 = x   by algebra, limit"
    assert step.reason_text == "algebra, limit"


def test_a_step_may_use_those_before_it() -> None:
    *_, last = plan("x = x + 0\ny = y + 0\nz = z").obligations
    assert [fact.obligation for fact in last.facts] == ["line_1", "line_2"]


def test_what_is_needed_becomes_a_hypothesis_where_nothing_is_assumed() -> None:
    step = only("\\frac{x}{y} = x y^{-1}")
    assert [(h.name, print_statement(h.statement), h.origin) for h in step.context.hypotheses] == [
        ("d1", "y \\neq 0", "inferred")
    ]
    assert {print_statement(c.statement) for c in step.conditions} == {"y \\neq 0"}


def test_what_is_needed_is_owed_all_the_same() -> None:
    step = only("assume x > 0\n\\frac{x}{y} = x y^{-1}")
    assert [h for h in step.context.hypotheses if h.origin == "inferred"] == []
    assert {print_statement(c.statement) for c in step.conditions} == {"y \\neq 0"}


def test_a_natural_number_need_not_be_told_to_be_none_below_zero() -> None:
    step = only("let n \\in \\mathbb{N}\n\\sqrt{n}^2 = n")
    assert step.context.hypotheses == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x = x   by (9.9)", "9.9"),
        ("assume h > 0\nlet Y = h\n\\lim_{h \\to 0} Y = 0", "binds to another meaning"),
    ],
)
def test_what_cannot_be_stated_is_a_problem_of_its_step(text: str, problem: str) -> None:
    step = only(text)
    assert step.problem is not None and problem in step.problem
