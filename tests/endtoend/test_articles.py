"""Articles without annotations, from the file to the verdicts, with the real portable Lean."""

from pathlib import Path

import pytest

from tests.endtoend.command import ROOT
from tests.endtoend.command import report as report_of

DERIVATIONS = ROOT / "derivations"
ARTICLES = ("sqrt_article.md", "sine_article.md", "completing_the_square.tex")

#: A change to each article that makes a displayed equation false, and the line that it stands on.
FALSE = (
    (
        "sqrt_article.md",
        r"(Y - X)(Y + X) = Y^{2} - X^{2} \tag{1.2}",
        r"(Y - X)(Y + X) = Y^{2} + X^{2} \tag{1.2}",
    ),
    ("sqrt_article.md", r"= &\frac {Y^{2} - X^{2}} {Y + X}&", r"= &\frac {Y^{2} + X^{2}} {Y + X}&"),
    (
        "sqrt_article.md",
        r"\lim_{s \to x} \frac {1} {\sqrt{s} + \sqrt{x}} = \frac",
        r"\lim_{s \to x} \frac {1} {\sqrt{s} + \sqrt{x}} = -\frac",
    ),
    (
        "sqrt_article.md",
        r"f'(x) = \frac{1}{2 \sqrt{x}} \tag{2.1、再掲}",
        r"f'(x) = \frac{2}{2 \sqrt{x}} \tag{2.1、再掲}",
    ),
    ("sqrt_article.md", r"\(\sqrt{x+h} = Y\)、", r"\(\sqrt{x-h} = Y\)、"),
    (
        "sine_article.md",
        r"&= \cos x \sin h - \sin x (1 - \cos h)",
        r"&= \cos x \sin h + \sin x (1 - \cos h)",
    ),
    (
        "sine_article.md",
        r"\lim_{h \to 0} \frac{\sin h}{h} = 1",
        r"\lim_{h \to 0} \frac{\sin h}{h} = 0",
    ),
    ("sine_article.md", r"\cos u \cos v - \sin u \sin v", r"\cos u \cos v + \sin u \sin v"),
    (
        "sine_article.md",
        "the slope at the origin is $s'(0) = 1$",
        "the slope at the origin is $s'(0) = 0$",
    ),
    ("completing_the_square.tex", r"u^2 - v^2 = (u - v) (u + v)", r"u^2 - v^2 = (u - v) (u - v)"),
    ("completing_the_square.tex", r"&= a + b - 2 \sqrt{a b}", r"&= a + b + 2 \sqrt{a b}"),
    (
        "completing_the_square.tex",
        r"\frac{a + b}{2} \ge \sqrt{a b}",
        r"\frac{a + b}{2} \le \sqrt{a b}",
    ),
    ("completing_the_square.tex", r"Suppose that $p^2 \ge 4 q$", r"Suppose that $p^2 \le 4 q$"),
)
#: Where a change makes a later line false, since the line that is changed claims nothing: a
#: renaming, a hypothesis.
LATER = {
    r"\(\sqrt{x-h} = Y\)、": r"\sqrt{x+h} - \sqrt{x} = Y - X",
    r"Suppose that $p^2 \le 4 q$": r"\(\frac{p^2}{4} - q \ge 0\)",
}


def line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.index(part)) + 1


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_verified_as_it_stands(name: str) -> None:
    code, report = report_of(DERIVATIONS / name)
    assert [
        (step["line"], step["verdict"], step["message"])
        for step in report["steps"]
        if step["verdict"] != "verified"
    ] == []
    assert code == 0
    assert len(report["steps"]) >= 15
    assert "shomei:" not in (DERIVATIONS / name).read_text("utf-8")


def test_what_an_article_leaves_unsaid_is_told() -> None:
    _, report = report_of(DERIVATIONS / "sqrt_article.md")
    told = {
        step["label"]: (step["inferred"], step["renamings"])
        for step in report["steps"]
        if step["label"]
    }
    assert told["1.3"] == (["X \\ge 0", "Y \\ge 0"], [])
    assert told["2.1"] == (["x > 0"], [])
    renamed = [
        step["renamings"]
        for step in report["steps"]
        if step["statement"] == r"\sqrt{x+h} - \sqrt{x} = Y - X"
    ]
    assert renamed == [["Y = \\sqrt{x + h}", "X = \\sqrt{x}"]]
    arrows = [entry for entry in report["formulas"] if "an arrow" in entry["reason"]]
    assert [(entry["line"], entry["role"]) for entry in arrows] == [(149, "mention")]


@pytest.mark.parametrize(
    ("name", "true", "false"),
    FALSE,
    ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(FALSE)],
)
def test_a_false_line_is_named(tmp_path: Path, name: str, true: str, false: str) -> None:
    text = (DERIVATIONS / name).read_text("utf-8")
    assert true in text
    wrong = text.replace(true, false, 1)
    path = tmp_path / name
    path.write_text(wrong, "utf-8")
    code, report = report_of(path)
    assert code == 1
    line = line_of(wrong, LATER.get(false, false))
    assert [
        step["verdict"]
        for step in report["steps"]
        if step["line"] == line and step["verdict"] in {"refuted", "undefined", "unproved"}
    ] != []
