"""Hostile text in every place where a derivation has text: Lean still gets the theorems of the
steps and nothing else, and the reports stay well-formed.
"""

from __future__ import annotations

import json
import re
import xml.dom.minidom
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shomei.audit import declarations
from shomei.audit.source import foreign
from shomei.lean.axioms import printed
from shomei.obligations.model import Plan
from shomei.parser.ast import Document
from shomei.report.formats import github, html, junit, sarif, text
from shomei.report.formats import json as json_report
from shomei.verdicts.model import Report
from shomei.verdicts.prove import Prover
from shomei.verdicts.run import check
from shomei.verdicts.wiring import stages
from tests.fakes import FakeLean, MemoryLedger

PIECES = {
    "end of a comment": "-/",
    "beginning of a comment": "/-",
    "comment and axiom": "-/ axiom no : False /-",
    "comment marks in a row": "-/-/-//-/-/--/",
    "newline": "x\naxiom no : False",
    "carriage return": "x\raxiom no : False",
    "line separator": "x\u2028axiom no : False",
    "vertical tab": "x\x0baxiom no : False",
    "form feed": "x\x0caxiom no : False",
    "nul": "x\x00y",
    "look-alike letters": "ｘ х а 𝑥 ℝ ℕ",
    "look-alike brackets": "⟮x⟯ ﹙x﹚ （x）",
    "bidirectional": "\u202e-/ axiom\u202c \u2066x\u2069",
    "invisible": "x\u200by\ufeffz\u00ad",
    "combining": "e\u0301\u0335",
    "eval": '#eval IO.println "x"',
    "open in": "open Nat in",
    "macro": 'macro "x" : tactic => `(tactic| sorry)',
    "notation": 'local notation "ℝ" => Nat',
    "set_option": "set_option debug.skipKernelTC true",
    "quoted name": "«x»",
    "quoted name left open": "«x",
    "string": '"x',
    "strings": '"x" s!"{x}" r#"x"#',
    "character": "'x'",
    "sorry": "sorry",
    "admit": "admit",
    "axiom": "axiom",
    "theorem": "theorem no : False := by sorry",
    "at": "at",
    "fun": "fun",
    "lambda": "λ",
    "pi": "π",
    "by": "by",
    "end": "end",
    "import": "import Lean",
    "attribute": "@[simp]",
    "dollar": "$(reboot)",
    "backquote": "`reboot`",
    "semicolon": "; reboot",
    "pipe": "| tee /etc/x",
    "ampersand": "&& reboot",
    "parent": "../../../../etc/passwd",
    "jinja": "{{ 7*7 }}{% raw %}",
    "ansi": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;title\x07",
    "c1": "\x9b31m",
    "workflow command": "::error file=x::y",
    "workflow command on a line": "x\n::error::y",
    "old workflow command": "##[set-env name=A]b",
    "percent": "%0A::error::x%0D",
    "element": "<script>alert(1)</script>",
    "cdata": "]]><!-- --><x/>",
    "entity": "&amp;&lt;&#0;",
    "markup": "[bold]x[/] :smile:",
    "long": "x" * 5000,
    "long words": "word " * 1500,
    "right-to-left name": "שלום",
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469",
}

#: Where text can stand; `@` is its place. Each derivation has two steps that are plain, whatever
#: stands at the place.
PLACES = {
    "comment": "assume x > 0\n# @\nx + 1 = 1 + x\n2 x = x + x\n",
    "comment after": "assume x > 0\nx + 1 = 1 + x  # @\n2 x = x + x\n",
    "tex comment": "assume x > 0\nx + 1 = 1 + x % @\n2 x = x + x\n",
    "formula label": (
        "assume x > 0\nformula (@): X + Y = Y + X\nx + 1 = 1 + x   by (@)\n2 x = x + x\n"
    ),
    "theorem label": (
        "assume x > 0\ntheorem @: x + 1 = 1 + x\nproof\nx + 1 = 1 + x\nqed\n2 x = x + x\n"
    ),
    "tag": "assume x > 0\nx + 1 = 1 + x \\tag{@}\n2 x = x + x\n",
    "reason": "assume x > 0\nx + 1 = 1 + x   by @\n2 x = x + x\n",
    "reason with": (
        "assume x > 0\nformula (1): X + Y = Y + X\nx + 1 = 1 + x   by (1) with X = @\n2 x = x + x\n"
    ),
    "variable": "assume @ > 0\n@ + 1 = 1 + @\n2 x = x + x\n",
    "word as a variable": (
        "assume \\mathrm{@} > 0\n\\mathrm{@} + 1 = 1 + \\mathrm{@}\n2 x = x + x\n"
    ),
    "subscript": "assume x_{@} > 0\nx_{@} + 1 = 1 + x_{@}\n2 x = x + x\n",
    "bound variable": "\\sum_{@=1}^{3} @ = 6\n2 x = x + x\n",
    "function name": "define @(t) = t + 1\n@(x) = 1 + x\n2 x = x + x\n",
    "parameter": "define f(@) = @ + 1\nf(x) = 1 + x\n2 x = x + x\n",
    "text in a subscript": (
        "assume x_{\\text{@}} > 0\nx_{\\text{@}} + 1 = 1 + x_{\\text{@}}\n2 x = x + x\n"
    ),
    "let": "let @ \\in \\mathbb{N}\n@ + 1 = 1 + @\n2 x = x + x\n",
    "line": "assume x > 0\n@\nx + 1 = 1 + x\n2 x = x + x\n",
}
MARKDOWN = (
    "Prose @ and `@`.\n\n$$\nx + 1 = 1 + x \\tag{@}\n$$\n\n<!-- shomei: assume x > 0 -->\n\n# @\n"
    "\n$$2 x = x + x$$\n"
)
HARMLESS = {
    "variable": "a",
    "word as a variable": "loss",
    "bound variable": "k",
    "parameter": "s",
    "let": "n",
    "function name": "f",
    "reason": "algebra",
    "line": "",
}
#: Places for which the grammar has nothing but names and a few words: what means harm is refused
#: there, all of it.
NAMES_ALONE = {"bound variable", "function name", "parameter", "let", "text in a subscript", "line"}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def checked(path: Path, content: str) -> tuple[Report, list[str], frozenset[str]]:
    """The report on a file with that content, the bodies that Lean was given for it, and the ids of
    its obligations (a report leaves out those whose words are not understood). Numbers are not
    tried: they know nothing of text.
    """
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    lean = FakeLean()
    prover = Prover(lean, printed(), MemoryLedger(), 60, "1")
    ids: set[str] = set()

    def build(document: Document) -> Plan:
        plan = stages().build(document)
        ids.update(each.id for each in plan.obligations)
        return plan

    quick = replace(
        stages(),
        build=build,
        refute=lambda *_: None,
        contradiction=lambda *_: None,
        advise=lambda *_: (),
    )
    report = check(path, quick, prover, lambda *_: None, refute_seconds=1.0)
    return report, lean.bodies, frozenset(ids)


class Elements(HTMLParser):
    """The elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.update({tag, *(name for name, _ in attrs if name.startswith("on"))})


def assert_lean_gets_only_theorems(report: Report, bodies: list[str], ids: frozenset[str]) -> None:
    names = {each + ending for each in ids for ending in ("", "_defined", "_exists")}
    for body in bodies:
        for word, name in declarations(body):
            assert name in names, (word, name)
        assert not CONTROLS.search(body)
        code = re.sub(r"^/-- .* -/$", "", body, flags=re.MULTILINE)
        assert "/-" not in code and "-/" not in code and '"' not in code and "«" not in code
        assert set(code) - set("ℝℕ𝓝≠≤≥∀∃ᶠ∑∏∈→↔∧∨⟨⟩·←⁻¹") <= set(map(chr, range(32, 127))) | {"\n"}
    for theorem in report.lean.split("\n\n"):
        if theorem.startswith("/--"):
            assert (
                foreign(theorem + "\n", re.findall(r"^theorem (\w+)", theorem, re.MULTILINE)[0])
                is None
            )


def assert_reports_are_reports(report: Report) -> None:
    files = [report]
    for shown in (
        text.render(files, color=False, width=80, verbose=True, ascii_only=False),
        text.render(files, color=True, width=None, verbose=True, ascii_only=True),
    ):
        assert not CONTROLS.search(re.sub("\x1b\\[[0-9;]*m", "", shown))
    assert "\x1b" not in text.render(files, color=False, width=80, verbose=True, ascii_only=False)
    assert json.loads(json_report.render(files))["files"]
    assert json.loads(sarif.render(files))["runs"]
    xml.dom.minidom.parseString(junit.render(files).encode())  # noqa: S318
    for line in github.render(files).splitlines():
        assert re.match(r"::(error|warning|notice|debug)( [\w=,]|::)", line) or not re.match(
            r"\s*(::|##\[)", line
        ), line
    page = Elements()
    page.feed(html.render(files))
    assert (
        "script" not in page.found
        and "x" not in page.found
        and not any(name.startswith("on") for name in page.found)
    )


@pytest.mark.parametrize("place", PLACES)
def test_a_harmless_word_is_checked_there(tmp_path: Path, place: str) -> None:
    report, bodies, ids = checked(
        tmp_path / "plain.txt", PLACES[place].replace("@", HARMLESS.get(place, "abc"))
    )
    assert len(bodies) > 0 and "verified" in {step.verdict for step in report.steps}
    assert_lean_gets_only_theorems(report, bodies, ids)


@pytest.mark.parametrize("place", PLACES)
def test_text_that_means_harm(tmp_path: Path, place: str) -> None:
    reached = 0
    for number, piece in enumerate(PIECES.values()):
        report, bodies, ids = checked(tmp_path / f"{number}.txt", PLACES[place].replace("@", piece))
        assert_lean_gets_only_theorems(report, bodies, ids)
        assert_reports_are_reports(report)
        reached += bool(bodies)
        unread = any(formula.role == "unread" for formula in report.formulas)
        assert bodies or report.problems or unread, "neither checked nor told as unread"
    assert reached > 3 or place in NAMES_ALONE, (
        "nothing of this kind comes through, so nothing was tried"
    )


def test_text_that_means_harm_in_an_article(tmp_path: Path) -> None:
    for piece in PIECES.values():
        report, bodies, ids = checked(tmp_path / "article.md", MARKDOWN.replace("@", piece))
        assert_lean_gets_only_theorems(report, bodies, ids)
        assert_reports_are_reports(report)


@pytest.mark.parametrize(
    "name", [name for name, piece in PIECES.items() if "\x00" not in piece and len(piece) < 100]
)
def test_names_of_files_and_folders(tmp_path: Path, name: str) -> None:
    piece = PIECES[name]
    folder = tmp_path / piece.replace("..", "").replace("/", "")[:40]
    folder.mkdir(exist_ok=True)
    report, bodies, ids = checked(folder / f"{piece.replace('/', '')}.txt", PLACES["comment"])
    assert_lean_gets_only_theorems(report, bodies, ids)
    assert_reports_are_reports(report)
    assert bodies and not any(tmp_path.name in body for body in bodies)


def test_a_long_name_is_one_name(tmp_path: Path) -> None:
    report, bodies, ids = checked(
        tmp_path / "long.txt", PLACES["word as a variable"].replace("@", "theorem" * 30)
    )
    assert any("theorem" * 30 + "'v" in body for body in bodies)
    assert_lean_gets_only_theorems(report, bodies, ids)
