"""Sums and products with dots are the one that their terms mean, or none; statements side by
side.
"""

import pytest

from shomei.operations.latex import print_expression
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
        (r"\sin 1 + \sin 2 + \dots + \sin n", r"\sum_{k=1}^{n} \sin k"),
        (r"n + (n - 1) + \dots + 2 + 1", r"\sum_{k=1}^{n} k"),
        (r"\frac{1}{1 \cdot 2} + \frac{1}{2 \cdot 3} + \dots + \frac{1}{n (n + 1)}", None),
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
        r"a + b + \dots + z",
        r"1 + 2 + \dots",
    ],
)
def test_a_sum_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        side(text)


@pytest.mark.parametrize("first", [0, 1, 2, 3])
@pytest.mark.parametrize("sign", [r" \cdots ", r" \cdot \dots \cdot ", r" \cdot \ldots "])
@pytest.mark.parametrize(
    "general", ["(K + 1)^2", "(x + K)", r"\frac{2 (K) + 1}{2 (K) + 2}", "(1 + x^{2^{K}})"]
)
def test_the_general_factor_is_found(general: str, sign: str, first: int) -> None:
    one, two, last = (general.replace("K", f"{{{value}}}") for value in (first, first + 1, "n"))
    index = general.replace("K", "{k}")
    assert side(f"{one} \\cdot {two}{sign}{last}") == side(f"\\prod_{{k={first}}}^{{n}} {index}")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"1 \cdot 2 \cdots n", r"\prod_{k=1}^{n} k"),
        (r"2 \cdot 4 \cdots 2 n", r"\prod_{k=1}^{n} 2 k"),
        (r"1 \cdot 2 \cdots (n - 1) n", r"(\prod_{k=2}^{n} (k - 1)) n"),
        (r"n (n - 1) \cdots (n - k + 1)", r"\prod_{j=1}^{k} (n - j + 1)"),
        (r"n (n - 1) \cdots 3 \cdot 2", r"\prod_{k=2}^{n} k"),
        (r"n (n - 1) \cdots 2 \cdot 2", r"(\prod_{k=2}^{n} k) \cdot 2"),
        (r"n (n - 1) (n - 2) \cdots 2 \cdot 1", r"\prod_{k=1}^{n} k"),
        (r"1! 2! \cdots n!", r"\prod_{k=1}^{n} k!"),
        (r"5 (x + 1) (x + 2) \cdots (x + n) y", r"5 (\prod_{k=1}^{n} (x + k)) y"),
        (r"1 \cdot 2 \cdot 3 \cdots 20", r"\prod_{k=0}^{19} (k + 1)"),
    ],
)
def test_other_products(text: str, plain: str) -> None:
    assert print_expression(side(text)) == print_expression(side(plain))


@pytest.mark.parametrize(
    "text",
    [
        r"1 \cdots n",
        r"1 \cdot 3 \cdots n",
        r"1 \cdot 2 \cdots 10",
        r"2 \cdot 4 \cdots 2^n",
        r"1 \cdot 2 \cdots n^2",
        r"n n \cdots n",
        r"\frac12 \cdot \frac14 \cdots \frac{1}{2^n}",
        r"(n + 1) (n + 2) \cdots 2 n",
        r"n (n - 1) \cdots 7",
        r"x (n - 1) \cdots 1",
        r"a b \cdots z",
        r"1 \cdot 2 \cdots",
    ],
)
def test_a_product_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        side(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"a_1 + \dots + a_n", r"\sum_{k=1}^{n} a_k"),
        (r"a_0^2 + \cdots + a_n^2", r"\sum_{k=0}^{n} a_k^2"),
        (r"\log a_1 + \log a_2 + \dots + \log a_n", r"\sum_{k=1}^{n} \log a_k"),
        (r"a_1 a_2 \cdots a_n", r"\prod_{k=1}^{n} a_k"),
        (r"a_1 \cdots a_n", r"\prod_{k=1}^{n} a_k"),
    ],
)
def test_elements_of_a_family_with_dots(text: str, plain: str) -> None:
    read = [
        parse(f"z = \\sum_{{i=1}}^{{n}} a_i\n{each} = q\n", "a.txt").items[-1]
        for each in (text, plain)
    ]
    assert read[0] == read[1]


@pytest.mark.parametrize(
    "text", [r"a_1 + \dots + n a_n", r"a_1 + \dots + a_n^n", "a_2 + \\dots + a_5"]
)
def test_one_term_shows_only_an_index(text: str) -> None:
    with pytest.raises(SyntaxProblem):
        parse(f"z = \\sum_{{i=1}}^{{n}} a_i\n{text} = q\n", "a.txt")


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
