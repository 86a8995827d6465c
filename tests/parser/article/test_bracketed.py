"""Conditions in brackets beside the letters that they bound, and asides about other cases."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse
from shomei.terms.nodes import Connective

ROOT = "\\sqrt{q^2} = q"


def rests(text: str) -> bool:
    """Whether the root counts, under what the text says of q."""
    plan = build(parse(text.replace("·", f"${ROOT}$"), "a.md"))
    return any(
        not each.reserved
        and "sqrt" in each.source
        and (
            isinstance(each.goal, Connective)
            or any(h.origin != "inferred" for h in each.context.hypotheses)
        )
        for each in plan.obligations
    )


BOUND = [
    "We take a ratio $q$ ($q > 0$). Then ·.",
    "For $q$ ($q > 0$) we have ·.",
    "A disease affects a fraction $q$ of the population, $0 < q < 1$. Then ·.",
    "公比 $q$（$q > 0$）の等比数列を考える。このとき · である。",
    "$n = q$（$q \\geqq 5$）のとき $2^q > q^2$ と仮定する。このとき\n\n$$ \\sqrt{q^2} = q $$",
    "Let $q > 0$ (otherwise there is nothing to show). Then ·.",
    "We assume $q > 0$; a test with $q \\le 0$ would be useless. Then ·.",
    "$q > 0$ とする（そうでないときは自明である）。このとき · である。",
]


@pytest.mark.parametrize("text", BOUND)
def test_a_condition_beside_its_letter(text: str) -> None:
    assert rests(text)


NO_BOUND = [
    "For no ratio $q$ ($q > 0$) do we know more. Then ·.",
    "We look for $q$ ($q > 0$ or not). Then ·.",
    "The number $q$ ($q > 0$ is not needed) is real. Then ·.",
    "Let $q$ be real. In an example with a ratio $q$ ($q > 0$) it is easy. In general ·.",
    "We said for a rate $q$ ($q > 0$) what to do. Now let $q$ be any real number. Then ·.",
    "For $q$ ($q > 0$) we have $|q| = q$. Also ·.",
    "We let $q = u^2 - 1$. A share $q$ is large, $q > 0$. Then ·.",
    "実数 $q$（$q > 0$）ではなく、任意の実数 $q$ をとる。· である。",
    "実数 $q$（$q > 0$ とは限らない）をとる。· である。",
    "Let $q > 0$ (otherwise this is true as well). Then ·.",
    "Let $x > 0$ (otherwise · still).",
    "Suppose $q > 0$; the case $q < 0$ is possible, too. Then ·.",
]


@pytest.mark.parametrize("text", NO_BOUND)
def test_a_condition_of_something_else(text: str) -> None:
    assert not rests(text)
