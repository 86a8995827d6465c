"""Letters that depend on others are numbers, but no constants."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.parser.reading import parse


def roles(text: str, line: int) -> list[str]:
    plan = build(parse(text, "a.md"))
    return [each.role for each in plan.formulas if each.span.line == line]


@pytest.mark.parametrize(
    "words",
    [
        "Here $y$ is a function of $x$. Then",
        "The number $y$ depends on $x$. Then",
        "$y$ は $x$ の関数である。このとき",
        "$y$ は $x$ に依存する。このとき",
    ],
)
def test_what_depends_is_no_constant(words: str) -> None:
    for formula in (
        r"\frac{d}{dx} (x y) = y",
        r"\frac{d}{dx} y^2 = 0",
        r"\int_0^x y \, dx = x y",
        r"\lim_{x \to 0} y = y",
        r"\sum_{k=1}^{3} y = 3 y",
        r"\frac{d}{dy} (x y) = x",
    ):
        assert roles(f"{words}\n\n$$ {formula} $$\n", 3) == ["beyond"], formula


def test_it_is_found_behind_names_and_functions() -> None:
    before = "Here $y$ depends on $x$."
    for defined, claim in (
        ("Put $w = x y$.", r"\frac{dw}{dx} = y"),
        ("Let $f(t) = y t$.", "f'(x) = y"),
        ("Let $f(t) = y t$. Let $g(t) = f(t)$.", r"\frac{d}{dx} g(x) = y"),
    ):
        assert roles(f"{before} {defined}\n\nThen\n\n$$ {claim} $$\n", 5) == ["beyond"], claim


def test_what_holds_of_all_numbers_holds_of_it() -> None:
    before = "Let $y$ be a function of $x$. Then"
    assert roles(f"{before}\n\n$$ x^2 - y^2 = (x - y)(x + y) $$\n", 3) == ["claim"]
    assert roles(f"{before}\n\n$$ \\frac{{d}}{{dx}} x^2 = 2 x $$\n", 3) == ["claim"]


def test_a_letter_that_is_introduced_anew_is_independent() -> None:
    text = "Here $y$ depends on $x$.\n\nLet $x$ and $y$ be real numbers. Then\n\n"
    assert roles(text + r"$$ \frac{d}{dx} (x y) = y $$", 5) == ["claim"]


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        ("Both of these depend on $x$.", r"\frac{d}{dx} (x y) = y"),
        ("The area is a function of $r$.", r"\frac{d}{dr} (r A) = A"),
        ("The product $u v$ is a function of $t$.", r"\frac{d}{dt} (t u v) = u v"),
        ("Here $y$ is a function of $x$ and $z$ is its square.", r"\frac{d}{dx} z = 0"),
        ("Let $h$ be a function of $x$.", "(x h)' = x h'"),
    ],
)
def test_no_derivative_takes_it_for_a_constant(words: str, formula: str) -> None:
    plan = build(parse(f"{words} Then\n\n$$ {formula} $$\n", "a.md"))
    assert [each for each in plan.obligations if not each.reserved] == []


def test_functions_of_a_letter_are_differentiated_by_it() -> None:
    text = "Let $u$, $v$ and $w$ be differentiable functions of $x$. Then\n\n"
    assert roles(text + "$$ (u v w)' = u' v w + u v' w + u v w' $$", 3) == ["claim"]
