"""Declarations of functions without a formula."""

from __future__ import annotations

import pytest

from shomei.parser import parse
from shomei.parser.ast import Assume, Declare, Document
from shomei.parser.errors import SyntaxProblem
from shomei.parser.printer import print_item
from shomei.terms.nodes import ForAll

DECLARED = [
    ("let f \\colon \\mathbb{R} \\to \\mathbb{R}", Declare(("f",))),
    (
        "let f, g : ℝ → ℝ twice differentiable and strictly increasing",
        Declare(("f", "g"), 1, ("twice_differentiable", "strictly_increasing")),
    ),
    (
        "let F \\colon \\mathbb{R}^2 \\to \\mathbb{R}",
        Declare(("F",), 2),
    ),
    ("let a \\colon \\mathbb{N} \\to \\mathbb{R}", Declare(("a_",))),
    ("let (b_n) be a sequence of positive numbers", Declare(("b_",), 1, ("positive",))),
    ("let f be a differentiable function", Declare(("f",), 1, ("differentiable",))),
    ("let \\phi, \\psi be continuous", Declare(("phi", "psi"), 1, ("continuous",))),
]


@pytest.mark.parametrize(("text", "item"), DECLARED)
def test_a_declaration(text: str, item: Declare) -> None:
    assert parse(f"{text}\n0 = 0", "test.txt").items[0] == item


@pytest.mark.parametrize(("text", "item"), DECLARED)
def test_what_is_printed_is_read_again(text: str, item: Declare) -> None:
    (printed,) = print_item(item)
    assert parse(f"{printed}\n0 = 0", "test.txt").items[0] == item


@pytest.mark.parametrize(
    "text",
    [
        "let f \\colon \\mathbb{R} \\to \\mathbb{R} holomorphic",
        "let x be positive",
    ],
)
def test_no_declaration(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(f"{text}\n0 = 0", "test.txt")


LET = "let f \\colon \\mathbb{R} \\to \\mathbb{R}\nlet a \\colon \\mathbb{N} \\to \\mathbb{R}\n"


@pytest.mark.parametrize(
    ("text", "names", "natural"),
    [
        ("assume f(x + y) = f(x) f(y) for all x, y", ("x", "y"), False),
        ("assume f(x) > 0 \\forall x \\in \\mathbb{R}", ("x",), False),
        ("assume a_{n+1} = 2 a_n for every n", ("n",), True),
        ("assume f = 2 f", ("x_any",), False),
    ],
)
def test_an_assumption_for_all_numbers(text: str, names: tuple[str, ...], natural: bool) -> None:
    item = parse(f"{LET}{text}\n0 = 0", "test.txt").items[2]
    assert isinstance(item, Assume)
    (condition,) = item.conditions
    assert isinstance(condition, ForAll)
    assert (condition.names, condition.natural) == (names, natural)


def article(text: str) -> Document:
    return parse(f"{text}\n\n$$ f(0) = f(0) $$\n", "test.md")


@pytest.mark.parametrize(
    ("text", "names", "kinds"),
    [
        ("Let $f$ and $g$ be differentiable functions.", ("f", "g"), ("differentiable",)),
        ("Suppose that $f$ is twice differentiable.", ("f",), ("twice_differentiable",)),
        ("For a continuous function $f$ we have the following.", ("f",), ("continuous",)),
        ("Let $f \\colon \\mathbb{R} \\to \\mathbb{R}$ be a function.", ("f",), ()),
        ("Let $f(x)$ be differentiable on $\\mathbb{R}$.", ("f",), ("differentiable",)),
        ("Let $f$ be continuous on $[a, b]$.", ("f",), ()),
        ("$f, g$ を微分可能な関数とする。", ("f", "g"), ("differentiable",)),
        ("関数 $f$ は連続で、単調増加であるとする。", ("f",), ("continuous", "increasing")),
        ("$f$ が 2 回微分可能ならば次が成り立つ。", ("f",), ("twice_differentiable",)),
    ],
)
def test_the_words_of_an_article(text: str, names: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    found = [item for item in article(text).items if isinstance(item, Declare)]
    assert [(item.names, item.kinds, item.in_prose) for item in found] == [(names, kinds, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Let $f$ be a holomorphic function.",
        "Let $f$ be a function of $B$.",
        "Let $f$ be positive.",
        "It is not true that $f$ is differentiable.",
        "Is $f$ differentiable?",
    ],
)
def test_words_that_declare_nothing(text: str) -> None:
    assert not any(isinstance(item, Declare) for item in article(text).items)


def test_what_is_said_under_a_condition_ends_with_its_sentence() -> None:
    text = "Let $f$ be differentiable. If $f$ is even, then $f(-x) = f(x)$. So $f(1) = f(1)$."
    kinds = [item.kinds for item in article(text).items if isinstance(item, Declare)]
    assert kinds == [("differentiable",), ("differentiable", "even"), ("differentiable",)]
