"""At which letter functions without a formula are taken, where they stand without an argument."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse
from shomei.terms.nodes import Derivative
from shomei.terms.walk import subtrees


def differentiated_by(text: str) -> set[str]:
    plan = build(parse(text, "a.md"))
    return {
        part.variable
        for each in plan.obligations
        for part in subtrees(each.goal)
        if isinstance(part, Derivative)
    }


@pytest.mark.parametrize(
    ("said", "formula", "letter"),
    [
        ("Let $f$ be a differentiable function.", "(x f)' = f + x f'", "x"),
        ("Let $f$ be a differentiable function.", "(t^2 f)' = 2 t f + t^2 f'", "t"),
        ("Let $f$ be a differentiable function of $s$.", "(s f)' = f + s f'", "s"),
        ("$f$ を $s$ の微分可能な関数とする。", "(s f)' = f + s f'", "s"),
        ("Let $f$ be a differentiable function of $x \\in \\mathbb{R}$.", "(f^2)' = 2 f f'", "x"),
    ],
)
def test_the_letter_of_the_formula_counts(said: str, formula: str, letter: str) -> None:
    assert differentiated_by(f"{said} Then\n\n$$ {formula} $$\n") == {letter}


def test_another_letter_is_no_constant() -> None:
    text = "Let $f$ be a differentiable function. Then\n\n$$ (y f)' = y f' $$\n"
    plan = build(parse(text, "a.md"))
    assert [each.role for each in plan.formulas if each.span.line == 3] == ["unread"]
