"""`shomei explain`."""

import pytest

from shomei.app.commands.explain import explanation
from shomei.verdicts.model import Premise, Report, StepReport
from tests.app.calls import BROKEN, FALSE, run, write
from tests.fakes import FakeLean


def test_explain_shows_everything(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    write("false.txt", FALSE)
    assert run("explain", "false.txt:3") == 0
    out = capsys.readouterr().out
    for title in (
        "statement:",
        "hypotheses:",
        "must be defined:",
        "verdict:",
        "counterexample:",
        "Lean theorem:",
    ):
        assert f"\n{title}\n" in out
    assert "  x > 0 (line 1)\n  y > 0 (line 1)\n" in out and "theorem line_3" in out
    lean.complaints["theorem line_2 "] = "unsolved goals\nh1 : 0 < x\n⊢ Real.log x = Real.exp 1 / 2"
    assert run("explain", "false.txt:2", "--no-ledger") == 0
    assert (
        "Lean says:\n  unsolved goals\n  h1 : 0 < x\n  ⊢ \\ln x = \\frac{e}{2}\n"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("false.txt:", "give a file and a line"),
        (":3", "give a file and a line"),
        ("false.txt:0", "give a file and a line"),
        ("false.txt:٣", "give a file and a line"),
        ("false.txt:-1", "give a file and a line"),
        ("false.txt:4", "no formula is on this line; formulas are on the lines 1, 2, 3"),
    ],
)
def test_explain_without_a_formula(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    write("false.txt", FALSE)
    assert run("explain", place) == 2
    assert said in capsys.readouterr().err


def test_explain_a_file_that_does_not_parse(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    write("broken.txt", BROKEN)
    assert run("explain", "broken.txt:2") == 0
    out = capsys.readouterr().out
    assert out.startswith("broken.txt:2:1: unread: `{` is never closed\n")
    assert "\nwhat would help:\n" in out
    assert run("explain", "missing.txt:2") == run("explain", "missing.txt") == 2
    assert "there is no such file" in capsys.readouterr().out


def test_no_text_of_the_derivation_reaches_the_terminal_as_it_is() -> None:
    hostile = "x\x1b[31m\ny\u202e"
    step = StepReport(
        "line_1",
        *(1, 1, 1, 2),
        statement=hostile,
        reason=hostile,
        verdict="refuted",
        message=hostile,
        premises=(Premise(hostile, "assumed", 1, 1),),
        lean=hostile,
        counterexample=((hostile, hostile),),
        hints=(hostile,),
        used=hostile,
        label=hostile,
        axioms=(hostile,),
        conditions=(hostile,),
        lean_message=hostile,
    )
    rows = list(explanation(Report(hostile, "portable", (step,), text=hostile), step))
    assert rows[0].startswith("x\\x1b[31m")
    assert [row for row in rows if not row.isprintable()] == []


def test_the_lines_that_have_steps_are_named_up_to_a_score(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    write("long.txt", "x = x\n" * 25)
    assert run("explain", "long.txt:99") == 2
    said = capsys.readouterr().err
    assert said.endswith("on the lines " + ", ".join(map(str, range(1, 21))) + ", …\n")


def test_an_explanation_in_japanese(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", f"{write('false.txt', FALSE)}:3", "--lang", "ja") == 0
    out = capsys.readouterr().out
    assert "\n主張:\n" in out and "\n判定:\n  反証\n" in out and "\nLean の定理:\n" in out
    assert "statement" not in out and "verdict" not in out


def test_a_line_of_a_notebooks_cell(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    cell = '{"cell_type": "markdown", "metadata": {}, "source": "Hence\\n\\n$$ 1 + 1 = 3 $$"}'
    write("a.ipynb", f'{{"nbformat": 4, "nbformat_minor": 4, "metadata": {{}}, "cells": [{cell}]}}')
    assert run("explain", "a.ipynb:1:3") == 0
    assert "a.ipynb:cell 1:3:4: step, refuted" in capsys.readouterr().out
    assert run("explain", "a.ipynb:2:3") == 2
    assert "formulas are on the lines 1:3" in capsys.readouterr().err


ARTICLE = r"""# One

Let $x > 0$. It is not true that $x^2 = x$. For $z > 1$ we have $z^2 > 1$.

Put $Y = x + 1$.

$$ Y^2 = x^2 + 2 x + 1 $$

$$ x^2 = 4 $$

# Two

Let $A$ be a matrix. We show $x^2 \ge 0$. We have $A A = A$ and $w + w = 3 w$.
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (3, "assumption: it is assumed from here on"),
        (3, "x > 0: from line 3 to line 11, where the part of the text that it stands in ends"),
        (3, "denied: the text denies this, or asks it"),
        (3, "assumption: it is a condition of what follows"),
        (3, "said of the claims of lines:\n  3: z > 1 \\Rightarrow z^{2} > 1"),
        (3, "claim, verified"),
        (5, "definition: it gives a name its meaning"),
        (9, "mention: it holds for some values only; it may be a definition or a condition"),
        (9, "in force here:\n  x > 0 (line 3)\n  Y = x + 1 (line 5)"),
        (9, "tried:\n  fails for x = 3: left 9, right 4"),
        (9, "what would help:\n  write `for every real number x"),
        (13, "goal: announced here"),
        (13, "beyond: matrices"),
        (13, "claim, refuted: fails for w = 2: left 4, right 6"),
    ],
)
def test_explain_says_the_role_of_any_formula(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], line: int, said: str
) -> None:
    assert run("explain", f"{write('article.md', ARTICLE)}:{line}") == 0
    assert said in capsys.readouterr().out


def test_explain_without_a_line_lists_all_formulas(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", write("article.md", ARTICLE)) == 0
    first, *rows, last = capsys.readouterr().out.splitlines()
    assert (first, len(rows)) == ("article.md", 10)
    assert rows[0].split("  ")[1] == "3:5"
    assert last.startswith("10 formulas: 2 verified, 1 refuted, 1 definition, 2 assumptions")


def test_roles_in_japanese(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", f"{write('article.md', ARTICLE)}:3", "--lang", "ja") == 0
    out = capsys.readouterr().out
    assert "仮定: ここから先で仮定されます" in out
    assert "x > 0: 3 行目から 11 行目まで (文章のその部分が終わるため)" in out
    for english in ("assum", "in force", "denied", "step", "from line"):
        assert english not in out.replace("証明", "")
