"""Notation with a second reading: refused, and the plain forms beside it read."""

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain, Define, Noted
from shomei.parser.errors import SyntaxProblem


def side(text: str, before: str = "") -> str:
    *_, item = parse(f"{before}{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return print_expression(item.first)


REFUSED = [
    # brackets that nothing asks for: the greatest integer, a fractional part, a set
    *("[x]", "2 [x]", "[2 x + 1] + y", r"\{x\}", r"\{3\} + \{4\}", "[x^n] G", r"\lbrace 1 \rbrace"),
    # letters with digits glued to them
    *("x1 + x2", "2x3", "1E3", "1e3", "0x10", "a2 b", "x_n2"),
    "2024-05-04",
    # mixed numbers
    *(r"2\frac{1}{3}", r"2\frac13", r"5 \dfrac{3}{4} x"),
    # matrices
    *("X^T X", "A^{T}", "W^T x"),
    # inverse functions, numbers and unknown functions with an argument
    *(r"\varphi^{-1}(x)", r"\theta^{-1}(2)", "e(x)", r"\pi(2)"),
    *(r"\Gamma(1 / 2)", r"\zeta(2)", r"M_Z(a t)", "f_n(x + 1)", r"\Phi(x + 1)", "T(n) - T(n + 1)"),
    # derivatives
    *("D_x y", r"D_t (t^2)", "(c)'", "(a^2)'", "(x^2)'(x)", r"\left(x^2\right)'(2)"),
    # differentials
    *(r"dx \, dy", r"dx - \theta du", r"\frac{1}{da}"),
    # the values of a sequence
    r"\lim_{n \to 0} a + x_n",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_has_two_readings_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        side(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 [x + 1]", r"2 \cdot (x + 1)"),
        ("[x + 1]^2", "(x + 1)^{2}"),
        ("a - [x + 1]", "a - (x + 1)"),
        ("[(x + 1) y]", r"(x + 1) \cdot y"),
        (r"\frac{d}{dx} [x^2]", r"\frac{d}{d x} (x^{2})"),
        (r"\sqrt[3]{x}", r"\sqrt[3]{x}"),
        ("n2^{n}", r"n \cdot 2^{n}"),
        ("x 2", r"x \cdot 2"),
        (r"2\frac{x}{3}", r"2 \cdot \frac{x}{3}"),
        (r"2\frac{4}{3}", r"2 \cdot \frac{4}{3}"),
        (r"x^2\frac{1}{3}", r"x^{2} \cdot \frac{1}{3}"),
        ("x^T", "x^{T}"),
        ("2^T", "2^{T}"),
        ("x^{-1}(x + 1)", r"x^{-1} \cdot (x + 1)"),
        ("e(x + 1)", r"e \cdot (x + 1)"),
        (r"\pi (r + h)", r"\pi \cdot (r + h)"),
        ("a(x + 1)", r"a \cdot (x + 1)"),
        ("(x)'", r"\frac{d}{d x} (x)"),
        ("(x^2)' x", r"\frac{d}{d x} (x^{2}) \cdot x"),
        ("b + dx", r"b + \operatorname{dx}"),
        (r"D_x / D", r"\frac{D_x}{D}"),
        (r"\text{sin}(x)", r"\sin x"),
    ],
)
def test_what_has_one_reading_is_read(text: str, read: str) -> None:
    assert side(text) == read


def test_a_derivative_by_a_letter_with_a_value_is_refused() -> None:
    with pytest.raises(SyntaxProblem):
        side(r"\frac{d}{dx} x^2", "let x = 2\n")


@pytest.mark.parametrize(
    ("sentence", "formula"),
    [
        (r"Here $\log$ is the logarithm to base 10.", r"\log e = 1"),
        (r"以下 $\log$ の底は 2 とする。", r"\log e = 1"),
        ("All angles are measured in degrees.", r"\sin \pi = 0"),
        (r"Define the operation $a \ast b = a + 2 b$.", r"a \ast b = b \ast a"),
        ("We take a complex number.", "(1 + 2 i) (1 - 2 i) = 1 - 4 i^2"),
        ("複素数の範囲で解く。", "i + i = 2 i"),
        (r"演算 $\times$ を $a \times b = a + b - 1$ で定める。", r"2 \times 3 = 6"),
    ],
)
def test_signs_that_the_text_gives_a_meaning_are_not_read(sentence: str, formula: str) -> None:
    *_, item = parse(f"{sentence}\n\n$$ {formula} $$\n", "a.md").items
    assert isinstance(item, Noted)


@pytest.mark.parametrize(
    "text",
    [
        "For every real $x$ we claim\n\n$$ \\text{ReLU}(x) = x $$",
        "We know $\\text{ReLU}(0) = 0$.\n\n$$ \\text{ReLU}(x) = x $$",
    ],
)
def test_what_is_claimed_of_an_unknown_function_defines_none(text: str) -> None:
    assert not any(isinstance(item, Define) for item in parse(f"{text}\n", "a.md").items)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("$$ f(x) = x \\quad (x > 0) $$", ["f(2) = 2"]),
        ("$$ f(x) = x \\quad \\text{for } x > 0 $$", ["f(2) = 2"]),
        ("$$ f(x) = x \\quad (x > 0), \\qquad f(x) = -x \\quad (x \\le 0) $$", []),
    ],
)
def test_a_condition_is_the_domain_of_a_function(text: str, known: list[str]) -> None:
    items = parse(f"{text}\n\nWe have $f(2) = 2$, and $f(-2) = -2$.\n", "a.md").items
    noted = {item.text.strip("$") for item in items if isinstance(item, Noted)}
    assert [each for each in ("f(2) = 2", "f(-2) = -2") if each not in noted] == known


def test_statements_side_by_side_are_separate() -> None:
    items = parse("$$ f(x) = x^2, \\quad g(x) = x^3 $$\n", "a.md").items
    assert [item.name for item in items if isinstance(item, Define)] == ["f", "g"]


@pytest.mark.parametrize(
    "text",
    [
        "$$ \\begin{aligned} |x| &= x && \\text{if } x > 0, \\\\"
        " |x| &= -x && \\text{if } x < 0 \\end{aligned} $$",
        "$$ \\begin{aligned} |x| &= x & (x > 0) \\\\ |x| &= -x & (x < 0) \\end{aligned} $$",
    ],
)
def test_the_condition_of_a_row_is_that_of_no_row_above(text: str) -> None:
    items = [repr(item) for item in parse(f"{text}\n", "a.md").items]
    assert not any("'>'" in item and "'<'" in item for item in items)
