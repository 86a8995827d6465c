"""A check on a cluster: real workers on this machine, with a Lean that accepts everything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.app import cluster
from tests.app.calls import BROKEN, FALSE, GOOD, ROOT, run, write
from tests.app.processes import finished, process
from tests.app.test_shards import timeless
from tests.fakes import FakeLean

#: A worker. The first that is given the number 7777 says who it is and waits for its end.
_WORKER = """
import os, sys, time
from pathlib import Path
from shomei.api import checker
from shomei.lean.axioms import printed
from tests.fakes import FakeLean

class Slow(FakeLean):
    def _run(self, body):
        if "7777" in body:
            try:
                place = os.open("begun", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            except FileExistsError:
                pass
            else:
                os.write(place, str(os.getpid()).encode())
                os.close(place)
                time.sleep(120)
        return super()._run(body)

checker.choose = lambda wanted, progress: (Slow(), printed())
from distributed.cli.dask_worker import main
main()
"""
_SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"

TEXTS = {
    "a.txt": GOOD,
    "b.txt": FALSE,
    "c.txt": "x + 7777 = 7777 + x\n",
    "d.txt": BROKEN,
    "e.md": "We have $1 + 1 = 2$.",
}


@pytest.fixture
def address(cache: Path, tmp_path: Path) -> Iterator[str]:
    """A scheduler and two workers, which end with the test."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    facts = tmp_path / "scheduler.json"
    calls = [[_SCHEDULER, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter"]]
    calls += [
        [
            _WORKER,
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            str(tmp_path),
        ]
    ] * 2
    started = []
    try:
        for code, *options in calls:
            command = [sys.executable, "-c", code, *options, "--scheduler-file", str(facts)]
            with (tmp_path / f"log{len(started)}").open("wb") as log:
                started.append(
                    subprocess.Popen(
                        command, cwd=tmp_path, env=environment, stdout=log, stderr=subprocess.STDOUT
                    )
                )
        yield _when_there(facts, started)
    finally:
        for each in started:
            each.kill()
            each.wait()


def _when_there(facts: Path, started: list[subprocess.Popen[bytes]]) -> str:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert all(each.poll() is None for each in started)
        if facts.exists():
            return str(json.loads(facts.read_text("utf-8"))["address"]).removeprefix("tcp://")
        time.sleep(0.1)
    raise AssertionError("no scheduler")


def test_the_report_is_the_same_though_a_worker_dies(address: str, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    for name, text in TEXTS.items():
        write(name, text)
    call = ["check", *TEXTS, "missing.txt", "--no-ledger", "--format", "json"]
    with process(*call, "--cluster", address) as checking:
        end = time.monotonic() + 120
        begun = tmp_path / "begun"
        while not (begun.exists() and begun.read_text("ascii")):
            assert checking.poll() is None, checking.communicate()
            assert time.monotonic() < end
            time.sleep(0.05)
        os.kill(int(begun.read_text("ascii")), signal.SIGKILL)
        out, _ = checking.communicate(timeout=240)
    status, alone, _ = finished(*call)
    assert (checking.returncode, timeless(out.decode())) == (status, timeless(alone.decode()))
    assert status == 2 and timeless(alone.decode())["summary"]["verified"] == 4


def test_what_the_ledger_knows_needs_no_cluster(
    lean: FakeLean, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    write("good.txt", GOOD)
    assert run("check", "good.txt", "--cluster", "127.0.0.1:1") == 3
    assert "no scheduler at 127.0.0.1:1" in capsys.readouterr().err
    assert run("check", "good.txt") == 0
    assert run("check", "good.txt", "--cluster", "127.0.0.1:1") == 0


def test_another_version_of_shomei_gives_no_verdict(lean: FakeLean) -> None:
    options = cluster.Options("auto", ledger=False, timeout=60.0, fast=False)
    report = cluster.checked("another", "good.txt", GOOD, options)
    assert report.steps == () and "another version" in report.problems[0].message


def test_standard_input_is_not_for_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "-", "--cluster", "127.0.0.1:1") == 2
    assert "standard input" in capsys.readouterr().err
