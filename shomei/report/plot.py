"""A small drawing of both sides of a refuted step, as an SVG element without script or style of its
own; the page's classes `left`, `right` and `axis` colour it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from markupsafe import Markup

from shomei.report.escape import one_line, visible
from shomei.terms.curves import Curve

_WIDTH: Final = 320
_HEIGHT: Final = 150
#: The margins: left and right, above, below.
_SIDE: Final = 12
_ABOVE: Final = 22
_BELOW: Final = 20
#: The part of the heights at each end that may lie outside of the drawing, beside a pole.
_CUT: Final = 0.06

_Place: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the plane that is drawn."""

    left: float
    right: float
    low: float
    high: float

    def place(self, x: float, y: float) -> _Place:
        """Where a point stands in the drawing, in pixels."""
        share = (y - self.low) / (self.high - self.low)
        return (
            _SIDE + (x - self.left) / (self.right - self.left) * (_WIDTH - 2 * _SIDE),
            _ABOVE + (1 - share) * (_HEIGHT - _ABOVE - _BELOW),
        )

    def shows(self, y: float) -> bool:
        """Whether a height is in sight."""
        return self.low <= y <= self.high

    def clipped(self, start: _Place, end: _Place) -> tuple[_Place, _Place] | None:
        """The part of a line that is in sight."""
        (x, y), (next_x, next_y) = start, end
        if y == next_y:
            return (start, end) if self.shows(y) else None
        shares = sorted((bound - y) / (next_y - y) for bound in (self.low, self.high))
        first, last = max(shares[0], 0.0), min(shares[1], 1.0)
        if first >= last:
            return None

        def at(share: float) -> _Place:
            return x + share * (next_x - x), y + share * (next_y - y)

        return (at(first) if first > 0 else start, at(last) if last < 1 else end)


def draw(curve: Curve) -> Markup:
    """The drawing. The name of the variable may be hostile; it is escaped."""
    sides = [
        [(x, y) for x, *heights in curve.points if (y := heights[index]) is not None]
        for index in (0, 1)
    ]
    frame = _frame(curve, [y for side in sides for _, y in side])
    name = visible(one_line(curve.variable))
    parts = [
        _axis(frame),
        _at(curve, frame),
        *(
            Markup("").join(_runs(curve, index, frame, kind))
            for index, kind in enumerate(("left", "right"))
        ),
        Markup('<text class="axis" x="{}" y="{}">{}</text>').format(
            _SIDE, _HEIGHT - 5, _short(frame.left)
        ),
        Markup('<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>').format(
            _WIDTH - _SIDE, _HEIGHT - 5, _short(frame.right)
        ),
        Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{} = {}</text>').format(
            round(min(max(frame.place(curve.at, 0)[0], 70), _WIDTH - 70), 1),
            _HEIGHT - 5,
            name,
            _short(curve.at),
        ),
        Markup('<text class="left" x="{}" y="12">left side</text>').format(_SIDE),
        Markup('<text class="right" x="{}" y="12" text-anchor="end">right side</text>').format(
            _WIDTH - _SIDE
        ),
    ]
    return Markup(
        '<svg class="plot" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-label="Both sides over {2}">{3}</svg>'
    ).format(_WIDTH, _HEIGHT, name, Markup("").join(parts))


def _frame(curve: Curve, heights: Sequence[float]) -> _Frame:
    """The frame that shows the sides at the counterexample, and what is not far from it."""
    ordered = sorted(heights)
    cut = int(len(ordered) * _CUT)
    shown = ordered[cut : len(ordered) - cut] or ordered
    here = [y for x, *both in curve.points if x == curve.at for y in both if y is not None]
    low, high = min((*shown, *here)), max((*shown, *here))
    margin = (high - low) * 0.08 or max(abs(high), 1.0) * 0.1
    return _Frame(curve.points[0][0], curve.points[-1][0], low - margin, high + margin)


def _runs(curve: Curve, index: int, frame: _Frame, kind: str) -> Iterable[Markup]:
    """A side: lines where it is defined at points one after another, dots over integers, and a dot
    at the counterexample.
    """
    side = [(x, heights[index]) for x, *heights in curve.points]
    for x, y in side:
        if y is not None and frame.shows(y) and (curve.dotted or x == curve.at):
            yield _dot(frame.place(x, y), kind)
    if curve.dotted:
        return
    run: list[_Place] = []
    for (x, y), (next_x, next_y) in pairwise(side):
        ends = None if y is None or next_y is None else frame.clipped((x, y), (next_x, next_y))
        if ends is None or run[-1:] != [frame.place(*ends[0])]:
            yield from _lines(run, kind)
            run = [] if ends is None else [frame.place(*ends[0])]
        if ends is not None:
            run.append(frame.place(*ends[1]))
    yield from _lines(run, kind)


def _lines(run: Sequence[_Place], kind: str) -> Iterable[Markup]:
    if len(run) < 2:
        return
    places = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
    yield Markup('<polyline class="{}" points="{}"/>').format(kind, places)


def _dot(place: _Place, kind: str) -> Markup:
    return Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="3"/>').format(kind, *place)


def _axis(frame: _Frame) -> Markup:
    """The line of height 0, where it is in sight."""
    if not frame.low <= 0 <= frame.high:
        return Markup("")
    y = round(frame.place(frame.left, 0)[1], 1)
    return Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
        _SIDE, y, _WIDTH - _SIDE, y
    )


def _at(curve: Curve, frame: _Frame) -> Markup:
    x = round(frame.place(curve.at, 0)[0], 1)
    return Markup('<line class="axis at" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(
        x, _ABOVE, _HEIGHT - _BELOW
    )


def _short(number: float) -> str:
    """A number of the axis, with three digits at most."""
    return f"{number:.3g}".replace("-", "−")
