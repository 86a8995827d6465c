"""The drawing of both sides of a refuted step."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from shomei.report.plot import draw
from shomei.terms.curves import Curve

heights = st.none() | st.floats(-1e12, 1e12)


def elements(curve: Curve) -> list[ET.Element]:
    return list(ET.fromstring(str(draw(curve))).iter())  # noqa: S314 -- our own


def test_lines_dots_and_words() -> None:
    points = tuple((float(x), float(x * x), float(x)) for x in range(-3, 4))
    found = elements(Curve("x", 2.0, points))
    lines = [each for each in found if each.tag == "polyline"]
    assert [each.get("class") for each in lines] == ["left", "right"]
    assert sum(each.tag == "circle" for each in found) == 2
    texts = [each.text for each in found if each.tag == "text"]
    assert texts == ["−3", "3", "x = 2", "left side", "right side"]


def test_a_gap_parts_a_line() -> None:
    points = tuple((float(x), None if x == 0 else 1 / x, 0.0) for x in range(-3, 4))
    found = elements(Curve("x", 2.0, points))
    left = [each for each in found if each.tag == "polyline" and each.get("class") == "left"]
    assert len(left) == 2


def test_integers_are_dots() -> None:
    points = tuple((float(n), float(n), float(n + 1)) for n in range(5))
    found = elements(Curve("n", 2.0, points, dotted=True))
    assert not any(each.tag == "polyline" for each in found)
    assert sum(each.tag == "circle" for each in found) == 10


def test_a_hostile_name_is_escaped() -> None:
    shown = str(draw(Curve("<script>\u202e", 0.0, ((-1.0, 1.0, 2.0), (0.0, 1.0, 2.0)))))
    assert "<script" not in shown and "\u202e" not in shown


@given(st.lists(st.tuples(heights, heights), min_size=2, max_size=30))
def test_everything_is_within_the_drawing(sides: list[tuple[float | None, float | None]]) -> None:
    points = tuple((float(x), *both) for x, both in enumerate(sides))
    if all(left is None and right is None for _, left, right in points):
        return
    shown = str(draw(Curve("x", 0.0, points)))
    assert "nan" not in shown and "inf" not in shown
    places = " ".join(re.findall(r'points="([^"]*)"', shown)).split()
    for place in places:
        x, y = map(float, place.split(","))
        assert math.isfinite(x) and -1 <= x <= 321 and -1 <= y <= 151
