"""Matching patterns with terms: sums and products match up to the names of their indices, and no
index leaves its sum.
"""

import pytest

from shomei.emitter.lean.term import Notation
from shomei.emitter.rules.match import match
from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.parser.ast import Chain
from shomei.terms.nodes import Expression, Variable


def term(text: str) -> Expression:
    [item] = parse(f"{text} = 0", "test.txt").items
    assert isinstance(item, Chain)
    return item.first


def found(pattern: str, text: str) -> dict[str, str] | None:
    values = match(term(pattern), term(text), {"n": "N", "u": "R"}, Notation(frozenset({"m"})))
    return (
        None
        if values is None
        else {name: print_expression(value) for name, value in values.items()}
    )


def test_a_sum_matches_with_another_upper_bound_and_another_index() -> None:
    assert found("\\sum_{k=1}^{n} k", "\\sum_{j=1}^{100} j") == {"n": "100"}
    assert found("\\sum_{k=0}^{n} u^k", "\\sum_{k=0}^{m} 2^k") == {"n": "m", "u": "2"}
    assert found("\\prod_{k=1}^{n} (k + u)", "\\prod_{j=1}^{m + 1} (j + x)") == {
        "n": "m + 1",
        "u": "x",
    }


@pytest.mark.parametrize(
    "text",
    ["\\prod_{k=1}^{n} k", "\\sum_{k=0}^{n} k", "\\sum_{k=1}^{n} k^2", "\\sum_{k=1}^{x} k"],
)
def test_what_is_another_sum_does_not_match(text: str) -> None:
    assert found("\\sum_{k=1}^{n} k", text) is None


def test_no_value_holds_the_index() -> None:
    assert found("\\sum_{k=1}^{n} u", "\\sum_{k=1}^{m} k") is None
    assert match(
        term("\\sum_{k=1}^{n} u"),
        term("\\sum_{k=1}^{m} x"),
        {"n": "N", "u": "R"},
        Notation(frozenset({"m"})),
    ) == {
        "n": Variable("m"),
        "u": Variable("x"),
    }
