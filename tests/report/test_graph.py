"""What rests on what: the steps that take part, the arcs between them, and their drawing."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from shomei.report import graph
from shomei.report.formats import html
from shomei.verdicts.model import Report, StepReport


def step(name: str, line: int, *rests_on: str, label: str | None = None) -> StepReport:
    return StepReport(
        name, line, 1, line, 9, "x = x", "", "verified", label=label, rests_on=rests_on
    )


REPORT = Report(
    "a.txt",
    "portable",
    (
        step("one", 1, label="2.1"),
        step("two", 2),
        step("three", 3, "one", "elsewhere"),
        step("four", 4, "one", "three"),
    ),
    text="x = x\n" * 4,
)


def test_only_what_is_connected_takes_part() -> None:
    assert [each.id for each in graph.nodes(REPORT)] == ["one", "three", "four"]
    assert list(graph.arcs(graph.nodes(REPORT))) == [(1, 0), (2, 0), (2, 1)]


def test_an_arc_for_each_citation() -> None:
    drawn = graph.draw(graph.nodes(REPORT))
    assert drawn is not None
    root = ET.fromstring(str(drawn))  # noqa: S314 -- our own
    assert [each.tag for each in root] == ["path", "circle"] * 3
    assert root.get("height") == "90"


def test_nothing_is_drawn_of_no_citation_or_of_too_many_steps() -> None:
    assert graph.draw(graph.nodes(replace(REPORT, steps=REPORT.steps[:2]))) is None
    many = tuple(step(str(n), n, str(n - 1)) for n in range(1, 300))
    assert graph.draw(graph.nodes(replace(REPORT, steps=many))) is None


def test_the_page_links_each_row_to_its_step() -> None:
    page = html.render([REPORT])
    assert "what rests on what" in page
    for line in (1, 3, 4):
        assert f'<li><a href="#f1-l{line}-c1">' in page and f'id="f1-l{line}-c1"' in page
    assert "(2.1)" in page


def test_a_hostile_label_is_escaped() -> None:
    named = replace(REPORT.steps[0], label="<img src=x>\u202e")
    page = html.render([replace(REPORT, steps=(named, *REPORT.steps[1:]))])
    assert "<img" not in page and "\u202e" not in page
