"""Tables of signs: how they are made, and the signs of sums of squares and of products."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shomei.emitter.lean.render import lines_of
from shomei.emitter.lean.term import Notation
from shomei.emitter.proof.numeric import evaluate
from shomei.emitter.proof.setting import Setting
from shomei.emitter.proof.sign_table import square_proofs, table_proofs
from shomei.obligations import build
from shomei.operations.latex import print_expression
from shomei.parser import parse
from shomei.symbolic import as_squares, factorisation
from shomei.terms.nodes import Binary, Expression, Number, Relation

SETTING = Setting.of(Notation(), ("x", "y"), ())


def relation(text: str) -> Relation:
    goal = build(parse(text, "test.txt")).obligations[-1].goal
    assert isinstance(goal, Relation)
    return goal


def term(text: str) -> Expression:
    return relation(f"{text} = 0").left


def table(*texts: str) -> list[str]:
    [(block, how)] = table_proofs([relation(text) for text in texts], SETTING, [])
    assert how == "signs of the factors"
    return lines_of(block)


@pytest.mark.parametrize(
    ("text", "roots", "sign", "rest"),
    [
        ("x^2 + x + 1", ["2 x + 1"], 1, 1),
        ("-2 x^2 + 4 x - 5", ["x - 1"], -1, -1),
        ("x^2 - 2", ["x"], 1, -1),
        ("x^2 + x y + y^2", ["2 x + y", "y"], 1, 0),
    ],
)
def test_squares_are_completed(text: str, roots: list[str], sign: int, rest: int) -> None:
    found = as_squares(term(text))
    assert found is not None
    assert ([print_expression(root) for root in found.roots], found.sign, found.rest) == (
        roots,
        sign,
        rest,
    )


@pytest.mark.parametrize("text", ["x y", "x^2 - y^2", "x^2 + y", "x^3", "x + 1"])
def test_what_is_no_sum_of_squares_is_left(text: str) -> None:
    assert as_squares(term(text)) is None


small = st.integers(-6, 6)


@settings(max_examples=60, deadline=None)
@given(st.tuples(small, small, small, small), st.tuples(small, small))
def test_a_sum_of_squares_has_its_sign(
    numbers: tuple[int, int, int, int], at: tuple[int, int]
) -> None:
    a, b, c, d = numbers
    polynomial = term(f"({a}) x^2 + ({b}) x y + ({c}) y^2 + ({d})")
    found = as_squares(polynomial)
    value = evaluate(polynomial, dict(zip(("x", "y"), map(float, at), strict=True)))
    assert value is not None
    if found is not None and found.sign * found.rest >= 0:
        assert found.sign * value >= 0
        assert value != 0 or found.rest == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(small, min_size=1, max_size=3), st.lists(small, max_size=2), st.integers(1, 5))
def test_the_factors_come_to_the_term(above: list[int], below: list[int], scale: int) -> None:
    top = " ".join(f"(x - ({root}))" for root in above)
    bottom = " ".join(f"(x - ({root}))" for root in below) or "1"
    written = term(rf"\frac{{{scale} {top}}}{{3 \cdot {bottom}}}")
    found = factorisation(written)
    assert found is not None
    product: Expression = Number(Fraction(1))
    for operator, factors in (("*", found.above), ("/", found.below)):
        for factor in (factor for factor, times in factors for _ in range(times)):
            product = Binary("*" if operator == "*" else "/", product, factor)
    place = {"x": 7.25}
    one, other = evaluate(written, place), evaluate(product, place)
    assert one is not None
    assert other is not None
    assert one == pytest.approx(float(found.scale) * other)


def test_the_zeros_of_lines_are_passed_from_left_to_right() -> None:
    block = table("(x - 3) (x + 1) (x - 2) > 0")
    cuts = [line.strip() for line in block if "lt_trichotomy" in line]
    assert [cut.partition("(")[2].partition(" :")[0] for cut in cuts] == ["x + 1", "x - 2", "x - 3"]
    assert sum(line.rstrip().endswith("grind") and "·" in line for line in block) == 2 * 3 + 1


def test_factors_in_several_variables_are_tried_in_every_case() -> None:
    assert table("x y > 0")[-1].count("rcases") == 2


def test_a_factor_of_one_sign_makes_no_case() -> None:
    block = table("(x - 1) (x^2 + x + 1) > 0")
    assert sum(line.startswith("have definite") for line in block) == 1
    assert sum("rcases" in line for line in block) == 1


@pytest.mark.parametrize(
    "text", ["x^2 = 4", "x > 1", "x + y > 1", "(x - 1)(x - 2)(x - 3)(x - 4)(x - 5)(x - 6) > 0"]
)
def test_there_is_no_table_where_it_says_nothing_new_or_is_too_large(text: str) -> None:
    assert list(table_proofs([relation(text)], SETTING, [])) == []


def test_sums_of_squares_are_offered_for_inequalities_alone() -> None:
    assert [how for _, how in square_proofs(relation("x^2 + x + 1 > 0"), SETTING, [])] == [
        "sums of squares are not negative"
    ]
    assert list(square_proofs(relation("x^2 + x + 1 = 0"), SETTING, [])) == []
