import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from shomei.report.text import render
from shomei.verdicts.model import Report
from tests.report.samples import BROKEN, GOOD, REFUTED, REPORT, VERIFIED, reports

EXPECTED = r"""derivations/a b.txt (portable)
  ✓ 2  (2.1) \log_a 1 = 0          Real.logb_one
  ✗ 3  \log(xy) = \log x - \log y  refuted

derivations/a b.txt:3:6: refuted: fails for x = 1, y = 2: left 0.693, right -0.693
 3 | 積の対数    \log(xy) = \log x - \log y  by algebra
   |             ^^^^^^^^^^^^^^^^^^^^^^^^^
   = counterexample: x = 1, y = 2, left side = 0.693, right side = -0.693
   = by: algebra
   = assuming: x > 0, y > 0
   = help: write + for -

derivations/a b.txt:4:1: note: not checked: prose [not-checked]
 4 | rest
   | ^^^^

bad.txt:1:3: error: a closing } is missing
 1 | \frac{1
   |   ^
   = help: expected }

2 steps in 2 files: 1 verified, 1 refuted; 1 file not checked (portable)
"""


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
    assert "assuming x > 0, y > 0" in shown
    assert "parse 0.25 s, lean 1.50 s" in shown
    assert shown.splitlines()[-1].endswith("in 1.8 s")


def test_conditions_that_the_file_leaves_unsaid_stand_below_the_theorem() -> None:
    step = replace(VERIFIED, assumptions=("a > 0", "a \\neq 1"), inferred=("a > 0", "a \\neq 1"))
    assert render([replace(GOOD, steps=(step,))]).splitlines()[1:3] == [
        "  ✓ 2  (2.1) \\log_a 1 = 0  Real.logb_one",
        "       for a > 0, a \\neq 1",
    ]
    assert "for a" not in render([replace(GOOD, steps=(replace(step, inferred=()),))])


def test_what_abbreviations_stand_for_is_told_with_every_verdict() -> None:
    renamed = (
        replace(VERIFIED, inferred=("x > 0",), renamings=("Y = x + h", "X = x")),
        replace(REFUTED, renamings=("Z = 1",)),
    )
    shown = render([replace(GOOD, steps=renamed)])
    assert "\n       for x > 0, with Y = x + h, X = x\n" in shown
    assert "\n   = with: Z = 1\n" in shown
    assert "\n        with Y = x + h, X = x\n" in render(
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
        VERIFIED, statement="証明" * 60, used="Real." + "x" * 80, inferred=("x > 0",) * 40
    )
    listed = render([replace(GOOD, steps=(wide, REFUTED))], width=width).splitlines()[1:4]
    assert all(cell_len(line) <= width for line in listed)


def test_markup_is_text() -> None:
    assert "[bold]x[/bold]" in render(
        [replace(GOOD, steps=(replace(VERIFIED, statement="[bold]x[/bold]"),))], color=True
    )


def test_it_is_stable() -> None:
    assert render([REPORT, BROKEN]) == render([REPORT, BROKEN])
