"""What help proposes, as changes to the text."""

import pytest

from shomei.app.editor.fixes import Fix, fixes
from shomei.app.editor.places import Lines
from shomei.verdicts.model import Report, StepReport


def step(line: int, *hints: str) -> StepReport:
    return StepReport("s", line, 1, line, 2, "a = b", "", "refuted", hints=hints)


def found(path: str, text: str, line: int, *hints: str) -> list[tuple[int, str]]:
    report = Report(path, "portable", text=text)
    return [(fix.line, fix.text) for fix in fixes(report, step(line, *hints))]


ASSUME = "assume x \\neq 0: under that, no counterexample is found"


def test_plain_text() -> None:
    text = "let x = 2\n  a\n    = b\n    = c\n"
    assert found("a.txt", text, 4, ASSUME, "something else") == [
        (2, "  assume x \\neq 0"),
        (4, "    % shomei: ignore-next: say why"),
    ]


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("show x > 0 first, in a step of its own (the argument of a logarithm)", "x > 0"),
        ("put this step first: a = c", "a = c"),
        ("put this step first, and say why its right side has the sign: a - b = c", "a - b = c"),
        ("an induction on n needs this step; write it before: a = c", "a = c"),
        ("n is a number: write `let n \\in \\mathbb{N}` before it", "let n \\in \\mathbb{N}"),
    ],
)
def test_each_kind_of_help(hint: str, said: str) -> None:
    assert found("a.txt", "a = b\n", 1, hint)[0] == (1, said)


def test_articles_get_directives_in_comments() -> None:
    page = "Words\n\n$$\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n$$\n"
    assert found("a.md", page, 6, ASSUME) == [
        (3, "<!-- shomei: assume x \\neq 0 -->"),
        (3, "<!-- shomei: ignore-next: say why -->"),
    ]
    assert found("a.md", "$$a = b$$", 1, "put this step first: a --> b")[0][1].startswith(
        "<!-- shomei: ignore-next"
    )
    assert found("a.tex", "\\[\na = b\n\\]", 2, ASSUME)[0] == (1, "% shomei: assume x \\neq 0")


def test_a_suppressed_step_is_not_suppressed_again() -> None:
    known = StepReport("s", 1, 1, 1, 2, "a = b", "", "refuted", suppressed="x")
    assert not list(fixes(Report("a.txt", "portable", text="a = b"), known))
    assert Fix("", 1, "").preferred is False


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_places_go_there_and_back(encoding: str) -> None:
    lines = Lines.of("証明𝔸x\r\ny\n", encoding)  # type: ignore[arg-type]
    for line in (1, 2):
        for column in range(1, len(lines.line(line)) + 2):
            assert lines.from_editor(*lines.to_editor(line, column)) == (line, column)
    assert lines.to_editor(1, 4) == (0, {"utf-8": 10, "utf-16": 4, "utf-32": 3}[encoding])
