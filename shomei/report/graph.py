"""What rests on what, as a list of the steps that cite others or are cited, with an arc from each
to what it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from shomei.report.escape import one_line, visible
from shomei.verdicts.model import Report, StepReport

#: The height of a row and the width of the arcs, in pixels.
_ROW: Final = 30
_WIDTH: Final = 96
#: How far an arc over one row reaches, and each row more.
_NEAREST: Final = 10
_EACH: Final = 5
#: More steps than these make no drawing that anybody could read.
_MOST: Final = 200


def nodes(report: Report) -> tuple[StepReport, ...]:
    """The steps that cite others or are cited, in the order of the report."""
    known = {step.id for step in report.steps}
    cited = {each for step in report.steps for each in step.rests_on}
    return tuple(
        step for step in report.steps if step.id in cited or known.intersection(step.rests_on)
    )


def arcs(steps: Sequence[StepReport]) -> Iterator[tuple[int, int]]:
    """The places of a step and of one that it cites."""
    places = {step.id: place for place, step in enumerate(steps)}
    for place, step in enumerate(steps):
        for each in step.rests_on:
            if each in places:
                yield place, places[each]


def draw(steps: Sequence[StepReport]) -> Markup | None:
    """The arcs beside rows of a fixed height; None where there are too many or none."""
    found = list(arcs(steps))
    if not found or len(steps) > _MOST:
        return None
    height = len(steps) * _ROW
    paths = Markup("").join(_arc(*arc) for arc in found)
    return Markup(
        '<svg class="arcs" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true">'
        "{2}</svg>"
    ).format(_WIDTH, height, paths)


def _arc(source: int, target: int) -> Markup:
    """From the citing row to the cited one, with a dot at the end."""
    start, end = ((place + 0.5) * _ROW for place in (source, target))
    reach = min(_WIDTH - 8, _NEAREST + _EACH * abs(source - target)) * 4 / 3
    left = max(_WIDTH - reach, 2 - _WIDTH / 3)
    return Markup(
        '<path d="M{0},{1} C{2:.0f},{1} {2:.0f},{3} {0},{3}"/><circle cx="{0}" cy="{3}" r="3"/>'
    ).format(_WIDTH - 6, round(start), left, round(end))


def name(step: StepReport, report: Report) -> str:
    """What a row calls its step: by its label, else by its line."""
    if step.label:
        return visible(one_line(f"({step.label})"))
    return str(report.cells.told(step.line))
