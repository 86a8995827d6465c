"""Sums with dots are the one sum that their terms mean, or none; statements side by side."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.errors import SyntaxProblem
from shomei.terms.nodes import Expression


def side(text: str) -> Expression:
    [item] = parse(f"{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return item.first


def meant(general: str, first: int, letter: str) -> str:
    """The sum with dots of a general term in K: two terms, dots, and the last one."""
    terms = [
        general.replace("{K}", f"{{{value}}}").replace("K", f"({value})")
        for value in (first, first + 1, letter)
    ]
    return f"{terms[0]} + {terms[1]} + \\dots + {terms[2]}"


@pytest.mark.parametrize("first", [0, 1, 2, 3])
@pytest.mark.parametrize("letter", ["n", "m", "N"])
@pytest.mark.parametrize(
    "general",
    [
        "(K + 1)^2",
        "x^{K}",
        "a t^{K}",
        r"\frac{1}{K + 5}",
        r"\frac{K}{K + 1}",
        "3^{K}",
        "K x^2",
        "(2 K + 1) y",
        r"\frac{x^{K}}{(K + 1)!}",
    ],
)
def test_the_general_term_is_found(general: str, letter: str, first: int) -> None:
    index = general.replace("{K}", "{k}").replace("K", "(k)")
    assert side(meant(general, first, letter)) == side(f"\\sum_{{k={first}}}^{{{letter}}} {index}")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"1 + 2 + 3 + \cdots + 50", r"\sum_{k=0}^{49} (k + 1)"),
        (r"7 + 5 + 3 + \cdots + 1", None),
        (r"10 + 20 + 30 + \ldots + 100", r"\sum_{k=0}^{9} (10 k + 10)"),
        (r"1 + 2 + 4 + \dots + 2^{n - 1}", r"\sum_{k=1}^{n} 2^{k - 1}"),
        ("1 + 3 + ⋯ + (2 n - 1)", r"\sum_{k=1}^{n} (2 k - 1)"),
        (r"1 + 2 + \dots + n + (n + 1)", r"\sum_{k=1}^{n} k + (n + 1)"),
        (r"k + 2 k + \dots + n k", r"\sum_{j=1}^{n} j k"),
    ],
)
def test_other_sums(text: str, plain: str | None) -> None:
    if plain is not None:
        assert side(text) == side(plain)
    assert "dots" in {each.code for each in parse(f"{text} = q\n", "a.txt").warnings}


@pytest.mark.parametrize(
    "text",
    [
        r"1 + \dots + n",
        r"1 + 2 + \dots + 100",
        r"1 + 2 + 4 + \dots + 64",
        r"1 + 2 + 5 + \dots + n",
        r"2 + 4 + \dots + 2^n",
        r"x + 1 + 2 + \dots + n",
        r"n + n + \dots + n",
        r"n + 2 n + \dots + n^2",
        r"1 + 2 + \dots + n + 1",
        r"1 + 2 + \dots + n - 1",
        r"1 + 3 + 5 + \dots + 10",
        r"\sin 1 + \sin 2 + \dots + \sin n",
        r"a + b + \dots + z",
        r"1 \cdot 2 \cdots n",
        r"1 + 2 + \dots",
    ],
)
def test_a_sum_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        side(text)


@pytest.mark.parametrize("between", [" & ", " && ", r" \quad ", r" \qquad ", r", \quad "])
def test_statements_side_by_side_are_no_product(between: str) -> None:
    left, right = ("x + x &= 2 x", "y + y &= 2 y") if "&" in between else ("x = 2", "y = 3")
    text = f"$$\n\\begin{{aligned}}\n{left}{between}{right}\n\\end{{aligned}}\n$$\n"
    assert len(parse(text, "a.md").items) == 2
    with pytest.raises(SyntaxProblem):
        parse(f"{left}{between}{right}\n", "a.txt")


@pytest.mark.parametrize(
    "text", ["x &=& 2 &+& y", r"x \quad = 2 + y", r"x = 2 \quad + y", r"x &= 2 &+ y"]
)
def test_signs_in_columns_of_their_own_go_on(text: str) -> None:
    [item] = parse(f"{text}\n", "a.txt").items
    assert item == parse("x = 2 + y\n", "a.txt").items[0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"{a \over b}", r"\frac{a}{b}"),
        (r"{a + 1 \over b - 1} c", r"\frac{a + 1}{b - 1} c"),
        (r"\sqrt{a \over b}", r"\sqrt{\frac{a}{b}}"),
        (r"{{a \over b} \over c}", r"\frac{\frac{a}{b}}{c}"),
        (r"{a \over b}^2", r"(\frac{a}{b})^2"),
        (r"x^{1 \over 2}", r"x^{\frac{1}{2}}"),
    ],
)
def test_over_is_a_fraction(text: str, plain: str) -> None:
    assert side(text) == side(plain)


@pytest.mark.parametrize("text", [r"a \over b", r"(a \over b)", r"{a \over b \over c}"])
def test_over_without_its_braces_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem, match="over"):
        side(text)


@pytest.mark.parametrize("function", [r"\cos", r"\sin", r"\cos^2"])
@pytest.mark.parametrize("angle", ["x", r"\theta", r"\pi"])
def test_a_multiple_of_an_angle_is_the_argument(function: str, angle: str) -> None:
    assert side(f"2 {function}(n - 1){angle}") == side(f"2 {function}((n - 1) {angle})")
    for other in (
        f"{function}(a + b){angle}",
        f"{function}(n - 1){angle} y",
        f"{function}(n + 1) m",
    ):
        with pytest.raises(SyntaxProblem, match="can be read as"):
            side(other)


def test_towers_of_powers_are_not_written_out() -> None:
    tower = "9"
    for _ in range(20):
        tower = f"({tower})^{{64}}"
    with pytest.raises(SyntaxProblem):
        side(f"1 + 2 + \\dots + {tower} n")
