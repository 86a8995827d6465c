"""Values that a sentence puts in for letters, and what it claims of them."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse
from shomei.terms.nodes import Connective, Relation
from shomei.terms.walk import conjuncts, free_variables

BALANCE = (
    "Let $K > 0$ and $r > 0$. After $n$ years the balance is\n\n$$ B_n = K (1 + r)^n, $$\n\n"
    "so that $B_{n+1} = (1 + r) B_n$.\n\n"
)
SCORE = "Let $x$ be a real number. Put $s = w x + b$.\n\n"
ODDS = "Let $0 < p < 1$. Write $o = \\frac{p}{1 - p}$ for the odds before the test.\n\n"


def last(text: str) -> Obligation:
    """The last step of an article."""
    return build(parse(text, "a.md")).obligations[-1]


def is_instance(text: str) -> bool:
    """Whether the last step is claimed for certain, under values."""
    step = last(text)
    goal, given = step.goal, [each.statement for each in step.context.hypotheses]
    if isinstance(goal, Connective) and goal.operator == "implies":
        given += conjuncts(goal.left)
    valued = any(
        isinstance(each, Relation) and each.operator == "=" and not free_variables(each.right)
        for each in given
    )
    return valued and not step.tentative and not step.conditional


@pytest.mark.parametrize(
    "text",
    [
        ODDS + "For $p = \\frac{1}{100}$ we get $o = \\frac{1}{99}$.",
        "Write $q = 1 - p$ for the probability of a miss and $o = \\frac{p}{q}$ for the odds.\n\n"
        "With $p = \\frac14$ we get $o = \\frac13$.",
        BALANCE + "With $K = 100$ and $r = 1$ we get $B_2 = 400$.",
        "Let $f(x) = a x^2 - b x$.\n\nTake $a = 1$, $b = 4$, so $f(x) = x^2 - 4x$.",
        SCORE + "If, for instance, $w = 1$, then we have $s = x + b$.",
        SCORE + "$w = 1$、$b = 2$ なら $s = x + 2$ である。",
        SCORE + "$w = 1$、$b = 2$ を代入すると $s = x + 2$ となる。",
        "$f(x) = a x^2 + b$ とする。\n\n$a = 2$、$b = 1$ のとき $f(x) = 2 x^2 + 1$ となる。",
        "$$ f(x) = a x^2 - 1, $$\n\nand so on. With $a = 2$ we have $f(1) = 1$.",
    ],
)
def test_values_are_put_in(text: str) -> None:
    assert is_instance(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not write $o = \\frac{p}{1 - p}$ for the odds.\n\nWith $p = \\frac14$ we get $o = 3$.",
        SCORE + "$w = 1$ ならともかく、$s = x + b$ である。",
        SCORE + "$w = 1$ を代入しても $s = x + b$ となる。",
        SCORE + "仮に $w = 1$ なら $s = x + b$ である。",
        SCORE + "If, for instance, $w = 1$, it ends. We have $s = x + b$.",
        "Some write $o = 2 p$ for the odds.\n\nWith $p = \\frac14$ we get $o = 3$.",
        "One might write $o = 2 p$ for the odds.\n\nWith $p = \\frac14$ we get $o = 3$.",
    ],
)
def test_no_values_are_put_in(text: str) -> None:
    assert not is_instance(text)
