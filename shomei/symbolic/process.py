"""sympy's process: how it is started, asked and ended.

In: a question by its name, with arguments that JSON can hold. Out: the answer, or None where there
is none in time. A question asked before is not asked again.
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

#: Calls of functions that one question to sympy may take: about two seconds. Factoring can take for
#: ever.
MOST_CALLS: Final = 1_000_000
#: Where calls are slow, or one of them is endless, the clock counts after all; no question comes
#: near these seconds on a machine that does anything else than swap.
LAST_RESORT: Final = 30.0
#: From the start of the process to its readiness, on a slow and busy machine.
_START_SECONDS: Final = 60.0
#: A process that never comes up is not tried for ever.
_MOST_FAILURES: Final = 3
_MOST_KEPT: Final = 10_000


class Symbolic:
    """One process with sympy in it. Safe to be used from several threads, one question at a
    time.
    """

    _shared: ClassVar[Symbolic | None] = None

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._is_ready = False
        self._failures = 0
        #: By question and arguments; with how many calls, since more may find what few did not.
        self._answers: dict[str, tuple[object, int]] = {}

    @classmethod
    def shared(cls) -> Symbolic:
        """The one that this process keeps; it is closed at exit."""
        if cls._shared is None:
            cls._shared = Symbolic()
            atexit.register(cls._shared.close)
        return cls._shared

    @property
    def identity(self) -> int | None:
        """The number of the process, which changes when it was killed and started again; None while
        there is none.
        """
        return self._process.pid if self._process is not None else None

    def warm(self) -> None:
        """Starts the process, if there is none, and does not wait for it."""
        with self._lock:
            self._running()

    def ask(
        self,
        question: str,
        *arguments: object,
        calls: int = MOST_CALLS,
        seconds: float | None = None,
    ) -> object:
        """The answer to a question that may take so many `calls`; None where sympy has none.

        `seconds` is how long it is worth waiting for. A process that takes longer is killed; one
        that is still starting is left to it.
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
        """The line that the process answers with. `null` where it had to be killed by the last
        resort, so that it is not asked again; None where there was no time.
        """
        begun = time.monotonic()
        process = self._running()
        if process is None or process.stdin is None:
            return None
        try:
            if not self._is_ready:
                if self._line(begun + (_START_SECONDS if seconds is None else seconds)) is None:
                    if process.poll() is not None:
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
            self._stop()  # or the answer would be taken for that to the next question
            raise
        if line is None:
            self._stop()
            return "null" if seconds is None else None
        return line

    def _line(self, deadline: float) -> str | None:
        """The next line of the worker; None at the deadline, or where the worker has ended."""
        try:
            return self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None

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
                    # Sets, and with them some of sympy's choices, are in the order of hashes.
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
    """Starts the process for who will soon have a question, and does not wait for it."""
    Symbolic.shared().warm()


def _forward(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    """Reads the worker's lines as they come, so that waiting for one can end at a deadline."""
    assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
    with process.stdout as stream:
        for line in stream:
            lines.put(line)
    lines.put(None)
