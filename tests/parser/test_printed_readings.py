"""Notation as a reader reads it: how far limits reach, which letters are one, which words are
functions, which signs claim nothing exact.
"""

from fractions import Fraction

import pytest

from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain, Noted
from shomei.parser.errors import SyntaxProblem
from shomei.terms.nodes import Binary, Derivative, Expression, Number, Variable
from shomei.terms.walk import free_variables


def side(text: str) -> Expression:
    *_, item = parse(f"{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return item.first


def refusal(text: str) -> str:
    with pytest.raises(SyntaxProblem) as caught:
        parse(f"{text}\n", "a.txt")
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\lim_{t \to 0} 5 y + t", r"\lim_{t \to 0} (5 y + t)"),
        (r"\lim_{t \to 0} 5 y + 1 - t", r"\lim_{t \to 0} (5 y + 1 - t)"),
        (r"a - 3 \lim_{t \to 0} y + t", r"a - 3 \lim_{t \to 0} (y + t)"),
        (r"-\lim_{t \to 0} y + t + a", r"-\lim_{t \to 0} (y + t) + a"),
        (r"\prod_{j=1}^{3} j + j^2", r"\prod_{j=1}^{3} (j + j^2)"),
    ],
)
def test_a_limit_reaches_up_to_the_last_term_with_its_letter(text: str, plain: str) -> None:
    assert side(text) == side(plain)
    assert [each.code for each in parse(f"{text} = q\n", "a.txt").warnings] == ["reach"]


@pytest.mark.parametrize(
    "text",
    [
        r"\lim_{t \to 0} y + a",
        r"(\lim_{t \to 0} y) + t",
        r"t + \lim_{t \to 0} t",
        r"\sum_{j=1}^{3} j + \sum_{j=1}^{2} j",
    ],
)
def test_another_sum_is_no_part_of_the_limit(text: str) -> None:
    node = side(text)
    assert isinstance(node, Binary)
    assert parse(f"{text} = q\n", "a.txt").warnings == ()
    assert side(print_expression(node)) == node


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (r"\Delta y", "Deltay"),
        (r"\delta y_1", "deltay_1"),
        ("dy", "dy"),
        (r"d\theta", "dtheta"),
        (r"\mathrm{d} y", "dy"),
    ],
)
def test_an_increment_is_one_letter(text: str, name: str) -> None:
    assert side(text) == Variable(name)
    assert side(print_expression(side(text))) == Variable(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"\Delta \cdot x", {"Delta", "x"}),
        (r"\Delta + \Delta x", {"Delta", "x"}),
        ("a + d + dx", {"a", "d", "x"}),
        ("d x", {"d", "x"}),
        ("cdx", {"c", "d", "x"}),
    ],
)
def test_a_letter_that_stands_by_itself_is_a_factor(text: str, names: set[str]) -> None:
    node = side(text)
    assert set(free_variables(node)) == names
    assert side(print_expression(node)) == node


def test_a_product_with_delta_is_printed_so_that_it_is_read_back() -> None:
    node = Binary("*", Variable("Delta"), Variable("x"))
    assert side(print_expression(node)) == node


@pytest.mark.parametrize("said", ["let d > 0", "d + 2 = 2 + d", "let d = 3", "define d = 3"])
@pytest.mark.parametrize("text", [r"\frac{d}{dt} t^2", r"\frac{d t^2}{d t}", r"\frac{d^2}{dt^2} t"])
def test_a_derivative_beside_a_variable_d_is_refused(said: str, text: str) -> None:
    assert "can be read as a derivative" in refusal(f"{said}\n{text} = t")
    assert isinstance(side(text), Derivative)


@pytest.mark.parametrize(
    "text",
    [
        r"\text{Softplus}(x + 1)",
        r"\text{Softplus}\left(x + 1\right)",
        r"\mathrm{Cov}(x, y)",
        r"\operatorname{tr}(a + b)",
        r"\operatorname{tr} A",
        r"2 \operatorname{rank} A",
        r"E[2 X + 1]",
        r"E(k^2)",
        r"P(A + B)",
        r"O(n^2)",
        r"V[2 X]",
        "y(0)",
        "y(3)",
        "y(t)",
    ],
)
def test_the_value_of_an_unknown_function_is_no_product(text: str) -> None:
    assert "looks like a function" in refusal(f"1 + {text} = 1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("P(A | B) = P(B | A)", "a bar between two things"),
        ("E[X | Y = 1] = 2", "a bar between two things"),
        ("v^{(n)} = 1", "looks like a derivative"),
        ("v^{(3)} v = 1", "looks like a derivative"),
        (r"e^{i t} = 1", "complex"),
        (r"e^{-2 \pi i k} = 1", "complex"),
        ("e^i = 1", "complex"),
    ],
)
def test_what_is_no_real_number_is_refused(text: str, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"25\%", "0.25"),
        (r"7.5 \%", "0.075"),
        ("2,500,000", "2500000"),
        ("1,234.5", "1234.5"),
        ("x^{n + 1}", "x^{(n + 1)}"),
    ],
)
def test_numbers_and_exponents(text: str, plain: str) -> None:
    assert side(text) == side(plain)


def test_an_index_i_is_an_integer() -> None:
    assert print_expression(side(r"\sum_{i=0}^{2} e^{i}")) == r"\sum_{i = 0}^2 e^{i}"


SIGNS = (r"\approx", r"\sim", r"\simeq", r"\cong", r"\propto", r"\equiv", "≈", "≒", "≡")


@pytest.mark.parametrize("sign", SIGNS)
def test_the_rows_before_a_sign_that_is_not_exact_are_read(sign: str) -> None:
    for text in (
        f"$$ x + x = 2 x {sign} 7 $$\n",
        f"$$\n\\begin{{aligned}}\nx + x &= 2 x \\\\\n&{sign} 7\n\\end{{aligned}}\n$$\n",
    ):
        chain, noted = parse(text, "a.md").items
        assert isinstance(chain, Chain)
        assert len(chain.links) == 1
        assert isinstance(noted, Noted)


LOOSE = (r"\approx", r"\simeq", "≈", "≒")


@pytest.mark.parametrize("sign", SIGNS)
def test_nothing_goes_on_over_what_is_not_exact(sign: str) -> None:
    rows = f"x + x &= 2 x {sign} 7 \\\\\n&= 9"
    one = f"$$\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n$$\n\n$$ = 8 $$\n"
    [chain, *others] = parse(one, "a.md").items
    assert isinstance(chain, Chain)
    assert len(chain.links) == 1
    if sign in LOOSE:
        after = others.pop(1)
        assert isinstance(after, Chain)  # 7 = 9, which may be about other digits
        assert after.tentative
        assert after.first == Number(Fraction(7))
    else:
        assert len(others) == 3
    assert all(isinstance(each, Noted) for each in others)


def test_an_unread_row_leaves_the_others() -> None:
    rows = "x + x &= 2 x \\\\\n&= \\oint y \\\\\n&= 3 + y \\\\\n&= y + 3"
    text = f"$$\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n$$\n"
    before, *noted, after = parse(text, "a.md").items
    assert isinstance(before, Chain)
    assert len(before.links) == 1
    assert [type(each) for each in noted] == [Noted, Noted]
    assert isinstance(after, Chain)
    assert print_expression(after.first) == "3 + y"


@pytest.mark.parametrize(
    ("chain", "claimed"),
    [
        (r"\int_0^1 x = y + 1 = 1 + y", ["y + 1 = 1 + y"]),
        (r"y + y = 2 y = \foo = 3", ["y + y = 2 y"]),
        (r"\foo = y + 1 = 1 + y \approx 2 y \le 3 y", ["y + 1 = 1 + y", "2 y <= 3 y"]),
        (r"\foo = y + 1 \approx 2", []),
        (r"y + y = 2 y \iff \foo = 3 = 2 + 1", []),
    ],
)
def test_the_terms_between_which_something_is_claimed(chain: str, claimed: list[str]) -> None:
    items = parse(f"$$ {chain} $$\n", "a.md").items
    found = [item for item in items if isinstance(item, Chain)]
    assert [
        print_expression(item.first)
        + "".join(f" {link.operator} {print_expression(link.right)}" for link in item.links)
        for item in found
    ] == claimed
    assert all(isinstance(item, Chain | Noted) for item in items)


def test_a_name_for_what_is_not_read_is_not_known() -> None:
    first, second = parse("$$ A = \\int_0^1 x = 2 + 3 = 5 $$\n\n$$ A + A = 2 A $$\n", "a.md").items[
        -2:
    ]
    assert isinstance(first, Chain)
    assert isinstance(second, Noted)


@pytest.mark.parametrize("name", ["cases", "pmatrix"])
def test_the_rows_of_what_is_not_read_are_no_claims(name: str) -> None:
    inner = f"\\begin{{{name}}} x & x > 1 \\\\ 0 & x = 1 \\\\ 2 x & x < 1 \\end{{{name}}}"
    items = parse(f"$$ y = {inner} $$\n\n$$ 1 + 1 = 2 $$\n", "a.md").items
    assert [type(item) for item in items] == [Noted, Chain]


@pytest.mark.parametrize("word", [r"\therefore", "∴"])
def test_therefore_is_a_word(word: str) -> None:
    [item] = parse(f"$$ {word} x + x = 2 x $$\n", "a.md").items
    assert isinstance(item, Chain)
