"""Braces that TeX does not print are ignored, or rejected with both readings."""

import pytest

from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.parser.errors import SyntaxProblem
from shomei.terms.nodes import Expression

#: What changes how a group looks and nothing else.
LOOKS = (
    "{%s}",
    r"\textcolor{blue}{%s}",
    r"\color{blue}{%s}",
    r"{\color{blue} %s}",
    r"\displaystyle{%s}",
    r"\textstyle{%s}",
    r"{\large %s}",
    r"\boxed{%s}",
    r"\underline{%s}",
    r"\cancel{%s}",
    "{{%s}}",
)
LEFT = (
    "a",
    "3",
    r"\pi",
    "x_{12}",
    "y^{2}",
    r"\frac{1}{2}",
    r"\frac12",
    r"\sqrt{5}",
    r"\sqrt[3]{5}",
    r"\sin t",
    r"\binom{n}{2}",
    "(a + b)",
    "|a|",
)


def side(text: str) -> Expression:
    [item] = parse(f"{text} = q\n", "a.txt").items
    assert isinstance(item, Chain)
    return item.first


@pytest.mark.parametrize(
    ("look", "group"),
    [
        (look, group)
        for look in LOOKS
        for group in ["+ 7", "- c", "- 2 c", r"+ \sin u"]
        if "\\" in look or group.startswith("+")
    ],
)
@pytest.mark.parametrize("left", LEFT)
def test_a_group_that_begins_with_a_sign_is_a_further_term(
    left: str, look: str, group: str
) -> None:
    assert side(f"{left} {look % group}") == side(f"{left} {group}")
    assert side(f"{left} {look % group} z") == side(f"{left} {group} z")


@pytest.mark.parametrize("left", [left for left in LEFT if "|" not in left])
@pytest.mark.parametrize("group", ["{-7}", "{- c}", "{{-2 c}}"])
def test_bare_braces_around_a_minus_are_a_factor_or_a_term(left: str, group: str) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        side(f"{left}{group}")
    assert "this can be read as" in caught.value.message


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\lim_{t \to 0}{-t}", r"\lim_{t \to 0} (-t)"),
        (r"\sum_{k=1}^{n}{-k}", r"\sum_{k=1}^n (-k)"),
        (r"\sin^{2}{-t}", r"\sin^2 (-t)"),
        (r"\log_{2}{-t}", r"\log_2 (-t)"),
        ("2 a = {-7} + b", "2 a = -7 + b"),
    ],
)
def test_a_group_after_the_head_of_a_function_is_its_argument(text: str, plain: str) -> None:
    assert side(text) == side(plain)


@pytest.mark.parametrize("text", ["{2^3}^2", "{{a^b}}^{c}", "{a b^2}^3"])
def test_a_power_in_braces_is_not_raised(text: str) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        side(text)
    assert "braces are not printed" in caught.value.message
    assert side("{(a^b)}^c") == side("(a^b)^c")


@pytest.mark.parametrize("look", LOOKS)
def test_a_relation_in_a_group_is_read(look: str) -> None:
    assert parse(f"{look % 'a = b'}\n", "a.txt").items == parse("a = b\n", "a.txt").items
    assert parse(f"a {look % '= b'}\n", "a.txt").items == parse("a = b\n", "a.txt").items


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a + {b + c}", "a + (b + c)"),
        ("a {b c}", "a (b c)"),
        ("a + {- b}", "a + (- b)"),
        (r"\sin {t}", r"\sin t"),
        (r"\sin{t} \cos{t}", r"\sin t \cos t"),
        ("{x}^{2}", "x^2"),
        ("{(x + 1)}^{2}", "(x + 1)^2"),
        ("x {} y", "x y"),
        ("{n \\choose 2} x", r"\binom{n}{2} x"),
        (r"\frac m2 x", r"\frac{m}{2} x"),
        (r"\binom n2 x", r"\binom{n}{2} x"),
    ],
)
def test_braces_that_change_nothing_are_read(text: str, plain: str) -> None:
    assert side(text) == side(plain)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("{a + b}^2", ("a + b^{2}", "(a + b)^{2}")),
        ("{a b}^2", ("a b^{2}", "(a b)^{2}")),
        ("{-a}^2", ("-a^{2}", "(-a)^{2}")),
        ("3{a - b}", ("3 a - b", r"3 \cdot (a - b)")),
        ("c - {a - b}", ("c - a - b", "c - (a - b)")),
        ("{a + b} c", ("a + b c", r"(a + b) \cdot c")),
        (r"\cos {a + b}", (r"\cos a + b", r"\cos (a + b)")),
        (r"\sum_{k=1}^{3} {k + a}", (r"\sum_{k = 1}^3 k + a", r"\sum_{k = 1}^3 (k + a)")),
        (r"\frac{d}{dx} {x^2 + x}", (r"(x^{2}) + x", r"(x^{2} + x)")),
    ],
)
def test_braces_that_change_the_reading_are_refused(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        side(text)
    assert all(reading in caught.value.message for reading in readings)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\underbrace{a + b}_{c} + 1", "a + b + 1"),
        (r"\overbrace{a b}^{= c} + 1", "a b + 1"),
        (r"x + \underbrace{(y + 1)}_{\text{small}} z", "x + (y + 1) z"),
        (r"\underbrace{a}_c^2", "a^2"),
        (r"\underbrace{\underbrace{a}_{b} c}_{d}", "a c"),
        (r"\underbrace{a} b", "a b"),
    ],
)
def test_what_stands_under_a_brace_is_no_part_of_the_formula(text: str, plain: str) -> None:
    assert side(text) == side(plain)
