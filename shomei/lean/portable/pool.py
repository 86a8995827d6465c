"""A few Leans side by side: bodies are shared out among them, and the answers come in the bodies'
order.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from queue import SimpleQueue
from typing import Final

from shomei.lean.backend import LeanRun
from shomei.lean.portable.process import Installation, LeanProcess, nobody_left
from shomei.lean.portable.session import Session

#: Each Lean takes about 600 MB and, at work, one processor and a part of another.
MOST_LEANS: Final = 2
#: How often somebody who waits for an answer is asked whether they still do, in seconds.
_POLL_SECONDS = 0.5


class _UnwantedError(Exception):
    """Nobody waits for this run any more."""


class Pool:
    """Sessions of one installation, each started when it is first needed. One caller at a time."""

    def __init__(self, installation: Installation, size: int | None = None) -> None:
        """`size` Leans at most; where it is not given, as many as there are processors, and at most
        `MOST_LEANS`.
        """
        count = size or min(MOST_LEANS, len(os.sched_getaffinity(0)))
        self._sessions = [Session(installation) for _ in range(count)]

    def prepare(self) -> LeanProcess:
        """The first Lean's process, started if need be. Raises `EnvironmentFailure` where it does
        not come up.
        """
        return self._sessions[0].prepare()

    def elaborate(
        self,
        bodies: Sequence[str],
        *,
        timeout: float,
        still_wanted: Callable[[], None] = nobody_left,
    ) -> Generator[LeanRun]:
        """What Lean says of each body, in their order. `still_wanted` is called now and then; what
        it raises ends the work.

        Raises `EnvironmentFailure` where no Lean comes up.
        """
        if len(bodies) == 1 or len(self._sessions) == 1:
            for body in bodies:
                yield self._sessions[0].elaborate(body, timeout=timeout, still_wanted=still_wanted)
            return
        free: SimpleQueue[Session] = SimpleQueue()
        for session in self._sessions:
            free.put(session)
        unwanted = threading.Event()

        def check() -> None:
            if unwanted.is_set():
                raise _UnwantedError

        def elaborate(body: str) -> LeanRun:
            check()
            session = free.get()
            try:
                return session.elaborate(body, timeout=timeout, still_wanted=check)
            finally:
                free.put(session)

        with ThreadPoolExecutor(len(self._sessions), "lean") as workers:
            runs = [workers.submit(elaborate, body) for body in bodies]
            try:
                for run in runs:
                    yield _awaited(run, still_wanted)
            finally:
                # Also where the caller is interrupted, or takes no more: what is at work stops, and
                # what is not begun does not begin.
                unwanted.set()

    def close(self) -> None:
        """Ends the Leans that run."""
        for session in self._sessions:
            session.close()


def _awaited(run: Future[LeanRun], still_wanted: Callable[[], None]) -> LeanRun:
    while True:
        still_wanted()
        try:
            return run.result(_POLL_SECONDS)
        except NotYetError:
            continue
