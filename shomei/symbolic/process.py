"""sympy's process: starting it, asking it questions, ending it.

In: the name of a question, with arguments that JSON can hold. Out: the answer, or None if there is
none in time. A repeated question is not asked again.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import ClassVar, Final

WORKER: Final = Path(__file__).with_name("worker.py")

#: The number of function calls that one question may take: about two seconds. Factoring can take
#: forever.
MOST_CALLS: Final = 1_000_000
#: The limit in seconds, in case calls are slow or one never ends. No question comes near it unless
#: the machine swaps.
LAST_RESORT: Final = 30.0
#: From the start of the process until it is ready, on a slow and busy machine.
_START_SECONDS: Final = 60.0
#: The number of attempts at a process that never comes up.
_MOST_FAILURES: Final = 3
_MOST_KEPT: Final = 10_000


class Symbolic:
    """One process with sympy in it. Thread-safe, one question at a time."""

    _shared: ClassVar[Symbolic | None] = None

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._is_ready = False
        self._failures = 0
        #: By question, arguments and number of calls, since more calls may find an answer that few
        #: did not.
        self._answers: dict[str, tuple[object, int]] = {}

    @classmethod
    def shared(cls) -> Symbolic:
        """The instance that this process keeps; it is closed at exit."""
        if cls._shared is None:
            cls._shared = Symbolic()
            atexit.register(cls._shared.close)
        return cls._shared

    @property
    def identity(self) -> int | None:
        """The number of the process, which changes when it was killed and restarted; None if there
        is none.
        """
        return self._process.pid if self._process is not None else None

    def warm(self) -> None:
        """Starts the process if there is none, without waiting for it."""
        with self._lock:
            self._running()

    def ask(
        self,
        question: str,
        *arguments: object,
        calls: int = MOST_CALLS,
        seconds: float | None = None,
    ) -> object:
        """The answer to a question that may take `calls` function calls; None if sympy has none.

        `seconds` is how long to wait. A process that takes longer is killed, except while it is
        still starting.
        """
        key = json.dumps([question, arguments])
        with self._lock:
            known, tried = self._answers.get(key, (None, 0))
            if known is None and tried < calls:
                asked = {"question": question, "arguments": arguments, "calls": calls}
                line = self._asked(json.dumps(asked), seconds)
                if line is None:
                    return None
                if len(self._answers) >= _MOST_KEPT:
                    self._answers.clear()
                known = json.loads(line)
                self._answers[key] = known, calls
            return known

    def _asked(self, text: str, seconds: float | None) -> str | None:
        """The line that the process answers. `null` if it had to be killed at the hard limit, so
        that the question is not repeated; None if there was no time.
        """
        begun = time.monotonic()
        process = self._running()
        if process is None or process.stdin is None:
            return None
        try:
            if not self._is_ready:
                if self._line(begun + (_START_SECONDS if seconds is None else seconds)) is None:
                    if self._process is None:
                        self._failures += 1
                    return None
                self._is_ready, self._failures = True, 0
            process.stdin.write(text + "\n")
            process.stdin.flush()
            line = self._line(
                time.monotonic() + LAST_RESORT if seconds is None else begun + seconds
            )
        except OSError:
            line = None
        except BaseException:
            self._stop()  # a late answer would be taken for the next one
            raise
        if line is None:
            self._stop()
            return "null" if seconds is None else None
        return line

    def _line(self, deadline: float) -> str | None:
        """The next line of the worker; None at the deadline, or if the worker has ended. One that
        has ended is cleared away here: its last line is the only sign of it, while `poll` may still
        call it alive.
        """
        try:
            line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None
        if line is None:
            self._stop()
        return line

    def _running(self) -> subprocess.Popen[str] | None:
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._process is None and self._failures < _MOST_FAILURES:
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", str(WORKER)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    # The order of sets, and with it some of sympy's choices, depends on hashes.
                    env={**os.environ, "PYTHONHASHSEED": "0"},
                )
            except OSError:
                self._failures += 1
                return None
            self._lines, self._is_ready = queue.Queue(), False
            threading.Thread(
                target=_forward, args=(self._process, self._lines), daemon=True
            ).start()
        return self._process

    def _stop(self) -> None:
        process, self._process, self._is_ready = self._process, None, False
        if process is None:
            return
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()

    def close(self) -> None:
        """Ends the process, if there is one."""
        with self._lock:
            self._stop()


def warm() -> None:
    """Starts the shared process for a caller that will soon have a question, without waiting for
    it.
    """
    Symbolic.shared().warm()


def _forward(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    """Reads the worker's lines as they come, so that waiting for one can end at a deadline."""
    assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
    with process.stdout as stream:
        for line in stream:
            lines.put(line)
    lines.put(None)
