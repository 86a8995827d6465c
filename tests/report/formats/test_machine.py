"""The formats for programs: each stays well-formed on any derivation, and holds what the report
holds.
"""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from shomei.report.formats import github, html, junit, markdown, sarif
from shomei.report.formats import json as json_report
from shomei.terms.cells import Cells
from shomei.terms.diagnostics import not_checked, not_claimed, note
from shomei.terms.nodes import Span
from shomei.verdicts.model import REASON_NOT_USED, Report, exit_code
from tests.report.samples import BROKEN, NOTICE, REFUTED, REPORT, VERIFIED, reports

OUR_ELEMENTS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "p",
    "span",
    "small",
    "strong",
}
OUR_ELEMENTS |= {"h3", "table", "tr", "td", "pre", "details", "summary", "code", "dl", "dt", "dd"}
OUR_ELEMENTS |= {
    "h4",
    "h5",
    "h6",
    "thead",
    "tbody",
    "th",
    "ul",
    "ol",
    "li",
    "blockquote",
    "em",
    "s",
}
OUR_ELEMENTS |= {"i", "section", "article", "div", "a", "b", "br", "hr"}
OUR_ELEMENTS |= {"math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mfrac", "msqrt"}
OUR_ELEMENTS |= {"mroot", "msub", "msup", "msubsup", "mover", "munder", "munderover", "mtable"}
OUR_ELEMENTS |= {"mtr", "mtd", "mpadded", "mphantom"}

many = st.lists(reports(), max_size=2)


def test_json_has_the_fixed_shape() -> None:
    document = json.loads(json_report.render([REPORT, BROKEN]))
    assert list(document) == ["files", "summary", "schema"]
    file = document["files"][0]
    assert list(file)[:3] == ["path", "backend", "steps"]
    step = file["steps"][1]
    assert list(step)[:9] == [
        "id",
        "line",
        "statement",
        "reason",
        "verdict",
        "message",
        "assumptions",
        "lean",
        "counterexample",
    ]
    assert (
        step["id"] == REFUTED.id
        and step["line"] == 3
        and step["verdict"] == "refuted"
        and step["statement"] == REFUTED.statement
    )
    assert step["counterexample"] == {
        "x": "1",
        "y": "2",
        "left side": "0.693",
        "right side": "-0.693",
    }
    assert file["steps"][0]["counterexample"] is None
    assert document["summary"]["verified"] == 1 and document["summary"]["exit_code"] == 2
    assert document["files"][1]["problems"][0]["line"] == 1


@given(many)
def test_json_is_json_and_shows_no_controls(files: list[Report]) -> None:
    text = json_report.render(files)
    document = json.loads(text)
    assert [file["path"] for file in document["files"]] == [file.path for file in files]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)


def test_github_points_at_the_place() -> None:
    lines = github.render([REPORT, BROKEN]).splitlines()
    assert lines[0].startswith(
        "::error file=derivations/a "
        "b.txt,line=3,endLine=3,col=6,endColumn=30,title=shomei%3A refuted::"
    )
    assert "%0Acounterexample: x = 1, y = 2" in lines[0]
    assert lines[1].startswith("::notice file=derivations/a b.txt,line=4")
    assert lines[2].startswith(
        "::error file=bad.txt,line=1,endLine=1,col=3,endColumn=3,title=shomei%3A input::"
    )
    assert lines[3] == "shomei: 1 of 2 steps verified, 1 file with problems"
    assert lines[4] == "shomei: 3 formulas: 1 verified, 1 definition, 1 unread (\\foo)"


def test_github_decodes_to_what_was_said() -> None:
    data = github.render([REPORT]).splitlines()[0].split("::", 2)[2]
    decoded = data.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert decoded.split("\n")[0] == REFUTED.statement


@given(many)
def test_github_lets_no_text_begin_a_command(files: list[Report]) -> None:
    rendered = github.render(files)
    expected = sum(step.is_alarm for file in files for step in file.steps) + sum(
        len(file.warnings) + len(file.problems) for file in files
    )
    lines = re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", rendered.removesuffix("\n"))
    assert len(lines) == expected + 1 + any(file.formulas for file in files)
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == expected
    for command in commands:
        properties = re.fullmatch(r"::(?:error|warning|notice) ([^:]*)::.*", command)
        assert properties is not None
        assert {part.split("=", 1)[0] for part in properties[1].split(",")} <= {
            "file",
            "line",
            "endLine",
            "col",
            "endColumn",
            "title",
        }


def test_junit_counts() -> None:
    root = _xml(junit.render([REPORT, BROKEN]))
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "3",
        "failures": "1",
        "errors": "1",
        "skipped": "0",
    }
    failure = root.find(".//failure")
    assert (
        failure is not None
        and failure.get("type") == "refuted"
        and failure.text is not None
        and "x = 1, y = 2" in failure.text
    )


def _xml(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - written here


@given(many)
def test_junit_is_xml_1_0(files: list[Report]) -> None:
    root = _xml(junit.render(files))
    assert len(root.findall(".//testcase")) == sum(
        len(file.steps) + len(file.problems) for file in files
    )
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
        "skipped",
        "system-out",
        "properties",
        "property",
    }


def test_sarif_is_2_1_0() -> None:
    document = json.loads(sarif.render([REPORT, BROKEN]))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["version"]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in driver["rules"])
    rules = [rule["id"] for rule in driver["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["kind"] == "fail" or result["level"] == "none"
    refuted, problem = run["results"]
    assert (refuted["kind"], problem["ruleId"]) == ("fail", "input")
    [notice] = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == NOTICE.message and notice["level"] == "note"
    place = refuted["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "derivations/a%20b.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 31}


def test_sarif_names_a_whole_path_by_its_uri() -> None:
    document = json.loads(sarif.render([replace(REPORT, path="/srv/数 a.txt")]))
    place = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ]
    assert place == {"uri": "file:///srv/%E6%95%B0%20a.txt"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a\udcffb.txt", "a%FFb.txt"),
        ("a\ud800.txt", "a%ED%A0%80.txt"),
        ("a:b?#c.txt", "a%3Ab%3F%23c.txt"),
    ],
)
def test_sarif_names_any_path(path: str, uri: str) -> None:
    document = json.loads(sarif.render([replace(REPORT, path=path)]))
    assert (
        document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"][
            "uri"
        ]
        == uri
    )


@given(many)
def test_sarif_is_json_with_uris(files: list[Report]) -> None:
    document = json.loads(sarif.render(files))
    for result in document["runs"][0]["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9%._~/:-]*", uri)


class _Page(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _page(files: list[Report]) -> _Page:
    page = _Page()
    page.feed(html.render(files))
    return page


def test_html_shows_source_verdicts_and_theorems() -> None:
    page = _page([REPORT, BROKEN])
    text = " ".join(page.text)
    assert (
        "fails for x = 1, y = 2" in text
        and "theorem line_3 : x = y := by" in " ".join(text.split())
        and "x = 1" in text
        and "y = 2" in text
        and "a closing } is missing" in text
    )
    assert page.tags.count("details") == 2 * 2 + 1  # a row and its theorem each, and the notes
    assert page.tags.count("math") >= 2


@given(many)
def test_html_holds_only_our_own_elements(files: list[Report]) -> None:
    page = _page(files)
    assert set(page.tags) <= OUR_ELEMENTS
    assert set(page.attributes) <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "id",
        "title",
        "open",
        "style",
        "start",
        "href",
        "display",
        "width",
        *("stretchy", "fence", "form", "displaystyle", "scriptlevel", "mathvariant", "accent"),
    }
    shown = html.render(files)
    assert shown.count('class="row step ') == sum(len(file.steps) for file in files)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', shown))
    assert all(
        re.fullmatch(r"text-align:(left|right|center)", style)
        for style in re.findall(r'style="([^"]*)"', shown)
    )


def test_html_needs_nothing_else() -> None:
    page = html.render([REPORT])
    assert "http:" not in page and "https:" not in page and "src=" not in page


def test_every_form_tells_a_verified_step_apart() -> None:
    only: Any = Report("a.txt", "portable", (VERIFIED,))
    assert "::error" not in github.render([only])
    assert _xml(junit.render([only])).get("failures") == "0"
    assert json.loads(sarif.render([only]))["runs"][0]["results"] == []


UNUSED = note(REASON_NOT_USED, "proved by algebra, not by the product rule", Span(4, 8, 2, 5, 2, 9))
ALL_VERIFIED = replace(REPORT, steps=(VERIFIED,), warnings=(UNUSED,))
STRICT = replace(ALL_VERIFIED, strict=True)


def test_every_form_shows_a_notice_with_its_code() -> None:
    for render in (json_report.render, github.render, sarif.render, junit.render):
        shown = render([ALL_VERIFIED])
        assert UNUSED.message in shown and REASON_NOT_USED in shown


def test_a_strict_check_counts_it_as_a_failure_in_every_form() -> None:
    assert (exit_code([ALL_VERIFIED]), exit_code([STRICT])) == (0, 1)
    assert json.loads(json_report.render([STRICT]))["summary"]["exit_code"] == 1
    assert github.render([ALL_VERIFIED]).startswith("::notice")
    assert github.render([STRICT]).startswith("::error")
    [run] = json.loads(sarif.render([STRICT]))["runs"]
    assert [result["kind"] for result in run["results"]] == ["fail"]
    assert run["invocations"][0]["exitCode"] == 1
    failure = _xml(junit.render([STRICT])).find(".//failure")
    assert failure is not None and failure.get("type") == REASON_NOT_USED
    assert _xml(junit.render([ALL_VERIFIED])).find(".//failure") is None


@pytest.mark.parametrize(
    ("code", "failing"),
    [(REASON_NOT_USED, 1), ("reason", 1), ("not-checked", 1), ("spelling", 0)],
)
def test_a_strict_check_fails_for_reasons_and_for_what_is_not_checked(
    code: str, failing: int
) -> None:
    assert len(replace(STRICT, warnings=(replace(UNUSED, code=code),)).failing_notices) == failing


def test_a_notebook_is_told_by_cell_and_line() -> None:
    cells = Cells((1, 3), (2, 5))
    notebook = replace(REPORT, path="a.ipynb", cells=cells, problems=(BROKEN.problems[0],))
    file = json.loads(json_report.render([notebook]))["files"][0]
    assert [(step["cell"], step["line"], step["end_line"]) for step in file["steps"]] == [
        (2, 2, 2),
        (5, 1, 1),
    ]
    assert (file["warnings"][0]["cell"], file["warnings"][0]["line"]) == (5, 2)
    assert "::error file=a.ipynb,title=shomei%3A refuted::cell 5, line 1: " in github.render(
        [notebook]
    )
    result = json.loads(sarif.render([notebook]))["runs"][0]["results"][0]["locations"][0]
    assert result["logicalLocations"] == [{"name": "cell 5, line 1"}]
    assert "region" not in result["physicalLocation"]
    suite = ET.fromstring(junit.render([notebook]))[0]  # noqa: S314
    assert [case.get("name", "")[:4] for case in suite.iter("testcase")][:2] == ["2:2:", "5:1:"]
    assert "<dd>1 of cell 5</dd>" in html.render([notebook])
    assert "assuming: x > 0 (line 1 of cell 2), y > 0 (inferred)" in github.render([notebook])


def test_every_form_tells_the_roles_of_all_formulas() -> None:
    [file] = json.loads(json_report.render([REPORT]))["files"]
    assert [each["role"] for each in file["formulas"]] == ["claim", "definition", "unread"]
    [artifact] = json.loads(sarif.render([REPORT]))["runs"][0]["artifacts"]
    kept = artifact["properties"]
    assert [each["role"] for each in kept["formulas"]] == ["claim", "definition", "unread"]
    assert kept["roles"] == {"claim": 1, "definition": 1, "unread": 1}
    suite = _xml(junit.render([REPORT]))
    properties = {each.get("name"): each.get("value") for each in suite.iter("property")}
    assert properties == {"role.claim": "1", "role.definition": "1", "role.unread": "1"}
    told = [each.text or "" for each in suite.iter("system-out")][-1]
    assert "derivations/a b.txt:3:6: definition: a name: f(x) = <b>" in told
    page = " ".join(" ".join(_page([REPORT]).text).split())
    assert "f ( x ) = < b > definition a name" in page
    counted = "3 formulas: 1 verified, 1 definition, 1 unread (\\foo)"
    assert counted in told and counted in page and counted in github.render([REPORT])
    assert kept["summary"] == counted


def test_every_form_tells_what_a_verdict_rests_on() -> None:
    rests = "assuming: x > 0 (line 1), y > 0 (inferred)"
    assert rests in github.render([REPORT])
    assert rests in (_xml(junit.render([REPORT])).findtext(".//failure") or "")
    refuted, _ = json.loads(sarif.render([REPORT, BROKEN]))["runs"][0]["results"]
    assert rests in refuted["message"]["text"]
    assert [each["line"] for each in refuted["properties"]["premises"]] == [1, 3]
    shown = "".join("".join(_page([REPORT]).text).split())
    assert "assumingx>0(line1),y>0(inferred)" in shown
    step = json.loads(json_report.render([REPORT]))["files"][0]["steps"][1]
    assert step["assumptions"] == ["x > 0", "y > 0"] and step["inferred"] == ["y > 0"]
    assert step["premises"][0] == {
        "statement": "x > 0",
        "origin": "assumed",
        "line": 1,
        "column": 8,
    }
    verified = replace(VERIFIED, premises=REFUTED.premises)
    only = Report("a.txt", "portable", (verified,))
    assert _xml(junit.render([only])).findtext(".//testcase/system-out") == rests


DOUBT = not_checked(Span(4, 8, 2, 5, 2, 9), "perhaps", hint="write more", detail="fails for x = 2")


def test_every_form_tells_what_trying_a_doubtful_formula_came_to() -> None:
    for render in (json_report.render, github.render, sarif.render, junit.render, html.render):
        shown = render([replace(REPORT, warnings=(DOUBT,))])
        assert "write more" in shown and "fails for x = 2" in shown


def test_what_the_text_does_not_claim_is_no_annotation_and_never_fails() -> None:
    strict = replace(STRICT, warnings=(not_claimed(Span(4, 8, 2, 5, 2, 9), "denied"),))
    assert strict.failing_notices == ()
    assert "::" not in github.render([strict])
    for render in (json_report.render, sarif.render, junit.render, html.render):
        assert "denied" in render([strict])


@given(many)
def test_markdown_holds_only_our_own_elements(files: list[Report]) -> None:
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = _Elements()
    page.feed(shown.render(markdown.render(files)))
    assert page.found <= {"h2", "h3", "p", "ul", "li", "code", "strong"} | {
        *("table", "thead", "tbody", "tr", "th", "td")
    }
    rows = [line for line in markdown.render(files).splitlines() if line.startswith("| ")]
    assert len(rows) == len(files) + 2 and {row.count("|") for row in rows} == {7}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not [name for name, _ in attrs if name != "style"]
