"""The place of a step's statement, without its reason and layout."""

import pytest

from shomei.obligations import build
from shomei.parser import parse


def statements(text: str, path: str = "example.txt") -> list[str]:
    return [obligation.statement for obligation in build(parse(text, path)).obligations]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("x + x = 2 x   \\tag{1}   by algebra", "x + x = 2 x"),
        ("x + x = 2 x   because of arithmetic", "x + x = 2 x"),
        ("x + x = 2 x   計算により", "x + x = 2 x"),
        ("x + x = 2 x   by (1) and (2)", "x + x = 2 x"),
        ("x + x &= 2 x &", "x + x = 2 x"),
        ("$$x + x$ &= $2 x$$", "x + x = 2 x"),
        ("\\(a^{0} = 1\\)", "a^{0} = 1"),
        ("\\[ a^{0} = 1 \\]", "a^{0} = 1"),
        ("$x = x$", "x = x"),
        ("x = x \\tag{3.1、再掲}", "x = x"),
        ("x = x .", "x = x"),
        ("x = x,", "x = x"),
        ("\\left(x + y \\right) = y + x", "\\left(x + y \\right) = y + x"),
        ("-\\left(x + y \\right) = -y - x", "-\\left(x + y \\right) = -y - x"),
        ("((x) + 1)! = ((1 + x)!)", "((x) + 1)! = ((1 + x)!)"),
        ("|x| = \\left| x \\right|", "|x| = \\left| x \\right|"),
        ("therefore $x = x$   by algebra", "therefore x = x"),
        ("therefore (x = x) \\tag{4}", "therefore (x = x)"),
        ("formula: |x| = x \\tag{4} if x \\ge 0", "formula: |x| = x if x \\ge 0"),
        ("formula (8): x^2 > 9 when x > 3   by algebra", "formula (8): x^2 > 9 when x > 3"),
        ("公式 (7): x^2 > 4  ただし x > 2", "公式 (7): x^2 > 4  ただし x > 2"),
        ("theorem one: x = x   ", "theorem one: x = x"),
        ("\\boxed{x = x}", "\\boxed{x = x}"),
        ("\\boxed{\\underline{x = \\frac{x}{1} }}.", "\\boxed{\\underline{x = \\frac{x}{1} }}"),
        ("x = 1 \\iff x + 1 = 2", "\\iff x + 1 = 2"),
        ("x = 1 \\Rightarrow x + 1 = 2   by algebra", "\\Rightarrow x + 1 = 2"),
    ],
)
def test_a_statement_stands_without_its_reason_and_layout(text: str, statement: str) -> None:
    assert statements(text) == [statement]


def test_each_line_of_a_chain_stands_alone_and_what_it_comes_to_nowhere() -> None:
    chain = "x + y &= y + x   by algebra\n  &= y\n  + x by (2.4) with X = x"
    assert statements(chain) == ["= y + x", "= y\n  + x", ""]


def test_what_cases_come_to_stands_nowhere() -> None:
    text = "case x \\ge 0\nx = x\nendcase\ncase x < 0\nx = x\nendcase"
    assert statements(text) == ["x = x", "x = x", "", ""]


@pytest.mark.parametrize("path", ["article.md", "article.tex"])
def test_a_claim_under_a_condition_in_words_stands_nowhere(path: str) -> None:
    assert statements("If $x > 1$, then $x^2 > 1$.\n", path) == [""]
    assert statements("So $(x + 1)^2 \\ge 0$ holds.\n", path) == ["(x + 1)^2 \\ge 0"]
    assert statements("So \\( \\left( x + 1 \\right)^2 \\ge 0 \\).\n", path) == [
        "\\left( x + 1 \\right)^2 \\ge 0"
    ]


def test_the_signs_of_a_display_are_left_out() -> None:
    text = (
        "$$\n\\begin{aligned}\n\\lim_{h \\to 0} h &=& 0 \\tag{1} \\\\\n&= 0 + 0 .\n"
        "\\end{aligned}\n$$\n"
    )
    assert statements(text, "article.md")[:1] == ["\\lim_{h \\to 0} h = 0"]
