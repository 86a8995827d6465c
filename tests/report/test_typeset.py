"""Formulas as MathML: what is typeset, and that nothing of a formula is markup."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shomei.report.typeset import _ATTRIBUTES, _ELEMENTS, typeset
from tests.report.samples import HOSTILE_PIECES, hostile_text

PIECES = (r"\frac{", "}", "{", "^", "_", r"\sum", r"\text{", r"\left(", r"\href{", "&", "x", "<b>")


def elements(formula: str, *, display: bool = False) -> list[str]:
    return [each.tag for each in ET.fromstring(typeset(formula, display=display)).iter()]  # noqa: S314


@pytest.mark.parametrize(
    ("formula", "holds"),
    [
        (r"$\frac{x^2 - 1}{x + 1}$", ["math", "mfrac", "msup"]),
        (r"= \sqrt{x} \le \sqrt[3]{y}", ["msqrt", "mroot"]),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", ["mi", "mo"]),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", ["mtable", "mtd"]),
        (r"f'(x) = \operatorname{sech} x", ["msup"]),
    ],
)
def test_what_is_typeset(formula: str, holds: list[str]) -> None:
    assert set(holds) <= set(elements(formula))


def test_bounds_stand_above_and_below_in_a_display() -> None:
    assert "munder" in elements(r"\lim_{h \to 0} h", display=True)
    assert "munderover" in elements(r"\sum_{k=1}^{n} k", display=True)
    assert "msubsup" in elements(r"\sum_{k=1}^{n} k")


def test_a_sign_is_no_difference_and_a_function_stands_apart() -> None:
    assert 'form="prefix"' in typeset("(-x)") and 'form="prefix"' not in typeset("a-x")
    assert "mspace" in typeset(r"\log x") and "mspace" not in typeset(r"\log (x)")


@pytest.mark.parametrize("formula", [r"\frac{1}{", "", r"\left(", "x" * 3000, "{" * 500])
def test_what_cannot_be_typeset_is_code(formula: str) -> None:
    assert elements(formula) == ["code"]


@given(st.lists(st.one_of(st.sampled_from((*PIECES, *HOSTILE_PIECES)), hostile_text)).map("".join))
def test_nothing_of_a_formula_is_markup(formula: str) -> None:
    root = ET.fromstring(typeset(formula, display=True))  # noqa: S314
    for each in root.iter():
        assert each.tag in _ELEMENTS | {"code"}
        assert set(each.attrib) <= _ATTRIBUTES | {"display"}
