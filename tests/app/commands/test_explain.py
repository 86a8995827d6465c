"""`shomei explain`."""

import pytest

from shomei.app.commands.explain import explanation
from shomei.verdicts.model import Report, StepReport
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
    assert "  x > 0\n  y > 0\n" in out and "theorem line_3" in out
    lean.complaints["theorem line_2 "] = "unsolved goals\nh1 : 0 < x\n⊢ Real.log x = Real.exp 1 / 2"
    assert run("explain", "false.txt:2", "--no-ledger") == 0
    assert (
        "Lean says:\n  unsolved goals\n  h1 : 0 < x\n  ⊢ \\ln x = \\frac{e}{2}\n"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("false.txt", "give a file and a line"),
        ("false.txt:", "give a file and a line"),
        (":3", "give a file and a line"),
        ("false.txt:0", "give a file and a line"),
        ("false.txt:٣", "give a file and a line"),
        ("false.txt:-1", "give a file and a line"),
        ("false.txt:1", "no step is on this line; steps are on the lines 2, 3"),
    ],
)
def test_explain_without_a_step(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    write("false.txt", FALSE)
    assert run("explain", place) == 2
    assert said in capsys.readouterr().err


def test_explain_a_file_that_does_not_parse(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    write("broken.txt", BROKEN)
    assert run("explain", "broken.txt:2") == 2
    assert "broken.txt:2:" in capsys.readouterr().out


def test_no_text_of_the_derivation_reaches_the_terminal_as_it_is() -> None:
    hostile = "x\x1b[31m\ny\u202e"
    step = StepReport(
        "line_1",
        *(1, 1, 1, 2),
        statement=hostile,
        reason=hostile,
        verdict="refuted",
        message=hostile,
        assumptions=(hostile,),
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
    assert "steps are on the lines 1:3" in capsys.readouterr().err
