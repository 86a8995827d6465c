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
