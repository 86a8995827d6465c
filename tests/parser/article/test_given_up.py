"""What an article assumes ends where its words say something else, understood or not."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.nodes import Connective


def last(text: str) -> Obligation:
    """The last step of an article."""
    return build(parse(text, "a.md")).obligations[-1]


def rests_on(text: str) -> int:
    """How many conditions the last step has."""
    step = last(text)
    stated = sum(h.origin != "inferred" for h in step.context.hypotheses)
    return stated + (isinstance(step.goal, Connective) and step.goal.operator == "implies")


SIGN = "\n\n$$ |x| + 2 = x + 2 $$"
LAW = "\n\n$$ x^2 = x $$"


@pytest.mark.parametrize(
    "text",
    [
        "We no longer assume that $x > 0$. Then" + SIGN,
        "Let $x > 0$.\n\nLifting this assumption, we still find" + SIGN,
        "Let $x > 0$. The assumption is not needed any more. We have" + SIGN,
        "There is some $x$ with $x > 0$. We have" + SIGN,
        "If $x > 1$, nothing is to be shown. If on the other hand $x \\le 1$, then" + SIGN,
        "Suppose $x > 0$. Suppose instead that $x$ is negative. Then" + SIGN,
        "It holds, for instance, for $x = 1$, and so for all $x$:" + LAW,
        "以下では $x > 0$ の仮定を外す。このとき" + SIGN,
        "仮に $x = 1$ としても、状況は変わらない。" + LAW,
        "$x = 1$ のときですら成り立つ。よって一般に" + LAW,
        "前節では $x > 0$ とした。本節では $x$ は任意である。" + SIGN,
        "$x > 0$ とする説もある。しかし" + SIGN,
    ],
)
def test_nothing_is_left_of_it(text: str) -> None:
    assert rests_on(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "For $x > 0$ we have" + SIGN,
        "If $x > 0$, this is easy. Then" + SIGN,
        "Let $x > 0$. There is not much to do. We have" + SIGN,
        "$x > 0$ のとき、次が成り立つ。" + SIGN,
        "$x > 0$ の場合を見る。このとき" + SIGN,
    ],
)
def test_the_rest_stays(text: str) -> None:
    assert rests_on(text) == 1


def test_a_second_case_is_not_under_the_first() -> None:
    step = last("If $x > 2$, then $x^2 > 4$, and if $y > 3$, then $x + y > x + 3$.")
    assert isinstance(step.goal, Connective)
    assert "x > 2" not in step.statement
