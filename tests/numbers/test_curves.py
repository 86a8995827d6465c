"""How the sides of a refuted relation run around its counterexample."""

from __future__ import annotations

from shomei.numbers import refute, with_curve
from shomei.obligations.build import build
from shomei.parser import parse
from shomei.terms.curves import Curve


def curve(text: str) -> Curve | None:
    """The curve of the last step of a text, which is refuted."""
    step = build(parse(text, "a.txt")).obligations[-1]
    found = refute(step)
    assert found is not None
    return with_curve(step, found).curve


def test_both_sides_have_their_values() -> None:
    found = curve("(x + 1)^2 = x^2 + 1")
    assert found is not None and found.variable == "x" and not found.dotted
    assert len(found.points) == 49 and found.at in [x for x, _, _ in found.points]
    for x, left, right in found.points:
        assert left is not None and abs(left - (x + 1) ** 2) < 1e-9
        assert right is not None and abs(right - (x * x + 1)) < 1e-9


def test_gaps_where_a_side_is_undefined_or_a_hypothesis_fails() -> None:
    found = curve("assume x < 1\n\\frac{1}{x} = x + 5")
    assert found is not None
    for x, left, right in found.points:
        assert (left is None) == (x == 0 or x >= 1)
        assert (right is None) == (x >= 1)


def test_an_integer_has_points_only() -> None:
    found = curve("let n \\in \\mathbb{N}\n2^n \\ge n^2 + 1")
    assert found is not None and found.dotted
    assert [x for x, _, _ in found.points] == list(range(9))
    assert [left for _, left, _ in found.points] == [2.0**n for n in range(9)]


def test_the_variable_that_separates_the_sides() -> None:
    found = curve("x + y^2 = x + y")
    assert found is not None and found.variable == "y"


def test_nothing_to_draw() -> None:
    assert curve("1 + 1 = 3") is None
    assert curve("x = 2 or x = 3") is None


def test_a_captured_variable_moves_too() -> None:
    found = curve("let y = x + 1\ny = x + 2")
    assert found is not None and found.variable == "x"
    for x, left, right in found.points:
        assert left is not None and right is not None
        assert abs(left - (x + 1)) < 1e-9 and abs(right - (x + 2)) < 1e-9
