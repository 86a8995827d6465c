import unicodedata
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from shomei.report.formats.text import render
from shomei.terms.cells import Cells
from shomei.terms.diagnostics import Diagnostic, not_checked
from shomei.verdicts.model import Premise, Report, StepReport
from tests.report.samples import BROKEN, GOOD, REFUTED, REPORT, VERIFIED, place, reports

EXPECTED = r"""derivations/a b.txt (portable)
  ✓ 2  (2.1) \log_a 1 = 0          Real.logb_one
  ✗ 3  \log(xy) = \log x - \log y  refuted

derivations/a b.txt:3:6: refuted: fails for x = 1, y = 2: left 0.693, right -0.693
 3 | 積の対数    \log(xy) = \log x - \log y  by algebra
   |             ^^^^^^^^^^^^^^^^^^^^^^^^^
   = counterexample: x = 1, y = 2, left side = 0.693, right side = -0.693
   = by: algebra
   = assuming: x > 0 (line 1), y > 0 (inferred)
   = help: write + for -

derivations/a b.txt:4:1: note: not checked: prose [not-checked]
 4 | rest
   | ^^^^

bad.txt:1:3: error: a closing } is missing
 1 | \frac{1
   |   ^
   = help: expected }

2 steps in 2 files: 1 verified, 1 refuted; 1 file not checked (portable)
3 formulas: 1 verified, 1 definition, 1 unread (\foo)
"""


def inferred(statement: str) -> Premise:
    return Premise(statement, "inferred", 2, 5)


def test_the_whole_report() -> None:
    assert render([REPORT, BROKEN]) == EXPECTED


def test_all_is_well() -> None:
    assert render([GOOD]).splitlines()[-1] == "1 step verified (portable)"
    assert "error" not in render([GOOD])


def test_colour_changes_nothing_but_the_colour() -> None:
    import re

    painted = render([REPORT, BROKEN], color=True)
    assert painted != EXPECTED
    assert (
        "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", painted).split("\n"))
        == EXPECTED
    )


def test_verbose_shows_theorem_hypotheses_and_time() -> None:
    shown = render([REPORT], verbose=True)
    assert "theorem formula_2_1 : a = a := rfl" in shown
    assert "assuming x > 0 (line 1), y > 0 (inferred)" in shown
    assert "parse 0.25 s, lean 1.50 s" in shown
    assert shown.splitlines()[-2].endswith("in 1.8 s")


def test_conditions_that_the_file_leaves_unsaid_stand_below_the_theorem() -> None:
    step = replace(VERIFIED, premises=tuple(map(inferred, ("a > 0", "a \\neq 1"))))
    assert render([replace(GOOD, steps=(step,))]).splitlines()[1:3] == [
        "  ✓ 2  (2.1) \\log_a 1 = 0  Real.logb_one",
        "       for a > 0, a \\neq 1",
    ]
    assert "for a" not in render([replace(GOOD, steps=(replace(step, premises=()),))])


def test_what_abbreviations_stand_for_is_told_with_every_verdict() -> None:
    renamed = (
        replace(
            VERIFIED,
            premises=(
                inferred("x > 0"),
                Premise("Y = x + h", "name", 2, 1),
                Premise("X = x", "name", 3, 1),
            ),
        ),
        replace(REFUTED, premises=(Premise("Z = 1", "name", 1, 1),)),
    )
    shown = render([replace(GOOD, steps=renamed)])
    assert "\n       for x > 0, with Y = x + h (line 2), X = x (line 3)\n" in shown
    assert "\n   = with: Z = 1 (line 1)\n" in shown
    assert "\n        with Y = x + h (line 2), X = x (line 3)\n" in render(
        [replace(GOOD, steps=renamed)], verbose=True
    )


def test_what_sympy_decided_is_told_to_who_asks_for_more() -> None:
    step = replace(VERIFIED, symbolic=("the difference simplifies to 0",))
    told = "\n        sympy: the difference simplifies to 0\n"
    assert told in render([replace(GOOD, steps=(step,))], verbose=True)
    assert "sympy" not in render([replace(GOOD, steps=(step,))])


def test_without_unicode_the_marks_are_ascii() -> None:
    ascii_report = replace(REPORT, text="x\ny\nz\nw\n")
    assert render([ascii_report], ascii_only=True).isascii()


@given(st.lists(reports(), max_size=2), st.booleans(), st.none() | st.integers(20, 200))
def test_hostile_text_cannot_steer_a_terminal(
    files: list[Report], verbose: bool, width: int | None
) -> None:
    shown = render(files, verbose=verbose, width=width)
    assert not any(
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        for character in shown.replace("\n", "")
    )
    assert "\u202e" not in shown
    painted = render(files, verbose=verbose, width=width, color=True)
    assert "\x1b]" not in painted and "\x9b" not in painted and "\x1b[2J" not in painted


@given(st.integers(30, 120))
def test_the_listing_fits_the_terminal(width: int) -> None:
    wide = replace(
        VERIFIED, statement="証明" * 60, used="Real." + "x" * 80, premises=(inferred("x > 0"),) * 40
    )
    listed = render([replace(GOOD, steps=(wide, REFUTED))], width=width).splitlines()[1:4]
    assert all(cell_len(line) <= width for line in listed)


def test_markup_is_text() -> None:
    assert "[bold]x[/bold]" in render(
        [replace(GOOD, steps=(replace(VERIFIED, statement="[bold]x[/bold]"),))], color=True
    )


def test_it_is_stable() -> None:
    assert render([REPORT, BROKEN]) == render([REPORT, BROKEN])


JAPANESE = r"""a.txt (portable)
  ✓ 1  (2.1) \log_a 1 = 0  前のステップ、計算
       n > 0 (1 行目) のもとで、ただし a > 0、a \neq 1、Y = x + h (2 行目) と置く
  ✗ 2  x^2 = x             反証
  ! 3  \frac{1}{x} > 0     未定義
  ? 4  y = z               未証明
  - 5  x = z               保留

a.txt:2:1: 反証: x = 2 のとき成り立ちません: 左辺は 4、右辺は 2
 2 | x^2 = x
   | ^^^^^^^
   = 反例: x = 2、左辺 = 4、右辺 = 2
   = 理由: algebra
   = 仮定: x > 0、y > 0 (推定)
   = ヒント: 両辺は異なります: 左辺から右辺を引くと x^2 - x

a.txt:3:1: 未定義: x = 0 のとき分母 x の値は 0 です
 3 | \frac{1}{x} > 0
   | ^^^^^^^^^^^^^^^
   = 反例: x = 0

a.txt:4:1: 未証明: Lean が認める証明は見つかりませんでした
 4 | y = z
   | ^^^^^
   = ヒント: 残っている証明: y = z
   = ヒント: 積の対数: \log (x y) = \log x + \log y

a.txt:5:1: 保留: 検証されていない 2 行目、4 行目 に依存しています
 5 | x = z
   | ^^^^^

a.txt:6:1: 注意: 検査していません: 式だけでは何も主張していません [not-checked]
 6 | rest
   | ^^^^

bad.txt:1:3: エラー: `{` が閉じていません
 1 | \frac{1
   |   ^
   = ヒント: 必要なもの: 式、`}`

2 ファイルの 5 ステップ: """ + (
    "検証済み 1、反証 1、未証明 1、未定義 1、保留 1; 1 ファイルは検査できず (portable)\n"
)


def test_a_report_in_japanese() -> None:
    def step(line: int, statement: str, **found: Any) -> StepReport:
        end = len(statement) + 1
        return StepReport(f"line_{line}", line, 1, line, end, statement, "", **found)

    steps = (
        replace(
            VERIFIED,
            line=1,
            used="the steps before, algebra",
            premises=(
                inferred("a > 0"),
                inferred("a \\neq 1"),
                Premise("Y = x + h", "name", 2, 1),
                Premise("n > 0", "assumed", 1, 1),
            ),
        ),
        replace(
            step(2, "x^2 = x", verdict="refuted"),
            reason="algebra",
            message="fails for x = 2: left 4, right 2",
            counterexample=(("x", "2"), ("left side", "4"), ("right side", "2")),
            premises=(inferred("x > 0"), inferred("y > 0")),
            hints=("the sides differ: the left one less the other is x^2 - x",),
        ),
        step(
            3,
            "\\frac{1}{x} > 0",
            verdict="undefined",
            message="a denominator, x, is 0 for x = 0",
            counterexample=(("x", "0"),),
        ),
        step(
            4,
            "y = z",
            verdict="unproved",
            message="no proof was found that Lean accepts",
            hints=(
                "what is left to prove: y = z",
                "logarithm of a product: \\log (x y) = \\log x + \\log y",
            ),
        ),
        step(
            5,
            "x = z",
            verdict="skipped",
            message="it rests on line 2 and line 4, which are not verified",
        ),
    )
    source = "\\log_a 1 = 0\nx^2 = x\n\\frac{1}{x} > 0\ny = z\nx = z\nrest\n"
    notice = not_checked(place(6, 1, 6, 5), "an expression alone claims nothing")
    problem = Diagnostic(
        "input", "`{` is never closed", place(1, 3, 1, 4), ("an expression", "`}`")
    )
    checked = Report("a.txt", "portable", steps, (notice,), text=source)
    broken = replace(BROKEN, problems=(problem,))
    assert render([checked, broken], language="ja") == JAPANESE


def test_where_nothing_goes_wrong_in_japanese() -> None:
    assert render([GOOD], language="ja").splitlines()[-1] == "1 ステップすべて検証済み (portable)"
    verbose = render([REPORT], verbose=True, language="ja")
    assert "        仮定: x > 0 (1 行目)、y > 0 (推定)\n" in verbose
    assert "  時間: 読み取り 0.25 s, Lean 1.50 s\n" in verbose
    assert verbose.splitlines()[-2].endswith(" 1.8 秒")


@given(st.lists(reports(), max_size=2))
def test_no_hostile_text_reaches_the_terminal_in_japanese(found: list[Report]) -> None:
    shown = render(found, language="ja")
    for character in shown:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}


def test_a_notebook_is_told_by_cell_and_line() -> None:
    shown = render([replace(REPORT, path="a.ipynb", cells=Cells((1, 3), (2, 5)))])
    assert "  ✗ 5:1  " in shown
    assert "a.ipynb:cell 5:1:6: refuted" in shown
    assert " 5:1 | 積の対数" in shown
    assert "a.ipynb:cell 5:2:1: note" in shown


def test_help_that_several_notes_share_is_given_once() -> None:
    notes = tuple(
        not_checked(place(line, 1, line, 2), "why", hint="do this", detail=f"fails for x = {line}")
        for line in (1, 2)
    )
    shown = render([replace(GOOD, warnings=notes)])
    assert shown.count("   = help: do this\n") == 1
    assert "   = tried: fails for x = 1\n" in shown and "   = tried: fails for x = 2\n" in shown
