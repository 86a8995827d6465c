"""Negative whole exponents are written as reciprocals, and only those."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.terms.nodes import Relation


def left_side(text: str) -> str:
    goal = build(parse(text, "example.txt")).obligations[-1].goal
    assert isinstance(goal, Relation)
    return print_expression(goal.left)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"x^{-n}", r"\frac{1}{x^n}"),
        (r"2^{-n}", r"\frac{1}{2^n}"),
        (r"x^{-2 n}", r"\frac{1}{x^{2 n}}"),
        (r"x^{-(n + 1)}", r"\frac{1}{x^{n + 1}}"),
        (r"x^{-n - 1}", r"\frac{1}{x^{n + 1}}"),
        (r"(x^{-n})^{-m}", r"\frac{1}{(\frac{1}{x^n})^m}"),
        (r"\sum_{k=0}^{n} 2^{-k}", r"\sum_{k = 0}^n \frac{1}{2^k}"),
        (r"\lim_{k \to \infty} (1 + x)^{-k}", r"\lim_{k \to \infty} \frac{1}{(1 + x)^k}"),
    ],
)
def test_a_negative_whole_exponent_is_a_reciprocal(written: str, meant: str) -> None:
    assert left_side(f"let n, m \\in \\mathbb{{N}}\nassume x > 0\n{written} = 1") == left_side(
        f"let n, m \\in \\mathbb{{N}}\nassume x > 0\n{meant} = 1"
    )


@pytest.mark.parametrize(
    "written", ["x^{-2}", "e^{-n}", "x^{n - 1}", "x^{-y}", "x^{-n y}", "x^{n - 2 m}"]
)
def test_other_exponents_stay(written: str) -> None:
    assert "frac" not in left_side(f"let n, m \\in \\mathbb{{N}}\nassume x > 0\n{written} = 1")


def test_a_limit_variable_of_the_same_name_is_no_natural_number() -> None:
    assert (
        left_side("let n \\in \\mathbb{N}\n\\lim_{n \\to \\infty} 2^{-n} = 0")
        == r"\lim_{n \to \infty} 2^{-n}"
    )


def test_the_base_of_a_reciprocal_must_not_be_zero() -> None:
    [step] = build(
        parse("let n \\in \\mathbb{N}\nassume x \\ge 0\nx^{-n} x^n = 1", "example.txt")
    ).obligations
    assert [condition.why for condition in step.conditions] == ["a denominator"]
