"""The progress display: a bar on a terminal, milestones elsewhere, and nothing left behind."""

import io
import sys
from collections.abc import Callable

import pytest

from shomei.app.commands import display as displays
from shomei.app.commands.display import Display


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Puts a terminal in the place of standard error, which pytest has for itself until a test is
    under way.
    """
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def put() -> Terminal:
        made = Terminal()
        monkeypatch.setattr(sys, "stderr", made)
        return made

    return put


def test_elsewhere_only_milestones_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Display()
    shown.progress("lean", 1, 2)
    shown.set_up("unpacking")
    shown.clear()
    assert capsys.readouterr() == ("", "shomei: set-up: unpacking\n")


def test_a_quick_check_draws_nothing(terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    shown = Display()
    shown.progress("lean", 1, 2)
    shown.clear()
    assert screen.getvalue() == ""


def test_a_slow_one_draws_a_bar_with_the_stage(
    terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(displays, "_PATIENCE", -1.0)
    screen = terminal()
    shown = Display()
    shown.progress("refute", 0, 0)
    assert screen.getvalue() == ""
    shown.progress("refute", 1, 2)
    shown.progress("lean", 2, 3)
    shown.clear()
    shown.clear()
    said = screen.getvalue()
    assert "asking Lean" in said and "2/3" in said


def test_a_milestone_is_shown_at_once(terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    shown = Display()
    shown.set_up("compiling [bold]x")
    shown.clear()
    assert "set-up: compiling [bold]x" in screen.getvalue()


def test_rich_is_imported_for_a_bar_alone() -> None:
    from tests.app.processes import finished

    code = (
        "import sys; from shomei.app.commands.display import Display; shown = Display();"
        "shown.progress('lean', 1, 2); shown.set_up('x'); shown.clear(); print('rich' in "
        "sys.modules)"
    )
    assert finished(code=code)[1] == b"False\n"
