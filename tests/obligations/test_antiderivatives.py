"""What equations between integrals without bounds say."""

from __future__ import annotations

import pytest

from shomei.operations.statement_latex import print_statement
from tests.obligations.texts import plan


def goals(text: str) -> list[str]:
    return [print_statement(each.goal) for each in plan(text).obligations]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (r"\int x dx = x y + C", r"\frac{d}{d x} (x y + C) = x"),
        (r"x y + C = \int x dx", r"\frac{d}{d x} (x y + C) = x"),
        (r"\int x y dx = 2 \int y dx", r"x y = 2 y"),
        (r"\int x dx = \int y dx + C", r"x = y"),
        (r"\int x dx = x y - \int y dx", r"\frac{d}{d x} (x y) = x + y"),
        (r"\int x dx + 1 = x", r"\frac{d}{d x} (x - 1) = x"),
        (r"\int x dx = C", r"x = 0"),
        (r"\frac{\int x dx}{2} = x", r"\frac{d}{d x} (x) = \frac{x}{2}"),
    ],
)
def test_sides_have_the_same_derivative(text: str, goal: str) -> None:
    assert goals(text) == [goal]


def test_later_links_hold_up_to_a_constant() -> None:
    assert goals("\\int x dx = 2 x + C = 3 x + C") == [
        r"\frac{d}{d x} (2 x + C) = x",
        r"\frac{d}{d x} (3 x + C - (2 x + C)) = 0",
        r"\frac{d}{d x} (3 x + C) = x",
    ]


def test_without_a_letter_for_the_constant_later_links_are_equations() -> None:
    for text in ("\\int 0 dx = 1 = 2", "\\int 1 dx = x + 1 = x + 2", "\\int 0 dx = C = 2"):
        assert goals(text)[1] == text.partition(" dx = ")[2]


def test_a_substitution_brings_its_derivative_along() -> None:
    assert goals("let u = x^2\n\\int x dx = \\int u du") == [
        r"x = x^{2} \cdot \frac{d}{d x} (x^{2})"
    ]


def test_what_is_over_u_alone_is_taken_in_u() -> None:
    assert goals("let u = x^2\n\\int u du = u + C") == [r"\frac{d}{d u_1} (u_1 + C) = u_1"]


def test_the_name_of_an_integral_is_written_out() -> None:
    assert goals("let I = \\int y dx\n2 I = x") == [r"\frac{d}{d x} (x) = 2 y"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\int x dx < x", "only in equations"),
        (r"(\int x dx)^2 = x", "more than a sum of multiples"),
        (r"x \int x dx = x", "more than a sum of multiples"),
        (r"\int x dx = \int y dy", "different variables"),
        ("let k = 2 x\nk \\int x dx = x", "more than a sum of multiples"),
        ("let u = y\n\\int u du = \\int x dx", "different variables"),
        ("let n \\in \\mathbb{N}\n\\int n dn = n", "real numbers"),
    ],
)
def test_other_uses_say_nothing(text: str, words: str) -> None:
    [obligation] = plan(text).obligations
    assert words in (obligation.problem or "")


def test_hypotheses_at_single_points_are_left_out() -> None:
    [step] = plan("assume x = 1, x \\ge 0, y = 2\n\\int x dx = y x").obligations
    assert [print_statement(each.statement) for each in step.context.hypotheses] == [
        "x > 0",
        "y = 2",
    ]


def test_the_domain_is_where_both_sides_are_defined() -> None:
    [step] = plan("assume y > 0\n\\int \\frac{1}{x} dx = \\log x").obligations
    assert "x > 0" in [print_statement(each.statement) for each in step.context.hypotheses]
