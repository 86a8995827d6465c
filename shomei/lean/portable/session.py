"""A Lean that is available when needed: one process for many bodies, restarted when it dies."""

from __future__ import annotations

import time
from collections.abc import Callable

from shomei.lean.backend import LeanRun
from shomei.lean.portable.process import (
    Installation,
    LeanDiedError,
    LeanProcess,
    LeanTimeoutError,
    nobody_left,
)


class Session:
    """Elaborates bodies, each from the same fresh state. Not thread-safe."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._process: LeanProcess | None = None

    def prepare(self) -> LeanProcess:
        """A process that is ready, started if necessary. Raises `EnvironmentFailure` if it does not
        come up.
        """
        if self._process is None or not self._process.is_alive:
            self.close()
            self._process = LeanProcess(self._installation)
        return self._process

    def elaborate(
        self, body: str, *, timeout: float, still_wanted: Callable[[], None] = nobody_left
    ) -> LeanRun:
        """Lean's answer on `body`. A process that dies is restarted once; one that takes longer
        than `timeout` seconds is killed, and the run says so.

        Raises `EnvironmentFailure` if no process comes up, and whatever `still_wanted` raises (it
        is called now and then while Lean works).
        """
        started = time.monotonic()
        reason = ""
        for _ in range(2):
            try:
                return self.prepare().elaborate(body, timeout=timeout, still_wanted=still_wanted)
            except LeanTimeoutError:
                reason = f"Lean took longer than {timeout:g} s"
                break
            except LeanDiedError as death:
                reason = f"Lean ended before it answered: {death}"
        return LeanRun((), complete=False, seconds=time.monotonic() - started, failure=reason)

    def close(self) -> None:
        """Ends the process, if there is one."""
        if self._process is not None:
            self._process.close()
            self._process = None
