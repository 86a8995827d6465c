"""`x'' = -x` after `x(t) = \\sin t`: a function with a formula that stands without its argument."""

from __future__ import annotations

import pytest

from shomei.numbers import refute
from shomei.obligations.build import build
from shomei.parser import parse


def held(text: str) -> list[bool]:
    """For each claim of a text whether numbers leave it standing."""
    found = build(parse(text, "a.md")).obligations
    steps = [each for each in found if not each.reserved and each.kind != "conclusion"]
    return [refute(each) is None for each in steps]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\frac{d^2x}{dt^2} = -w^2 \sin w t = -w^2 x", [True, True]),
        (r"\ddot x + w^2 x = 0", [True]),
        ("x'' = w^2 x", [False]),
        (r"x + t = \sin w t + t", [True]),
        (r"\int_0^s x\,dt = \int_0^s \sin w t\,dt", [True]),
    ],
)
def test_it_is_taken_at_its_parameter(claim: str, expected: list[bool]) -> None:
    text = rf"Let $x(t) = \sin w t$ with $w > 0$. We have ${claim}$."
    assert held(text) == expected


@pytest.mark.parametrize(
    "claim",
    [
        "h + x = x^2 + x",  # h is mostly a number
        r"\lim_{y \to 0} (x + y) = x",
        "y^{-1} x = x",
        "y = 9",  # nothing here speaks of x
        "y = x^3",  # another y
    ],
)
def test_it_is_not_read_where_the_letter_may_be_a_number(claim: str) -> None:
    text = f"Let $h(x) = x^2$ and $y(x) = x^2$.\n\nThe area is\n\n$$ {claim} $$"
    assert not held(text)


def test_a_parameter_is_no_function_any_more() -> None:
    text = "Let $x(t) = t^2$. Now let $f(x) = x^3$. We have $f(2) = 8$ and $f'(x) = 3 x^2$."
    assert held(text) == [True, True]
    assert held(f"{text} For every real $t$ we have $x = t^2$.")[:2] == [True, True]
    assert not any(held(f"{text} For every real $t$ we have $x = t^2$.")[2:])


def test_an_element_of_a_family_has_its_argument() -> None:
    text = "Let $a_n = n^2$. We have\n\n$$ a_n = n (n + 1) - n, \\qquad a_3 = 10 $$"
    assert False in held(text)
