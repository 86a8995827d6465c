"""The whole command while its environment fails: either the same verdicts, or exit status 3 and one
sentence, and never a wrong verdict.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from shomei.lean.portable.cache import cache_folder

ROOT = Path(__file__).parents[2]
#: A formula, a step that cites it, and one that needs nothing.
TEXT = (
    "assume x > 0, y > 0\nformula (1): \\log (u v) = \\log u + \\log v\n\\log (x y) = \\log x + "
    "\\log y   by (1)\nx + y = y + x\n"
)
EXPECTED = ["verified", "verified", "verified"]


def start(
    path: Path,
    *,
    ledger: bool = False,
    limit: int | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "shomei.app.cli",
        "check",
        "--backend",
        "portable",
        *([] if ledger else ["--no-ledger"]),
        "--format",
        "json",
        str(path),
    ]
    environment = {**os.environ, "SHOMEI_RESIDENT": "0", **(variables or {})}

    def limited() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limited,  # noqa: PLW1509
    )


def descendants(process: int) -> list[int]:
    """The processes that `process` has started, and theirs."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *descendants(child)]
    return found


def is_question(process: int) -> bool:
    """Whether a process only tells its version: without an answer nothing would be started."""
    with contextlib.suppress(OSError):
        return b"--version" in Path(f"/proc/{process}/cmdline").read_bytes()
    return False


def outcome(running: subprocess.Popen[str]) -> tuple[int, list[str], str]:
    """Exit status, verdicts, and what was said besides."""
    out, said = running.communicate(timeout=900)
    steps = json.loads(out)["files"][0]["steps"] if out.strip() else []
    return running.returncode, [step["verdict"] for step in steps], said


def assert_same_or_said(result: tuple[int, list[str], str]) -> None:
    code, verdicts, said = result
    assert "Traceback" not in said
    if code == 3:
        assert said.strip()
    else:
        assert (code, verdicts) == (0, EXPECTED), said


@pytest.fixture
def derivation(tmp_path: Path) -> Path:
    path = tmp_path / "some.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_undisturbed(derivation: Path) -> None:
    assert outcome(start(derivation)) == (0, EXPECTED, "")


@pytest.mark.parametrize("moment", [0.3, 1.5, 4.0])
def test_lean_is_killed(derivation: Path, moment: float) -> None:
    running = start(derivation)
    time.sleep(moment)
    for process in descendants(running.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    assert_same_or_said(outcome(running))


def test_lean_is_killed_whenever_it_appears(derivation: Path) -> None:
    running = start(derivation)
    killed = 0
    while running.poll() is None and killed < 200:
        for process in descendants(running.pid):
            if is_question(process):
                continue
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
                killed += 1
        time.sleep(0.05)
    code, verdicts, said = outcome(running)
    assert killed > 0
    assert "Traceback" not in said
    assert code == 3 or verdicts == EXPECTED


def test_the_command_itself_is_killed_and_the_next_one_is_as_ever(derivation: Path) -> None:
    running = start(derivation)
    time.sleep(1.5)
    running.kill()
    running.communicate(timeout=60)
    assert_same_or_said(outcome(start(derivation)))


def test_two_checks_at_once(derivation: Path) -> None:
    both = [start(derivation), start(derivation)]
    for running in both:
        assert outcome(running)[:2] == (0, EXPECTED)


@pytest.mark.parametrize("limit", [0, 4096])
def test_no_file_can_grow(derivation: Path, limit: int) -> None:
    assert_same_or_said(outcome(start(derivation, limit=limit)))


#: Python reads a module of this name at its start: the clock then jumps between years that are long
#: past and years to come, at each look.
_MAD_CLOCK = """
import itertools, time
_years = itertools.cycle((-40, 25, 0, 9))
_true = time.time
time.time = lambda: max(1.0, _true() + 365.25 * 86400 * next(_years))
time.time_ns = lambda: int(time.time() * 1e9)
"""


@pytest.mark.parametrize("resident", ["0", "1"])
def test_the_clock_is_changed(derivation: Path, tmp_path: Path, resident: str) -> None:
    """While a check runs, between two checks, and since the cache was filled."""
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    for installed in cache_folder().iterdir():
        if installed.is_dir() and installed.name.startswith(("engine-", "lean-", "library-")):
            (cache / installed.name).symlink_to(installed)
    (tmp_path / "sitecustomize.py").write_text(_MAD_CLOCK, "utf-8")
    variables = {
        "SHOMEI_CACHE": str(cache),
        "SHOMEI_RESIDENT": resident,
        "PYTHONPATH": str(tmp_path),
    }
    for year in (1971, 2099):
        assert outcome(start(derivation, ledger=True, variables=variables)) == (0, EXPECTED, "")
        moment = (year - 1970) * 365.25 * 86400
        for file in (derivation, *(file for file in cache.iterdir() if not file.is_symlink())):
            os.utime(file, (moment, moment))
    derivation.write_text(TEXT.replace("y + x", "y - x"), "utf-8")
    code, verdicts, _ = outcome(start(derivation, ledger=True, variables=variables))
    assert (code, verdicts) == (1, [*EXPECTED[:2], "refuted"])
    for lock in cache.glob("run/*.lock"):  # a resident writes its process number there
        os.kill(int(lock.read_text("ascii")), signal.SIGTERM)
