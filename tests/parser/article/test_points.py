"""Which letters a sentence about points, triangles and segments speaks of."""

from __future__ import annotations

import pytest

from shomei.obligations import build
from shomei.parser import parse

NUMBERS = [
    "In a triangle with sides $u, v > 0$ and the angle $\\theta$ opposite to $v$,",
    "Cutting the triangle in three shows $S = u v$.",
    "The triangle has the height $u$, and $v$ is a number.",
    "三角形の3辺を $u$、$v$ とする。",
    "三角形の外接円の半径を $u$ とし、面積を $v$ とする。",
    "点 $(u, v)$ と原点を結ぶ線分の長さを考える。",
    "点 $(u, v)$ と原点を結ぶ線分が $x$ 軸となす角を $\\theta$ とする。",
]
POINTS = [
    "Let $u$ and $v$ be two points of the plane.",
    "Join the points $u$ and $v$ by a segment.",
    "Let $u$, $v$ be the vertices of a triangle.",
    "A triangle with vertices $u$, $v$ is given.",
    "The segment from $u$ to $v$ has a midpoint.",
    "線分 $u$、$v$ を考える。",
    "$u$、$v$ を三角形の頂点とする。",
    "平面上の2点 $u$、$v$ を結ぶ線分を考える。",
]
CAPITALS = [
    "In the triangle $UVW$ we draw a line.",
    "On a triangle we look at $U$, $V$ and $W$.",
    "In the triangle we have $UV = VW$.",
    "三角形 $UVW$ を考える。",
    "三角形において $UV = VW$ である。",
]


def last_role(text: str) -> tuple[str, bool]:
    document = parse(text, "a.md")
    plan = build(document)
    reserved = bool(plan.obligations) and bool(plan.obligations[-1].reserved)
    return plan.formulas[-1].role, reserved


def claim(before: str, formula: str) -> str:
    said = f"We have ${formula}$." if before.isascii() else f"${formula}$ である。"
    return f"{before}\n\n{said}"


@pytest.mark.parametrize("before", NUMBERS)
def test_letters_that_are_sides_angles_or_coordinates_are_numbers(before: str) -> None:
    assert last_role(claim(before, "(u + v)^2 = u^2 + 2 u v + v^2")) == ("claim", False)


@pytest.mark.parametrize("before", POINTS)
def test_letters_of_points_are_none(before: str) -> None:
    role, reserved = last_role(claim(before, "(u + v)^2 = u^2 + 2 u v + v^2"))
    assert role == "beyond" or reserved


@pytest.mark.parametrize("before", CAPITALS)
def test_capital_letters_beside_a_triangle_are_points(before: str) -> None:
    assert last_role(claim(before, "UV = VU"))[0] == "beyond"


def test_a_capital_letter_that_is_called_a_quantity_is_none() -> None:
    before = "In a triangle with area $S$ and radius $R$ the sides are $a$ and $b$."
    assert last_role(claim(before, "S R = R S")) == ("claim", False)
