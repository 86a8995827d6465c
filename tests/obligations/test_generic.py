"""Generic values: equal where terms are equal by their form, different where they are not."""

import pytest

from shomei.obligations.generic import generic_value, is_constant
from shomei.terms.nodes import Relation
from tests.obligations.texts import term


def equal(left: str, right: str) -> bool:
    return all(
        generic_value(term(left), point) == generic_value(term(right), point) for point in (1, 2, 3)
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (r"(x + y)^2", r"x^2 + 2 x y + y^2"),
        (r"\frac{x^2 - 1}{x - 1}", "x + 1"),
        (r"\frac{1}{3} + \frac{1}{6}", r"\frac{1}{2}"),
        ("x^{-2}", r"\frac{1}{x^2}"),
        (r"\log 1", "0"),
        (r"\log_a a", "1"),
        (r"\log_e (x + y)", r"\log (y + x)"),
        (r"\sin (x - x)", "0"),
        (r"\cos 0 + \tanh 0", "1"),
        (r"\sqrt{(x + y)^2}", r"\sqrt{x^2 + 2 x y + y^2}"),
        ("x^{y - y}", "1"),
        (r"\sum_{j=1}^{n} j", r"\sum_{i=1}^{n} i"),
    ],
)
def test_what_is_equal_by_its_form_has_one_value(left: str, right: str) -> None:
    assert equal(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("x + y", "x y"),
        ("x", "-x"),
        (r"\sin x", r"\cos x"),
        (r"\sin x", r"\sin y"),
        (r"\log x", r"\log_2 x"),
        (r"\sqrt{x}", r"\sqrt[3]{x}"),
        ("x^y", "y^x"),
        (r"\sum_{j=1}^{n} j", r"\sum_{j=1}^{k} j"),
        ("e", r"\pi"),
    ],
)
def test_what_is_not_has_several(left: str, right: str) -> None:
    assert not equal(left, right)


@pytest.mark.parametrize(
    "text",
    [
        r"\frac{1}{x - x}",
        r"\frac{1}{(x + y)^2 - x^2 - 2 x y - y^2}",
        r"\log (x - x)",
        r"\log_1 x",
        r"1 + \frac{2}{\frac{0}{x}}",
        r"\tan x \cdot \frac{1}{\sin (y - y)}",
    ],
)
def test_what_is_undefined_for_all_values_has_none(text: str) -> None:
    assert generic_value(term(text), 1) is None


@pytest.mark.parametrize(
    ("text", "constant"),
    [
        ("x - x", True),
        (r"\frac{x}{x}", True),
        (r"\frac{1}{x - x}", True),
        (r"\log_x x", True),
        ("x", False),
        ("x - y", False),
        (r"\sin x", False),
    ],
)
def test_a_condition_on_no_variable_is_constant(text: str, constant: bool) -> None:
    assert is_constant(Relation(">", term(text), term("0"))) is constant
