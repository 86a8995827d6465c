"""`shomei watch`."""

import signal
import time
from pathlib import Path

import pytest

from tests.app.calls import BROKEN, FALSE, GOOD, run, write
from tests.app.processes import process
from tests.fakes import FakeLean


def test_watch_checks_again_when_a_file_is_saved(cache: Path) -> None:
    with process("watch", write("good.txt", GOOD)) as watching:
        assert watching.stdout is not None and watching.stderr is not None
        assert b"waiting" in watching.stderr.readline()
        time.sleep(0.5)
        # As editors save: a new file takes the old one's place.
        write("new", FALSE)
        Path("new").replace("good.txt")
        assert b"waiting" in watching.stderr.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(20) == 130
        out = watching.stdout.read()
        assert b"1 step verified" in out and b"2 steps: 1 verified, 1 refuted" in out


def test_a_file_that_is_broken_for_a_while_does_not_end_it(cache: Path) -> None:
    with process("watch", write("good.txt", BROKEN)) as watching:
        assert watching.stdout is not None and watching.stderr is not None
        assert b"waiting" in watching.stderr.readline()
        time.sleep(0.5)
        Path("good.txt").unlink()
        assert watching.stderr.readline().startswith(b"shomei: good.txt is gone; ")
        write("good.txt", GOOD)
        assert b"waiting" in watching.stderr.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(20) == 130
        out = watching.stdout.read()
        assert b"good.txt:2:" in out and b"1 step verified" in out


def test_a_folder_that_is_not_there_is_exit_2(
    lean: FakeLean, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("watch", "nowhere/good.txt") == 2
    assert "nowhere/good.txt: there is no such folder" in capsys.readouterr().err
    assert lean.calls == 0
