"""Letters that often name functions, where a formula shows that they are numbers."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.operations.latex import print_statement
from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem


def read(text: str) -> str:
    return print_statement(build(parse(text, "test.txt")).obligations[-1].goal)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("P (1 + r)^2 = P e^r", r"P \cdot (1 + r)^2 = P e^r"),
        ("P(1 + r)^2 = Pr + 1", r"P \cdot (1 + r)^2 = P r + 1"),
        (r"D \left(2 - a\right) = \pi D a", r"D \cdot (2 - a) = \pi D a"),
    ],
)
def test_a_factor_elsewhere_in_the_formula_is_a_number(written: str, meant: str) -> None:
    assert read(written) == read(meant)


@pytest.mark.parametrize(
    "text",
    [
        "E(2 + X) = 2 + EX",  # an expectation
        "P(1 + r) = P",
        "P(x + 1) = Pe^x",
        "V(1 - p) = V(p)",
        "P(1, 2) = Pe^r",
    ],
)
def test_what_may_be_a_value_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblem, match="looks like a function"):
        parse(text, "test.txt")
