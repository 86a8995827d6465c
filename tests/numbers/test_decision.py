"""What sympy decides about a step is told and saves numbers; it makes no alarm by itself."""

from __future__ import annotations

import sys

import pytest

from shomei.numbers import decide, find_contradiction, refute
from shomei.terms.nodes import Relation
from tests.numbers.steps import context, step


@pytest.mark.parametrize(
    ("text", "words", "is_settled"),
    [
        ("(x + 1)^2 = x^2 + 2x + 1", "the difference simplifies to 0", True),
        ("x \\le x", "the difference simplifies to 0", True),
        ("x < x", "the difference simplifies to 0", False),
        ("x + 1 = x", "left - right = 1", False),
        ("x < x + 2", "right - left = 2", True),
        ("x > x + 2", "left - right = -2", False),
        ("x + 2 \\neq x", "left - right = 2", True),
        ("x^2 = 2 - x", "left - right = (x - 1) \\cdot (x + 2)", False),
        ("2 x y \\le x^2 + y^2", "right - left = (x - y)^2", False),
        ("assume x > 0\n\\log x + \\log x = 2 \\log x", "the difference simplifies to 0", True),
        ("x^2 = 2 y", "left - right = x^2 - 2 y", False),
        # what is in a logarithm is hidden from sympy, so that the difference tells nothing
        ("assume x > 0\n\\log (x^2) = 2 \\log x", "", False),
    ],
)
def test_the_difference_decides(text: str, words: str, is_settled: bool) -> None:
    decision = decide(step(text).goal)
    assert decision is not None
    assert (decision.words.replace("^{2}", "^2"), decision.is_settled) == (words, is_settled)


@pytest.mark.parametrize(
    "text",
    [
        "\\lim_{h \\to 0} h = 0",
        "\\sum_{k=1}^{3} k = 6",
        "x = 1 \\iff x + 1 = 2",
        "(x + y + z)^{20} = x",
        "define f(x) = x^2\nf(x) = x^2",
    ],
)
def test_what_is_not_cheap_is_not_asked(text: str) -> None:
    assert decide(step(text).goal) is None


def test_a_settled_step_still_needs_its_sides_to_mean_something() -> None:
    found = refute(step("assume x > 0\n\\frac{x^2 - 1}{x - 1} = x + 1"))
    assert found is not None
    assert (found.kind, found.values) == ("undefined", (("x", "1"),))


def test_a_settled_step_still_needs_hypotheses_that_can_hold() -> None:
    found = refute(step("assume x > 0, x < 0\nx + x = 2 x"), seconds=5)
    assert found is not None
    assert found.kind == "contradiction"


def test_only_a_point_refutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference that is not 0 says nothing where no numbers are found for which it fails."""
    obligation = step("x^2 = 2 - x")
    found = refute(obligation)
    assert found is not None
    assert found.values
    monkeypatch.setattr(sys.modules["shomei.numbers.refute"], "points", lambda *_: iter(()))
    assert isinstance(obligation.goal, Relation)
    assert decide(obligation.goal) is not None
    assert refute(obligation) is None


def test_an_empty_set_of_solutions_is_told() -> None:
    found = find_contradiction(context("x > -5, x^2 + x + 1 = 0, x < 7"), seconds=30)
    assert found is not None
    assert found.symbolic == ("the set of solutions is empty",)
    assert len(found.hypotheses) == 1
    assert found.refutation.symbolic == found.symbolic
