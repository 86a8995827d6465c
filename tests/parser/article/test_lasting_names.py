"""Names that theorems and the steps of a list give, which outlast them."""

from __future__ import annotations

import pytest

from shomei.obligations.build import build
from shomei.obligations.model import Obligation
from shomei.parser import parse

CLAIM = "we have $2 m = a + b$."


def last(text: str) -> Obligation:
    return build(parse(text, "a.md")).obligations[-1]


@pytest.mark.parametrize(
    "before",
    [
        "\\begin{theorem}\nThe mean of both is\n\\[ m = \\frac{a + b}{2}. \\]\n\\end{theorem}",
        "**Theorem 1.** Their mean is $m = \\frac{a + b}{2}$.",
        "\\begin{corollary}\nPut $m = \\frac{a + b}{2}$.\n\\end{corollary}\n\\begin{proof}\n"
        "This is clear.\n\\end{proof}",
        "**定理 1.** $m = \\frac{a + b}{2}$ とおく。",
    ],
)
def test_the_name_of_a_theorem_lasts(before: str) -> None:
    assert last(f"{before}\n\nThen {CLAIM}").renamings


def test_the_name_of_a_step_lasts_to_the_next() -> None:
    text = f"1. Put $m = \\frac{{a + b}}{{2}}$.\n2. Then {CLAIM}\n\nHence {CLAIM}"
    assert last(text).renamings


@pytest.mark.parametrize(
    "text",
    [
        "1. In the first case $m = \\frac{a + b}{2}$.\n2. In the second case {claim}",
        "1. If $m = \\frac{a + b}{2}$, then $m > 0$.\n2. Then {claim}",
        "Let $m$ be a real number.\n\n1. Put $m = \\frac{a + b}{2}$.\n2. Then {claim}",
        "1. Put $m = \\frac{a + b}{2}$.\n2. Let $m > 0$. Then {claim}",
        "**Example.** Put $m = \\frac{a + b}{2}$.\n\n**Theorem.** Then {claim}",
        "\\begin{theorem}\nPut $m = \\frac{a + b}{2}$.\n\\end{theorem}\nFor every $m$ {claim}",
        "\\begin{theorem}\nLet $m > 0$.\n\\end{theorem}\n\\begin{proof}\n"
        "Put $m = \\frac{a + b}{2}$.\n\\end{proof}\nThen {claim}",
    ],
)
def test_what_is_supposed_or_said_anew_does_not(text: str) -> None:
    assert not last(text.replace("{claim}", CLAIM)).renamings


def test_a_number_is_one_of_its_own_step() -> None:
    assert not last("1. Put $m = 3$.\n2. Then we have $m + 1 = 4$.").renamings


@pytest.mark.parametrize(
    ("named", "limit"),
    [
        (r"S_N = 1 - \frac{1}{N + 1}", r"\lim_{N \to \infty} S_N = 1"),
        (r"p_n = \frac{a + n c}{n + 1}", r"\lim_{n \to \infty} 2 p_n = 2 c"),
    ],
)
def test_a_name_with_an_index_varies_with_it_in_a_limit(named: str, limit: str) -> None:
    step = last(f"We put ${named}$. Then we have ${limit}$.")
    assert step.problem is None
    assert "_" not in {variable.name for variable in step.context.variables}
