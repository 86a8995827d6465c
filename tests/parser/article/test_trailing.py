"""Conditions in brackets at the end of inline formulas: `$|x| = x \\ (x \\ge 0)$`."""

from __future__ import annotations

import pytest

from tests.parser.article.test_understanding import assumes, counts

#: Claims that hold under the condition that stands in their own dollars.
HOLD = [
    "We have $\\sqrt{s^2} = s \\ (s \\ge 0)$.",
    "We have $\\sqrt{s^2} = s\\quad(s > 0)$ and $\\sqrt{t^2} = -t\\quad(t < 0)$.",
    "このとき $\\sqrt{s^2} = s\\ (s>0)$ である。",
]
#: Functions whose domain stands there.
DEFINED = [
    "The function $h(x) = \\sqrt{x + 1}\\ (x \\geq 0)$ increases. We have $h(3) = 2$.",
    "関数 $h(x)=\\sqrt{x+1}\\ (x \\geqq 0)$ を考える。$h(3)=2$ である。",
]
#: Claims that do not, or brackets that hold no condition.
OTHERS = [
    "We do not have $\\sqrt{s^2} = s \\ (s \\ge 0)$.",
    "We have $\\sqrt{s^2} = s (s \\ge 0)$.",
]


@pytest.mark.parametrize("text", HOLD)
def test_a_condition_in_the_same_formula(text: str) -> None:
    assert counts(text)
    assert assumes(text)


@pytest.mark.parametrize("text", DEFINED)
def test_the_domain_of_a_function(text: str) -> None:
    assert any("h(3)" in each for each in counts(text))


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_such_condition(text: str) -> None:
    assert not assumes(text)


#: The same in displays, and terms that are seen to lie in the domain.
DISPLAYED = [
    "The function\n\n$$ h(x) = x^2 \\quad (x > 0) $$\n\nincreases. We have $h(3) = 9$.",
    "関数を\n\n$$ h(x) = x^2 \\qquad (x > 0) $$\n\nとする。$h(3) = 9$ である。",
    "We define\n\n$$ h(x, y) = x y \\qquad (x > 0,\\ y > 0). $$\n\nThen $h(3, 3) = 9$.",
    "Consider $h(x) = \\ln x$ for $x > 0$. We have $h(e) = 1$, and $h(3) = \\ln 3$.",
]


@pytest.mark.parametrize("text", DISPLAYED)
def test_the_domain_of_a_displayed_function(text: str) -> None:
    assert any("h(3" in each for each in counts(text))


def test_outside_of_the_domain_nothing_is_known() -> None:
    text = "We define\n\n$$ h(x) = x^2 \\qquad (x > 0). $$\n\nThen $h(-3) = 9$."
    assert not any("h(-3)" in each for each in counts(text))


def test_pieces_in_a_display_make_no_function_of_the_first() -> None:
    text = "$$ h(x) = x^2 \\quad (x > 0) \\\\ h(x) = -x \\quad (x < 0) $$\n\nThen $h(x) = x^2$."
    assert not any(each.startswith("h(x)") or each == "$h(x) = x^2$" for each in counts(text))
