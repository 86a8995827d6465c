"""Processes of the portable Lean: starting them, talking to them, ending them."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from shomei.lean.backend import EnvironmentFailure, LeanRun
from shomei.lean.groups import end_group
from shomei.lean.messages import read_message
from shomei.lean.portable.engine import HOST

#: Lean recurses deeply on V8's stack, whose own default is 1 MB: this many MB, with the operating
#: system's limit raised to more.
STACK_MEGABYTES = 100
#: V8 validates a WebAssembly function when it is first called, not all of them at the start.
_FLAGS = (f"--stack-size={STACK_MEGABYTES * 1024}", "--wasm-lazy-validation", "--expose-gc")
#: From the start of a process until it is ready, on a slow and busy machine.
START_SECONDS = 120.0
#: How often to ask a waiting caller whether it still waits.
_POLL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Installation:
    """What Lean runs with: Node, and the folders of the engine and of the compiled library."""

    node: str
    engine: Path
    library: Path


class LeanDiedError(Exception):
    """The process ended without an answer: killed, or out of memory. The message says how."""


class LeanTimeoutError(Exception):
    """No answer in time. The process has been killed."""


def nobody_left() -> None:
    """The `still_wanted` of callers that wait in any case."""


class LeanProcess:
    """One Node process with a Lean that has imported the library. Not thread-safe."""

    def __init__(self, installation: Installation) -> None:
        """Starts the process and waits until it is ready. Raises `EnvironmentFailure` if it does
        not come up.
        """
        self._requests = 0
        self._buffer = b""
        self._process, self._errors = start_node(
            installation.node, "serve.js", str(installation.engine), str(installation.library)
        )
        try:
            ready = self._read_line(time.monotonic() + START_SECONDS, nobody_left)
        except (LeanDiedError, LeanTimeoutError) as error:
            raise EnvironmentFailure(f"The portable Lean does not start: {error}.") from error
        except BaseException:
            self.close()
            raise
        if ready != {"ready": True}:
            self.close()
            raise EnvironmentFailure(f"The portable Lean does not start: it says {ready!r:.100}.")

    @property
    def pid(self) -> int:
        """The process's number in the system."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process is still running (it exits by itself once it has grown too large)."""
        return self._process.poll() is None

    def elaborate(
        self, body: str, *, timeout: float, still_wanted: Callable[[], None] = nobody_left
    ) -> LeanRun:
        """Elaborates `body`. `still_wanted` is called now and then; an exception from it ends the
        wait and the process.

        Raises `LeanDiedError` or `LeanTimeoutError`; the process is then gone, as it is after a
        `LeanRun` with a failure.
        """
        started = time.monotonic()
        self._requests += 1
        try:
            self._write_line({"id": self._requests, "body": body}, started + timeout, still_wanted)
            answer = self._read_line(started + timeout, still_wanted)
        except BaseException:
            self.close()
            raise
        seconds = time.monotonic() - started
        match answer:
            case {"id": self._requests, "failure": str(failure)}:
                self.close()
                return LeanRun((), complete=False, seconds=seconds, failure=explain(failure))
            case {"id": self._requests, "messages": list(messages), "complete": bool(complete)}:
                read = tuple(read_message(one) for one in messages)
                return LeanRun(
                    read,
                    complete,
                    seconds,
                    None if complete else "Lean did not read the commands to their end",
                )
        self.close()
        raise LeanDiedError("its answer is not to the question")

    def close(self) -> None:
        """Ends the process at once."""
        end_group(self._process)
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _write_line(
        self, request: dict[str, object], deadline: float, still_wanted: Callable[[], None]
    ) -> None:
        stream = self._process.stdin
        assert stream is not None  # noqa: S101 - opened as a pipe
        data = memoryview(json.dumps(request).encode() + b"\n")
        os.set_blocking(stream.fileno(), False)
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_WRITE)
            while data:
                self._wait(selector, deadline, still_wanted)
                try:
                    data = data[os.write(stream.fileno(), data) :]
                except BlockingIOError:
                    continue
                except OSError as error:
                    raise LeanDiedError(self._death()) from error

    def _read_line(self, deadline: float, still_wanted: Callable[[], None]) -> object:
        stream = self._process.stdout
        assert stream is not None  # noqa: S101 - opened as a pipe
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                self._wait(selector, deadline, still_wanted)
                part = os.read(stream.fileno(), 1 << 20)
                if not part:
                    raise LeanDiedError(self._death())
                self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\n")
        try:
            return json.loads(line)
        except ValueError as error:
            raise LeanDiedError("its answer is not JSON") from error

    def _wait(
        self, selector: selectors.BaseSelector, deadline: float, still_wanted: Callable[[], None]
    ) -> None:
        while True:
            still_wanted()
            left = deadline - time.monotonic()
            if left <= 0:
                self.close()
                raise LeanTimeoutError("no answer in time")
            if selector.select(min(left, _POLL_SECONDS)):
                return

    def _death(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        status = self._process.returncode
        self.close()
        return death_reason(status, said)


def start_node(
    node: str, script: str, *arguments: str
) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    """Starts one of our host's scripts, with pipes for input and output and a temporary file for
    standard error.

    It runs in its own session, so that Ctrl-C reaches it only through us. Raises
    `EnvironmentFailure` if it cannot be started.
    """
    raise_limit = (
        f"ulimit -s {(STACK_MEGABYTES + 64) * 1024} 2>/dev/null || ulimit -s unlimited "
        '2>/dev/null || exit 96; exec "$@"'
    )
    command = ["/bin/sh", "-c", raise_limit, "sh", node, *_FLAGS, str(HOST / script), *arguments]
    try:
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - given away with the process
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            command,
            env=_environment(),
            cwd="/",
            stdin=pipe,
            stdout=pipe,
            stderr=errors,
            start_new_session=True,
        )
    except OSError as error:
        raise EnvironmentFailure(f"Lean could not be started: {error.strerror}.") from error
    return process, errors


def death_reason(status: int | None, said: str) -> str:
    """Why a process of Lean ended early, by its exit status and what it wrote to standard error."""
    if status == 96:
        return "the system gives no stack of the size that Lean needs (ulimit -s)"
    if "ENOSPC" in said:
        return "the disk is full"
    if status is not None and status < 0:
        return f"it was killed by signal {-status} ({signal.Signals(-status).name})"
    lines = [
        line.strip()
        for line in said.splitlines()
        if line.strip() and not line.startswith(("[DEBUG", "  "))
    ]
    return explain(lines[-1] if lines else f"it ended with status {status}")


def explain(failure: str) -> str:
    """A failure of the engine in words for the user."""
    if "Maximum call stack" in failure:
        return "Lean ran out of stack"
    if "out of bounds" in failure:
        return "Lean ran out of stack or memory"
    if "unreachable" in failure:
        return "Lean would wait for a second thread, and there is none"
    if "memory" in failure.lower() or "Aborted(" in failure or "OOM" in failure:
        return "Lean ran out of memory"
    return f"Lean failed: {failure[:200]}"


def _environment() -> dict[str, str]:
    """The user's environment without the variables that change Node. The build is instrumented for
    coverage, and would write its counters at the end.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NODE_")}
    return {**kept, "LLVM_PROFILE_FILE": "/dev/null"}
