"""A few Leans side by side: bodies are distributed among them, and the answers come in the order of
the bodies. Several callers may ask at once; each body gets the next free Lean, first come, first
served.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from contextlib import contextmanager
from typing import Final, TypeVar

from shomei.lean.backend import LeanRun
from shomei.lean.portable.process import Installation, LeanProcess, nobody_left
from shomei.lean.portable.session import Session

#: Each Lean takes about 600 MB and, at work, one processor and a part of another.
MOST_LEANS: Final = 2
#: How often to ask a waiting caller whether it still waits, in seconds.
_POLL_SECONDS = 0.5


T = TypeVar("T")


class _UnwantedError(Exception):
    """Nobody waits for this run any more."""


class _Shared:
    """Sessions that are each lent to one thread at a time, in the order of the requests. The first
    free one is lent, so that no more are started than are needed.
    """

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._order = list(sessions)
        self._free = list(sessions)
        self._waiting: deque[Future[Session]] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def lent(self, still_wanted: Callable[[], None]) -> Iterator[Session]:
        """A session, for the lifetime of the context. `still_wanted` is called now and then while
        none is free; an exception from it ends the wait.
        """
        session = self._take(still_wanted)
        try:
            yield session
        finally:
            self._give(session)

    def close_idle(self, session: Session) -> None:
        """Ends the Lean of a session, unless it is lent."""
        with self._lock:
            if session in self._free:
                session.close()

    def _take(self, still_wanted: Callable[[], None]) -> Session:
        turn: Future[Session] = Future()
        with self._lock:
            self._waiting.append(turn)
            self._hand_out()
        try:
            return _awaited(turn, still_wanted)
        except BaseException:
            with self._lock:
                if turn.done():
                    self._free.append(turn.result())
                    self._hand_out()
                else:
                    self._waiting.remove(turn)
            raise

    def _give(self, session: Session) -> None:
        with self._lock:
            self._free.append(session)
            self._hand_out()

    def _hand_out(self) -> None:
        self._free.sort(key=self._order.index)
        while self._free and self._waiting:
            self._waiting.popleft().set_result(self._free.pop(0))


class Pool:
    """Sessions of one installation, each started when it is first needed. Thread-safe."""

    def __init__(self, installation: Installation, size: int | None = None) -> None:
        """At most `size` Leans; by default one per processor, and at most `MOST_LEANS`."""
        count = size or min(MOST_LEANS, len(os.sched_getaffinity(0)))
        self._sessions = [Session(installation) for _ in range(count)]
        self._shared = _Shared(self._sessions)

    def prepare(self) -> LeanProcess:
        """The process of a Lean, started if necessary. Raises `EnvironmentFailure` if it does not
        come up.
        """
        with self._shared.lent(nobody_left) as session:
            return session.prepare()

    def elaborate(
        self,
        bodies: Sequence[str],
        *,
        timeout: float,
        still_wanted: Callable[[], None] = nobody_left,
    ) -> Generator[LeanRun]:
        """Lean's answer on each body, in order. `still_wanted` is called now and then; an exception
        from it ends the work.

        Raises `EnvironmentFailure` if no Lean comes up.
        """
        if len(bodies) == 1 or len(self._sessions) == 1:
            for body in bodies:
                yield self._one(body, timeout, still_wanted)
            return
        unwanted = threading.Event()

        def check() -> None:
            if unwanted.is_set():
                raise _UnwantedError

        with ThreadPoolExecutor(len(self._sessions), "lean") as workers:
            runs = [workers.submit(self._one, body, timeout, check) for body in bodies]
            try:
                for run in runs:
                    yield _awaited(run, still_wanted)
            finally:
                # Also if the caller is interrupted or stops iterating: running work stops, and the
                # rest does not start.
                unwanted.set()

    def _one(self, body: str, timeout: float, still_wanted: Callable[[], None]) -> LeanRun:
        still_wanted()
        with self._shared.lent(still_wanted) as session:
            return session.elaborate(body, timeout=timeout, still_wanted=still_wanted)

    def rest(self) -> None:
        """Ends all Leans but the first. Those that are at work stay; the others start again when
        they are needed.
        """
        for session in self._sessions[1:]:
            self._shared.close_idle(session)

    def close(self) -> None:
        """Ends the Leans that run."""
        for session in self._sessions:
            session.close()


def _awaited(found: Future[T], still_wanted: Callable[[], None]) -> T:
    while True:
        still_wanted()
        try:
            return found.result(_POLL_SECONDS)
        except NotYetError:
            continue
