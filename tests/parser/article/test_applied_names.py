"""`V(p)` and `V(2)` of a name V that stands for a term in p."""

from __future__ import annotations

import pytest

from shomei.numbers import refute
from shomei.obligations.build import build
from shomei.parser import parse


def held(text: str) -> list[bool]:
    """For each claim of a text whether numbers leave it standing."""
    found = [each for each in build(parse(text, "a.md")).obligations if not each.reserved]
    return [refute(each) is None for each in found]


_NAME = "Let $p$ be real. The variance is $V = p - p^2$.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have $V(p) = p(1 - p)$ and $V(2) = -2$ and $V(2) = 3$.", [True, True, False]),
        (r"We have $V'(p) = 1 - 2p$ and $V'\left(\frac12\right) = 0$.", [True, True]),
        ("We have $V(p) = p - p^2$. Hence $V'(0) = 2$.", [True, False]),
        ("We have $V(p) = p - p^2$. It is least, where $V(1) = 1$.", [True, False]),
        ("As we know $V(p) = V$, we have $V = p(1 - p)$.", [True, True]),
    ],
)
def test_it_is_the_function_of_that_letter(text: str, expected: list[bool]) -> None:
    assert held(_NAME + text) == expected


def test_each_place_has_the_function_of_what_the_name_stands_for_there() -> None:
    text = "Let $h = r^2$. We have $h(r) = r^2$ and $h(2) = 4$. Now let $h = r^3$. Then $h(2) = 8$"
    assert held(f"{text} and $h(2) = 4$.") == [True, True, True, False]


def test_the_function_can_be_defined_anew() -> None:
    text = "Let $u = x^2$. Let $u(x) = x^3$. Then $u(2) = 8$ and $u(2) = 4$."
    assert held(text) == [True, False]
    assert held(_NAME + "Consider the function\n\n$$ V(p) = p^3. $$\n\nThen $V(2) = 8$.") == [True]


def test_a_formula_that_agrees_is_claimed() -> None:
    text = "Consider the function\n\n$$ V(p) = p (1 - p). $$\n\nThen $V(2) = -2$ and $V = 0$."
    assert held(_NAME + text)[:2] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Let $S = ab$. Then $S(a) = ab$ and $S(b) = ab$ and $S(2) = 2b$.",  # of which letter?
        "Let $V = pq$, where $q$ depends on $p$. Then $V(p) = pq$ and $V(2) = 2q$.",
        "Suppose $p + q = 1$. Let $V = pq$. Then $V(p) = pq$ and $V(2) = 2q$.",
        "Let $V = pq$. Then $V(2) = 2q$.",  # the text has no $V(p)$
    ],
)
def test_it_is_not_read_where_it_is_unclear_what_varies(text: str) -> None:
    assert not any(held(text))


def test_a_product_stays_one() -> None:
    text = r"Let $s = \frac{a + b + c}{2}$. Then $s(s - a) = s^2 - sa$."
    assert held(text) == [True]


def test_a_letter_that_is_supposed_to_equal_a_term_is_no_constant() -> None:
    text = "We have $p + q = q + p$. Let $q = 1 - p$ and $V = pq$. Then $V(p) = pq$"
    assert held(f"{text} and $V(2) = 2q$ and $V'(p) = q$.") == [True]
