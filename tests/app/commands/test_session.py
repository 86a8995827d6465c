"""What the commands that check share: one Lean, one ledger, one voice."""

from pathlib import Path

import pytest

from shomei.api import checker as checkers
from shomei.app import cli
from shomei.app.commands.display import Display
from shomei.app.commands.session import session
from tests.app.calls import FALSE, GOOD, run, write
from tests.app.processes import finished
from tests.fakes import FakeLean


def test_an_unchanged_file_is_not_checked_again(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", write("good.txt", GOOD)) == 0
    first = capsys.readouterr().out
    assert lean.calls == 1
    monkeypatch.setattr(checkers.Checker, "_checked", lambda *_: pytest.fail("it was read again"))
    assert run("check", "good.txt") == 0
    assert capsys.readouterr().out == first


def test_a_step_that_is_known_is_not_asked_again(lean: FakeLean) -> None:
    run("check", write("good.txt", GOOD))
    lean.asked.clear()
    assert run("check", write("good.txt", GOOD + r"x + y = y + x" + "\n")) == 0
    assert (
        lean.asked
        and all("line_2" not in names for names in lean.asked)
        and any("line_3" in names for names in lean.asked)
    )


def test_without_the_ledger_everything_is_checked(lean: FakeLean, cache: Path) -> None:
    for _ in range(2):
        assert run("check", write("good.txt", GOOD), "--no-ledger") == 0
    assert lean.calls == 2
    assert not (cache / "ledger.sqlite3").exists()


def test_a_refuted_file_is_looked_at_again(lean: FakeLean) -> None:
    assert run("check", write("false.txt", FALSE)) == 1
    assert run("check", "false.txt") == 1


def test_another_lean_checks_again(lean: FakeLean) -> None:
    run("check", write("good.txt", GOOD))
    lean.identity = "fake-2"
    run("check", "good.txt")
    assert lean.calls == 2


def test_another_shomei_reads_again(lean: FakeLean, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", write("good.txt", GOOD))
    monkeypatch.setattr(checkers, "tool_identity", lambda: "other")
    read: list[Path] = []
    checked = checkers.Checker._checked
    monkeypatch.setattr(
        checkers.Checker, "_checked", lambda self, path: read.append(path) or checked(self, path)
    )
    assert run("check", "good.txt") == 0
    assert read == [Path("good.txt")] and lean.calls == 1


def test_a_damaged_ledger_costs_a_warning(
    lean: FakeLean, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", write("good.txt", GOOD))
    (cache / "ledger.sqlite3").write_bytes(b"garbage" * 1000)
    capsys.readouterr()
    assert run("check", "good.txt") == 0
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and err.startswith("shomei: warning: The ledger")
    assert lean.calls == 2


def test_a_cache_that_cannot_be_made_costs_a_warning(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("file", "")
    monkeypatch.setenv("SHOMEI_CACHE", str(Path("file/cache").absolute()))
    assert run("check", write("good.txt", GOOD)) == 0
    assert "warning: no ledger" in capsys.readouterr().err


LISTING_MAIN = """
import atexit
import sys
from shomei.app import cli
from shomei.api import checker

class Lean:
    name, identity, close = "portable", "fake-1", lambda self: None

HEAVY = {"sympy", "shomei.symbolic", "mpmath", "lark", "jinja2", "typer", "pydantic"}
HEAVY |= {"markdown_it", "watchfiles"}
atexit.register(lambda: print(sorted(HEAVY & set(sys.modules)), file=sys.stderr))
checker.choose = lambda wanted, progress: (Lean(), None)
cli.main()
"""


def test_nothing_heavy_is_imported_for_an_unchanged_file(cache: Path) -> None:
    assert finished("check", write("good.txt", GOOD))[0] == 0
    status, out, err = finished("check", "good.txt", code=LISTING_MAIN)
    assert (status, err) == (0, b"[]\n") and b"1 step verified" in out


def test_the_display_is_cleared_before_anything_is_told(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cleared: list[str] = []
    monkeypatch.setattr(Display, "clear", lambda _self: cleared.append(capsys.readouterr().err))
    arguments = cli.parser().parse_args(["check", "--no-ledger", "x.txt"])
    with session(arguments) as checking:
        checking.tell("one\x1b[31m\nline")
        assert cleared == [""]
    assert cleared[1] == "shomei: one\\x1b[31m line\n"
    assert lean.closed


def test_lean_ends_and_the_display_is_cleared_where_a_command_fails(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[bool] = []
    monkeypatch.setattr(Display, "clear", lambda _self: cleared.append(True))
    arguments = cli.parser().parse_args(["check", "--no-ledger", "x.txt"])
    with pytest.raises(ZeroDivisionError), session(arguments):
        raise ZeroDivisionError
    assert lean.closed and cleared


def test_a_lake_that_is_asked_for_and_not_there_is_exit_3(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(cache))
    assert run("check", "--backend", "lake", write("good.txt", GOOD)) == 3
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("shomei: ") and err.count("\n") == 1
