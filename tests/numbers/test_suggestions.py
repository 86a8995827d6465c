"""Missing hypotheses: a suggestion excludes every counterexample, as an author would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shomei.numbers import find_witness, refute, suggest_hypotheses
from shomei.obligations.model import Hypothesis
from shomei.operations.statement_latex import print_statement
from tests.numbers.steps import step

#: What is assumed has nothing to do with what is missing; without an `assume` the domain would be
#: inferred.
MISSING = [
    (r"\sqrt{x^2} = x", {r"x \ge 0"}),
    (r"|x| = -x", {r"x \le 0"}),
    ("assume z > 0\n\\frac{x y}{x} = y", {r"x \neq 0"}),
    ("assume z > 0\n\\frac{x^2 - y^2}{x - y} = x + y", {r"x - y \neq 0"}),
    ("assume a > 0, X > 0\n\\log_a (X^{Y}) = Y \\log_a X", {r"a \neq 1"}),
    ("assume a > 0, a \\neq 1\n\\log_a (X Y) = \\log_a X + \\log_a Y", {r"X > 0", r"Y > 0"}),
    ("assume z > 0\n\\log_e (x - 1) \\le x - 2", {r"x - 1 > 0"}),
    ("assume x > 0\n\\frac{x}{1 - a} = -\\frac{x}{a - 1}", {r"1 - a \neq 0", r"a - 1 \neq 0"}),
]


@pytest.mark.parametrize(("text", "expected"), MISSING)
def test_the_missing_hypothesis_is_suggested(text: str, expected: set[str]) -> None:
    assert {print_statement(s) for s in suggest_hypotheses(step(text), seconds=5)} <= expected
    assert suggest_hypotheses(step(text), seconds=5)


@pytest.mark.parametrize(
    "text",
    [
        *(text for text, _ in MISSING),
        r"x^2 \ge x",
        r"x^3 \ge x",
        r"x^2 > 0",
        "let n \\in \\mathbb{N}\n2^n > n^2 - 1",
    ],
)
def test_with_what_is_suggested_the_step_is_no_longer_refuted(text: str) -> None:
    obligation = step(text)
    assert refute(obligation, seconds=5) is not None
    added = tuple(
        Hypothesis(f"s{i}", s) for i, s in enumerate(suggest_hypotheses(obligation, seconds=5))
    )
    assert added
    context = replace(obligation.context, hypotheses=(*obligation.context.hypotheses, *added))
    assert refute(replace(obligation, context=context), seconds=5) is None
    assert find_witness(context) is not None


@pytest.mark.parametrize(
    "text", [r"x = x + 1", r"1 = 2", r"x = x", "assume x > 0\n\\sqrt{x}^2 = x"]
)
def test_nothing_is_suggested_where_nothing_helps_or_nothing_is_wrong(text: str) -> None:
    assert suggest_hypotheses(step(text), seconds=5) == ()
