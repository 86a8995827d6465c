"""Letters that are given as probabilities lie between 0 and 1."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse
from shomei.terms.walk import free_variables


def bounds(text: str) -> bool:
    """Whether what is said of the square root rests on bounds of its letter."""
    plan = build(parse(text.replace("·", "$\\sqrt{p^2} = p$"), "a.md"))
    return any(
        "sqrt" in each.source
        and not each.reserved
        and any("p" in free_variables(h.statement) for h in each.context.hypotheses)
        for each in plan.obligations
    )


@pytest.mark.parametrize(
    "text",
    [
        "A test is positive with probability $p$. Then ·.",
        "Heads have probability $p$, tails the rest. Then ·.",
        "Let $p$ be the probability of rain. Then ·.",
        "表の確率を $p$ とする。このとき · である。",
        "確率 $p$ で当たる。このとき · である。",
        "With probability $p$ it rains. For fixed $p$ we have ·.",
    ],
)
def test_a_probability(text: str) -> None:
    assert bounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Let $p$ be real. The probability $q$ is small. Then ·.",
        "With probability $p^2$ it rains. Then ·.",
        "We never use the probability $p$ of rain. Then ·.",
        "Let $p$ be the probability density at $0$. Then ·.",
        "With probability $p$ it rains. Now let $p$ be any real number. Then ·.",
        "You want the probability $p$ that it rains: $p = 2 s$. Then ·.",
        "It rains with probability $p$. In fact, $p = 2 s - 1$. Then ·.",
        "確率 $p$ とは限らない。· である。",
        "確率変数 $p$ をとる。· である。",
        "確率 $p$ で当たる。次に $p$ を任意の実数とする。· である。",
    ],
)
def test_no_probability(text: str) -> None:
    assert not bounds(text)


def test_what_it_is_divided_by_is_inferred_besides() -> None:
    plan = build(parse("It rains with probability $p$. Then $\\frac{p^2}{p} = p$.", "a.md"))
    (only,) = plan.obligations
    assert [h.origin for h in only.context.hypotheses] == ["inferred"] * 3
