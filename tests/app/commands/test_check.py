"""`shomei check`: what it reports, in which form and where to."""

import json
from pathlib import Path

import pytest

from tests.app.calls import BROKEN, FALSE, GOOD, run, write
from tests.fakes import FakeLean


@pytest.mark.parametrize("kind", ["json", "github", "junit", "sarif", "html"])
def test_every_form_can_be_written_to_a_file(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert run("check", write("false.txt", FALSE), "--format", kind, "-o", "report.out") == 1
    assert capsys.readouterr().out == ""
    written = Path("report.out").read_text(encoding="utf-8")
    assert "refuted" in written
    assert run("check", "false.txt", "--format", kind) == 1
    printed = capsys.readouterr().out
    if kind not in {"json", "junit"}:  # those hold the time that it took
        assert printed == written


def test_json_says_what_the_design_says(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", write("false.txt", FALSE), "--format", "json")
    document = json.loads(capsys.readouterr().out)
    (file,) = document["files"]
    assert (file["path"], file["backend"]) == ("false.txt", "portable")
    assert [(step["line"], step["verdict"]) for step in file["steps"]] == [
        (2, "verified"),
        (3, "refuted"),
    ]
    first, second = file["steps"]
    assert first["assumptions"] == ["x > 0", "y > 0"] and first["lean"].count("theorem ") >= 1
    assert set(second["counterexample"]) >= {"x", "y"}


def test_a_problem_is_told_on_standard_error_too_when_a_program_reads_the_report(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "none.txt", "--format", "json") == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["files"][0]["problems"][0]["kind"] == "input"
    assert err.count("\n") == 1 and "no such file" in err


def test_verbose_and_emit_show_the_theorems(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("good.txt", GOOD), "-v", "--emit", "Good.lean") == 0
    assert "theorem line_2" in capsys.readouterr().out
    text = Path("Good.lean").read_text(encoding="utf-8")
    assert text.startswith("import Mathlib\n") and "theorem line_2" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["good.txt", "-o", "good.txt"], "would be overwritten"),
        (["good.txt", "--emit", "./good.txt"], "would be overwritten"),
        (["good.txt", "-o", "nowhere/report.txt"], "no such folder"),
        (["good.txt", "-o", "."], "this is a folder"),
        (["good.txt", "-o", "a", "--emit", "a"], "the same file"),
        (["good.txt", "-o", "a", "--emit", "./a"], "the same file"),
        (["good.txt", "-o", "a", "--baseline", "./a", "--update-baseline"], "would overwrite"),
        (["good.txt", "-o", "a", "--also", "html=../{here}/a"], "the same file"),
        (["good.txt", "--emit", "link", "-o", "linked"], "the same file"),
        (["good.txt", "-o", "hard", "--emit", "linked"], "the same file"),
    ],
)
def test_a_wrong_output_is_exit_2_before_anything_is_done(
    lean: FakeLean, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    write("good.txt", GOOD)
    Path("link").symlink_to("linked")
    if "hard" in arguments:
        write("linked", "")
        Path("hard").hardlink_to("linked")
    arguments = [each.replace("{here}", Path.cwd().name) for each in arguments]
    assert run("check", *arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and said in err
    assert lean.calls == 0 and Path("good.txt").read_text() == GOOD
    assert not Path("a").exists()


def test_the_worst_file_counts_and_every_file_is_told(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [write("good.txt", GOOD), write("false.txt", FALSE), write("broken.txt", BROKEN)]
    assert run("check", *paths) == 2
    out = capsys.readouterr().out
    assert "3 steps in 3 files: 2 verified, 1 refuted; 1 file not checked" in out
    assert run("check", *paths[:2]) == 1
    assert run("check", paths[0], paths[0]) == 0


def test_a_line_that_is_not_read_is_told_once_and_the_others_are_checked(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("some.txt", f"{GOOD}\\lg 100 = 2\n")) == 2
    out = capsys.readouterr().out
    assert out.count("the command `\\lg` is not part of the language") == 1
    assert out.count("help: write \\log_{10} or \\log_2, whichever is meant") == 1
    assert "1 verified; 1 file not checked in full" in out


def test_the_report_is_in_the_language_that_is_asked_for(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("false.txt", FALSE), "--lang", "ja") == 1
    out = capsys.readouterr().out
    assert "false.txt:3:1: 反証: " in out and " のとき成り立ちません: 左辺は " in out
    assert out.splitlines()[-2:] == [
        "2 ステップ: 検証済み 1、反証 1 (portable)",
        "3 個の式: 検証済み 1、反証 1、仮定 1",
    ]


@pytest.mark.usefixtures("lean")
@pytest.mark.parametrize(
    ("locale", "arguments", "shown"),
    [
        ("ja_JP.UTF-8", (), "反証"),
        ("ja_JP.UTF-8", ("--lang", "en"), "refuted"),
        ("C.UTF-8", ("--lang", "ja"), "反証"),
        ("de_DE.UTF-8", (), "refuted"),
        ("ja_JP.UTF-8", ("--format", "json"), "refuted"),
    ],
)
def test_the_locale_chooses_the_language_of_the_text_report(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    arguments: tuple[str, ...],
    shown: str,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    run("check", write("false.txt", FALSE), *arguments)
    out = capsys.readouterr().out
    assert [word for word in ("反証", "refuted") if word in out] == [shown]


def test_a_syntax_error_in_japanese(lean: FakeLean, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write("broken.txt", BROKEN), "--lang", "ja") == 2
    out = capsys.readouterr().out
    assert "broken.txt:2:" in out and ": エラー: `{` が閉じていません" in out
    assert "= ヒント: `}` を補ってください" in out


def test_a_language_that_there_is_no_file_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write("good.txt", GOOD), "--lang", "xx") == 2
    assert "'xx' is no language of Shomei: there are en, fr, ja" in capsys.readouterr().err


UNUSED = "x + x = 2 x   by product rule\n"


def test_a_reason_that_is_not_used_is_a_note_and_a_failure_if_the_check_is_strict(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "1:18: note: proved by algebra, not by the product rule [reason-not-used]"
    assert run("check", write("unused.txt", UNUSED)) == 0
    out = capsys.readouterr().out
    assert told in out and "1 step verified" in out
    assert run("check", "unused.txt", "--strict") == 1
    out = capsys.readouterr().out
    assert told in out and "one note counts as a failure (--strict)" in out


def test_a_strict_check_is_content_with_reasons_that_are_used(lean: FakeLean) -> None:
    assert run("check", write("used.txt", "x + x = 2 x   by algebra\n"), "--strict") == 0
    assert run("check", write("magic.txt", "x + x = 2 x   by magic\n")) == 0
    assert run("check", "magic.txt", "--strict") == 1
