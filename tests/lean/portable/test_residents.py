"""Which residents run, and their end; with processes that hold the lock as a resident does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.app import cli
from shomei.lean.portable import residents

HOLDER = """
import fcntl, os, signal, sys, time
lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(lock, fcntl.LOCK_EX)
os.write(lock, b"%d\\n" % os.getpid())
if sys.argv[2] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def run_folder(cache: Path) -> Path:
    folder = cache / "run"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(params=["", "stubborn"])
def holder(run_folder: Path, request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[bytes]"]:
    arguments = [str(run_folder / "x.sock.lock"), request.param]
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, *arguments], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_they_are_told_and_ended(
    holder: "subprocess.Popen[bytes]",
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(residents, "_GRACE", 0.5)
    [running] = residents.running()
    assert (running.process, running.leans) == (holder.pid, 0)
    assert running.memory is not None and running.memory > 1_000_000
    assert cli.run(["status"]) == 0
    assert f"in the background: process {holder.pid}, 0 Leans, " in capsys.readouterr().out
    assert cli.run(["stop"]) == 0
    assert holder.wait(timeout=10) != 0
    assert "has ended" in capsys.readouterr().out
    assert cli.run(["stop"]) == 0 and cli.run(["status"]) == 0
    assert "in the background: nothing" in capsys.readouterr().out


def test_a_number_that_nobody_holds_is_nobody(run_folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        (run_folder / "old.sock.lock").write_text(f"{other.pid}\n", "ascii")
        (run_folder / "odd.sock.lock").write_text("what\n", "ascii")
        (run_folder / "link.sock.lock").symlink_to("/dev/null")
        assert residents.running() == [] and residents.stop() == 0
        assert other.poll() is None
        other.kill()
