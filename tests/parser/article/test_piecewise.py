"""Equations by cases: one claim for each row, under its condition."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain, LogicChain, Noted, Therefore
from shomei.parser.printer import print_item


def claims(formula: str, words: str = "") -> list[str]:
    """The claims of a display, printed."""
    items = parse(f"{words}\n\n$$\n{formula}\n$$\n", "a.md").items
    return [
        " ".join(
            " ".join(print_item(item)).replace(r"\left|", "|").replace(r"\right|", "|").split()
        )
        for item in items
        if isinstance(item, Chain | LogicChain | Therefore)
    ]


EXPECTED = [r"x \ge 0 \Rightarrow | x | = x", r"x < 0 \Rightarrow | x | = -x"]


@pytest.mark.parametrize(
    "formula",
    [
        r"|x| = \begin{cases} x & x \ge 0 \\ -x & x < 0 \end{cases}",
        r"|x| = \begin{cases} x, & x \ge 0, \\ -x, & x < 0. \end{cases}",
        r"|x| = \begin{cases} x & (x \ge 0) \\ -x & (x < 0) \end{cases}.",
        r"|x| = \begin{cases} x & \text{if } x \ge 0 \\[4pt] -x & \text{for } x < 0 \\ \end{cases}",
        r"|x| = \begin{dcases} x & \text{when } x \ge 0 \\ -x & x < 0 \end{dcases} \tag{1}",
        "|x| = \\begin{cases}\n  x & x \\ge 0 \\\\\n  -x & x < 0\n\\end{cases}",
        r"|x| = \left\{ \begin{array}{ll} x & x \ge 0 \\ -x & x < 0 \end{array} \right.",
        r"|x| = \left\{ \begin{array}{ll} x & (x \ge 0) \\ -x & (x < 0) \end{array} \right.",
    ],
)
def test_each_row_is_claimed_under_its_condition(formula: str) -> None:
    assert claims(formula) == EXPECTED


def test_in_japanese() -> None:
    formula = r"|x| = \begin{cases} x & (x \ge 0 \text{ のとき}) \\ -x & (x < 0 の場合) \end{cases}"
    assert claims(formula, "次の式が成り立つ。") == EXPECTED


def test_the_chain_before_the_cases_is_claimed_once() -> None:
    formula = r"|x| + 0 = |x| = \begin{cases} x & x \ge 0 \\ -x & x < 0 \end{cases}"
    assert claims(formula) == ["| x | + 0 = | x |", *EXPECTED]


@pytest.mark.parametrize(
    "formula",
    [
        r"f(x) = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}",
        r"f(x) = \left\{ \begin{array}{ll} x & x > 0 \\ 0 & x \le 0 \end{array} \right.",
        r"y = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}",
        r"\begin{cases} x + y = 2 \\ x - y \end{cases}",
        r"|x| = \begin{cases} x \\ -x \end{cases}",
        r"|x| = \begin{cases} x & x & x \end{cases}",
        r"\sin (x)^2 = \begin{cases} 1 & x = 0 \\ 1 & x = 1 \end{cases}",
    ],
)
def test_what_is_no_such_equation_is_not_read(formula: str) -> None:
    items = parse(f"$$\n{formula}\n$$\n", "a.md").items
    assert all(isinstance(item, Noted) for item in items)


@pytest.mark.parametrize(
    "condition",
    [r"\text{otherwise}", r"\text{unless } x \ge 0", "sonst", r"x", r"\text{if not } x < 0"],
)
def test_a_case_whose_condition_is_not_understood_is_not_claimed(condition: str) -> None:
    formula = rf"|x| = \begin{{cases}} x & x \ge 0 \\ -x & {condition} \end{{cases}}"
    assert claims(formula) == EXPECTED[:1]
