"""sympy's process is kept, stopped where it takes too long, and never outlives who started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.symbolic.process import WORKER, Symbolic

ROOT = Path(__file__).parents[2]
QUADRATIC = ["-", ["*", ["q0"], ["q0"]], ["n", "0x1", "0x1"]]


@pytest.fixture
def process() -> Iterator[Symbolic]:
    one = Symbolic()
    yield one
    one.close()


def tower(levels: int) -> list[object]:
    """A polynomial of degree 20^levels."""
    term: list[object] = ["+", ["q0"], ["n", "0x1", "0x1"]]
    for _ in range(levels):
        term = ["^", term, 20]
    return term


def test_it_is_kept_between_questions(process: Symbolic) -> None:
    assert process.identity is None
    assert process.ask("factors", QUADRATIC) == [
        ["sum", [1, ["q0"]], [-1, ["n", "0x1", "0x1"]]],
        ["sum", [1, ["q0"]], [1, ["n", "0x1", "0x1"]]],
    ]
    first = process.identity
    assert process.ask("cancel", QUADRATIC) is not None
    assert process.identity == first is not None


def test_a_question_is_asked_once(process: Symbolic) -> None:
    once = process.ask("factors", QUADRATIC)
    process.close()
    assert process.ask("factors", QUADRATIC) == once
    assert process.identity is None


def test_calls_are_counted_and_the_process_lives_on(process: Symbolic) -> None:
    assert process.ask("cancel", QUADRATIC) is not None
    first = process.identity
    assert process.ask("factors", QUADRATIC, calls=20) is None
    assert process.identity == first
    # what few calls did not answer more may
    assert process.ask("factors", QUADRATIC) is not None
    assert process.ask("factors", QUADRATIC, calls=20) is not None


def test_it_is_killed_when_it_takes_too_long_and_comes_back(process: Symbolic) -> None:
    assert process.ask("cancel", QUADRATIC) is not None
    first = process.identity
    begun = time.monotonic()
    assert process.ask("factors", ["-", tower(5), ["q0"]], calls=10**15, seconds=0.5) is None
    assert time.monotonic() - begun < 5
    assert process.ask("factors", QUADRATIC, seconds=30) is not None
    assert process.identity not in {None, first}


def test_one_that_was_killed_by_others_is_started_again(process: Symbolic) -> None:
    assert process.ask("cancel", QUADRATIC) is not None
    assert process.identity is not None
    os.kill(process.identity, signal.SIGKILL)
    process.ask("factors", QUADRATIC, seconds=30)
    assert process.ask("factorise", QUADRATIC) is not None


@pytest.mark.parametrize("attempt", range(3))
def test_one_that_is_killed_while_it_starts_is_not_waited_for(
    process: Symbolic, attempt: int
) -> None:
    begun = time.monotonic()
    for _ in range(attempt + 1):
        process.warm()
        assert process.identity is not None
        os.kill(process.identity, signal.SIGKILL)
        # Asked at once, and once more, while `poll` may call it alive.
        process.ask("cancel", QUADRATIC)
        process.ask("cancel", QUADRATIC, seconds=0.0)
    assert time.monotonic() - begun < 20


def test_it_cannot_fill_the_memory() -> None:
    program = f"import runpy; runpy.run_path({str(WORKER)!r})['limit_memory'](); bytearray(3 << 30)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "MemoryError" in done.stderr


ASKING = f"""
import sys, threading, time
from shomei.symbolic.process import Symbolic
shared = Symbolic.shared()
shared.ask("cancel", {QUADRATIC!r})
print(shared.identity, flush=True)
term = ["+", ["q0"], ["n", "0x1", "0x1"]]
for _ in range(5):
    term = ["^", term, 20]
if sys.argv[1] == "thinking":
    shared.ask("factors", ["-", term, ["q0"]], calls=10**15)
elif sys.argv[1] == "idle":
    time.sleep(60)
"""


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and that nobody has asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("doing", ["idle", "thinking", "nothing"])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_who_started_it(doing: str, end: signal.Signals) -> None:
    asking = subprocess.Popen(
        [sys.executable, "-c", ASKING, doing],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert asking.stdout is not None
    with asking, asking.stdout as said:
        worker = int(said.readline())
        if doing != "nothing":
            assert is_alive(worker)
            time.sleep(0.3)
            if end == signal.SIGINT:
                os.killpg(asking.pid, end)  # as a terminal does
            else:
                asking.send_signal(end)
        asking.wait(timeout=20)
    deadline = time.monotonic() + 10
    while is_alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(worker)
