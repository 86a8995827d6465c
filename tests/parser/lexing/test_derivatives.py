"""Derivatives of letters that stand for a term."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.operations.statement_latex import print_statement
from shomei.parser import parse
from shomei.parser.ast import Chain, Noted, Therefore
from shomei.parser.errors import SyntaxProblem
from shomei.parser.notation import RelationChain, RelationLink
from shomei.terms.nodes import Derivative, Statement
from shomei.terms.walk import subtrees


def claimed(text: str, path: str) -> list[str]:
    """The claims of a text, printed, without braces and blanks."""
    return [
        plain(print_statement(relation))
        for item in parse(text, path).items
        for relation in _statements(item)
    ]


def plain(printed: str) -> str:
    """It without braces, blanks, and brackets around one letter."""
    return re.sub(r"[{}\s]", "", re.sub(r"\((\\?\w+)\)", r"\1", printed))


def _statements(item: object) -> list[Statement]:
    if isinstance(item, Therefore):
        return [item.statement]
    if isinstance(item, Chain):
        links = tuple(RelationLink(each.operator, each.right, each.span) for each in item.links)
        return list(RelationChain(item.first, links, item.span).relations())
    return []


DERIVATIVE = r"\frac{d}{dx} y = 2 x"


@pytest.mark.parametrize(
    "written",
    [
        *(r"\frac{dy}{dx}", r"\frac{d y}{d x}", r"\dfrac{\mathrm{d}y}{\mathrm{d}x}", "dy/dx", "y'"),
        *(r"y^\prime", r"y^{\prime}", "D y", "y'(x)", "y^{(1)}", r"\frac{d}{dx} y"),
    ],
)
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("let y = x^2\n{} = 2 x", "a.txt"),
        ("y = x^2\n{} = 2 x", "a.txt"),
        ("$$ y = x^2 $$\n\n$$ {} = 2 x $$", "a.md"),
        ("Put $y = x^2$. Then ${} = 2 x$.", "a.md"),
        ("$y = x^2$ とおく。 ${} = 2 x$ である。", "a.md"),
        ("The function $y = x^2$ has the derivative $${} = 2 x.$$", "a.md"),
        ("\\begin{{document}}Let \\(y = x^2\\). Then \\({} = 2 x\\).\\end{{document}}", "a.tex"),
    ],
)
def test_a_letter_is_differentiated_as_its_term(written: str, text: str, path: str) -> None:
    assert claimed(text.format(written), path) == [plain(DERIVATIVE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("let s = g t^2\n\\dot s = 2 g t", r"\frac{d}{dt} s = 2 g t"),
        ("let s = g t^2\n\\ddot{s} = 2 g", r"\frac{d^2}{dt^2} s = 2 g"),
        ("let s_1 = g t^2\n\\dot s_1 = 2 g t", r"\frac{d}{dt} s_1 = 2 g t"),
        ("let \\theta = t^2\n\\dot\\theta = 2 t", r"\frac{d}{dt} \theta = 2 t"),
        ("let y = a x^2 + b\ny' = 2 a x", r"\frac{d}{dx} y = 2 a x"),
        ("let y = x t\n\\frac{dy}{dt} = x\ny' = x", r"\frac{d}{dt} y = x"),
        ("let u = x^2\nlet y = u^2\ny' = 4 x^3", r"\frac{d}{dx} y = 4 x^3"),
        ("let y = x^2\ny'^2 = 4 x^2", r"(\frac{d}{dx} y)^2 = 4 x^2"),
        ("let y = x^2\n\\frac{dy}{dx}^2 = 4 x^2", r"(\frac{d}{dx} y)^2 = 4 x^2"),
        ("let y = x^2\n|y'| = |2 x|", r"\left| \frac{d}{dx} y \right| = \left| 2 x \right|"),
        ("define x(t) = t^2\n\\dot x(t) = 2 t", "x' t = 2 t"),
        ("let y = x^3\nd^2y/dx^2 = 6 x", r"\frac{d^2}{dx^2} y = 6 x"),
    ],
)
def test_by_which_letter(text: str, expected: str) -> None:
    assert claimed(text, "a.txt")[-1] == plain(expected)


@pytest.mark.parametrize(
    "text",
    [
        "let y = x t\ny' = t",
        "let y = u v\nD y = v",
        "let y = a b\n\\frac{d}{dx} y = 0\ny' = 0",
        "let y = x^2\n\\dot y = 2 x",
        "\\dot x = 3",
        "let y = x^2\nx' = x + 1\ny' = 2 x",
        "\\frac{dy}{dx} = 2 x",
    ],
)
def test_where_it_is_unclear_it_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem, match=r"unclear|nothing above defines"):
        parse(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Put $m = a + b$ and $m' = a - b$. Then $m + m' = 2 a$.",
        "Let $x' = x + 1$. Then $x' - 1 = x$.",
    ],
)
def test_another_letter_with_a_prime_stays_one(text: str) -> None:
    items = parse(text, "a.md").items
    assert not any(isinstance(item, Noted) for item in items)
    assert not any(
        isinstance(part, Derivative)
        for item in items
        for statement in _statements(item)
        for part in subtrees(statement)
    )


@given(
    st.sampled_from(["x^2", r"\sin x", "3 x + 1", r"\frac{1}{x}", "e^x"]),
    st.sampled_from(["y", "u", "w"]),
    st.sampled_from(["{0}' = x", r"\frac{{d{0}}}{{dx}} = x", "d{0}/dx = x"]),
)
def test_every_spelling_reads_as_the_operator_does(value: str, name: str, written: str) -> None:
    head = f"let {name} = {value}\n"
    plain = claimed(head + f"\\frac{{d}}{{dx}} {name} = x", "a.txt")
    assert claimed(head + written.format(name), "a.txt") == plain
