"""The walk over terms: parts, free and bound variables, size."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from shomei.parser.declarations import Declarations
from shomei.parser.mathematics import parse_expression
from shomei.parser.source import Source
from shomei.terms.nodes import Binary, Expression, Number, Variable
from shomei.terms.normal import canonical
from shomei.terms.substitution import Capture, substitute
from shomei.terms.walk import (
    children,
    depth,
    free_variables,
    measure,
    rebuild,
    subterms,
    subtrees,
)
from tests.parser.generators import expressions


def _read(text: str) -> Expression:
    return parse_expression(Source.of(text, "x.txt"), ((0, len(text)),), Declarations())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"\frac{d}{dx} 5", ("x",)),
        (r"\frac{d}{dt} (x t)", ("t", "x")),
        (r"\lim_{x \to x} x", ("x",)),
        (r"\lim_{h \to 0} (x + h)", ("x",)),
        (r"\lim_{x \to \infty} \frac{a}{x}", ("a",)),
        (r"\sum_{k = k}^{n} (k m)", ("k", "n", "m")),
        (r"b + a b", ("b", "a")),
    ],
)
def test_free_variables_stand_in_the_order_of_appearance(text: str, names: tuple[str, ...]) -> None:
    assert free_variables(_read(text)) == names


@given(expressions)
@settings(max_examples=200, deadline=None)
def test_a_term_is_rebuilt_from_its_parts(term: Expression) -> None:
    parts = children(term)
    assert rebuild(term, parts) is term
    changed = tuple(Variable("fresh") for _ in parts)
    assert children(rebuild(term, changed)) == changed


@given(expressions)
@settings(max_examples=200, deadline=None)
def test_both_orders_meet_the_same_parts(term: Expression) -> None:
    inward, outward = list(subtrees(term)), list(subterms(term))
    assert inward[0] is term
    assert outward[-1] is term
    assert sorted(map(id, inward)) == sorted(map(id, outward))
    met: set[int] = set()
    for part in outward:
        assert met >= {id(child) for child in children(part)}
        met.add(id(part))
    assert measure(term)[0] == len(inward)


def test_a_tree_deeper_than_the_stack_is_walked() -> None:
    term: Expression = Variable("x")
    for _ in range(20_000):
        term = Binary("+", term, Number(Fraction(1)))
    assert depth(term) == 20_001
    assert measure(term) == (40_001, 2)
    assert free_variables(term) == ("x",)
    assert sum(1 for _ in subterms(term)) == 40_001


def test_substitution_renames_what_would_capture() -> None:
    term = _read(r"\lim_{h \to 0} (x + h)")
    put = substitute(term, {"x": Variable("h")})
    assert free_variables(put) == ("h",)
    assert canonical(put) == canonical(_read(r"\lim_{t \to 0} (h + t)"))


def test_a_derivative_takes_no_value_but_a_variable() -> None:
    term = _read(r"\frac{d}{dx} x^2")
    assert substitute(term, {"x": Variable("t")}) == _read(r"\frac{d}{dt} t^2")
    with pytest.raises(Capture):
        substitute(term, {"x": Number(Fraction(2))})
