"""Output is whole or absent, and in whatever encoding there is."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from shomei.app.commands.writing import write_atomically, write_out
from tests.app.calls import FALSE, GOOD, run, write
from tests.app.processes import finished
from tests.fakes import FakeLean


def test_the_report_replaces_a_file_whole_and_keeps_its_permissions(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("report.txt").write_text("old")
    Path("report.txt").chmod(0o640)
    assert run("check", write("good.txt", GOOD), "-o", "report.txt") == 0
    assert (
        Path("report.txt")
        .read_text()
        .endswith("1 step verified (portable)\n2 formulas: 1 verified, 1 assumption\n")
    )
    assert stat.S_IMODE(Path("report.txt").stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "report.txt"]


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    Path("report.txt").write_text("old")
    monkeypatch.setattr("shomei.app.commands.writing.os.fsync", full)
    assert run("check", write("good.txt", GOOD), "-o", "report.txt") == 3
    assert Path("report.txt").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "report.txt"]


def test_a_report_goes_through_a_link_and_into_a_device(lean: FakeLean) -> None:
    Path("real.txt").write_text("old")
    Path("link.txt").symlink_to("real.txt")
    assert run("check", write("good.txt", GOOD), "-o", "link.txt") == 0
    assert Path("link.txt").is_symlink() and "verified" in Path("real.txt").read_text()
    assert run("check", "good.txt", "-o", os.devnull) == 0


def test_an_output_without_unicode_gets_escapes(cache: Path) -> None:
    _, out, err = finished("check", write("公式.txt", FALSE), encoding="ascii")
    assert err == b"" and out.startswith(b"\\u516c\\u5f0f.txt (portable)\n  + 2  ")


@pytest.mark.parametrize("text", ["", "plain\n", "公式 \\frac{x}{y}\n", "\udcff lone\n"])
def test_a_file_holds_the_text_in_utf8(text: str) -> None:
    write_atomically(Path("out.txt"), text)
    assert Path("out.txt").read_bytes() == text.encode("utf-8", "backslashreplace")
    assert [path.name for path in Path().iterdir()] == ["out.txt"]


def test_a_new_file_has_the_permissions_of_any_new_file() -> None:
    Path("other.txt").touch()
    write_atomically(Path("out.txt"), "x")
    assert Path("out.txt").stat().st_mode == Path("other.txt").stat().st_mode


def test_a_name_of_the_greatest_length_can_be_written() -> None:
    path = Path("x" * 251 + ".txt")
    write_atomically(path, "text")
    assert path.read_text() == "text"


def test_standard_output_gets_escapes_for_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="ascii"))
    write_out("é = 証\n")
    assert data.getvalue() == b"\\xe9 = \\u8a3c\n"
