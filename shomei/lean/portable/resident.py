"""The resident: a background process that keeps Leans ready, for one identity of toolchain and
library, until nobody has used it for a while.

`python -m shomei.lean.portable.resident SOCKET NODE ENGINE LIBRARY SECONDS`. It holds a lock beside
its socket, which contains its process number, so there is one for each identity. Clients are served
concurrently, each body by the next free Lean. A client that goes away gives up its turns, and the
Lean that worked for it is restarted.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import sockets
from shomei.lean.portable.pool import Pool
from shomei.lean.portable.process import Installation
from shomei.lean.portable.protocol import (
    SIGN_OF_LIFE,
    Line,
    ProtocolError,
    Request,
    read_request,
    write_run,
)

#: A resident that was used within this many seconds does not leave to make room for another.
_RECENT = 60.0
#: After this many seconds without a request it keeps one Lean.
_SPARE = 60.0


class Resident:
    """Serves the clients of one listening socket."""

    def __init__(self, listener: socket.socket, pool: Pool, idle_seconds: float) -> None:
        self._listener = listener
        self._pool = pool
        self._idle_seconds = idle_seconds
        self._prepared = threading.Event()
        self._last_asked = time.monotonic()
        self._clients: set[socket.socket] = set()  # adding and removing are atomic
        self._leaving = False

    def serve(self) -> None:
        """Serves until the idle time has passed without a request, or a client asks it to leave."""
        while not self._leaving and (
            self._clients or time.monotonic() - self._last_asked < self._idle_seconds
        ):
            self._listener.settimeout(min(5.0, max(0.1, self._idle_seconds / 10)))
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                if not self._clients and time.monotonic() - self._last_asked > _SPARE:
                    self._pool.rest()
                continue
            self._clients.add(connection)
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()
        self._pool.close()

    def prepare(self) -> None:
        """Starts Lean before the first client asks, and then admits clients; a failure is reported
        to the client that asks.
        """
        try:
            with contextlib.suppress(EnvironmentFailure):
                self._pool.prepare()
        finally:
            self._prepared.set()

    def _answer(self, connection: socket.socket) -> None:
        try:
            with (
                connection,
                contextlib.suppress(OSError, ProtocolError, sockets.ForeignSocketError),
            ):
                sockets.check_peer(connection)
                connection.settimeout(30)
                line = Line(connection)
                content = line.receive()
                if content == {"leave": True}:
                    self._leaving = (
                        len(self._clients) == 1 and time.monotonic() - self._last_asked > _RECENT
                    )
                else:
                    self._serve_request(line, read_request(content))
        finally:
            self._clients.discard(connection)

    def _serve_request(self, line: Line, request: Request) -> None:
        while not self._prepared.wait(SIGN_OF_LIFE):
            line.send({"wait": True})
        self._last_asked = time.monotonic()
        runs = self._pool.elaborate(
            request.bodies, timeout=request.timeout, still_wanted=_signs_of_life(line)
        )
        try:
            with contextlib.closing(runs):
                for run in runs:
                    self._last_asked = time.monotonic()
                    line.send(write_run(run))
        except EnvironmentFailure as failure:
            line.send({"failure": str(failure)})


def _signs_of_life(line: Line) -> Callable[[], None]:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        if time.monotonic() - last > SIGN_OF_LIFE:
            line.send({"wait": True})
            last = time.monotonic()

    return show


def main(arguments: Sequence[str]) -> int:
    """Starts the resident and returns 0 as soon as it listens, or at once if another one already
    holds the lock.
    """
    path, node, engine, library, idle = arguments
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return 0
    with sockets.listen(Path(path)) as listener:
        if os.fork() == 0:  # the child keeps the lock and the socket
            os.setsid()
            os.truncate(lock, 0)
            os.pwrite(lock, b"%d\n" % os.getpid(), 0)
            pool = Pool(Installation(node, Path(engine), Path(library)))
            _serve(Resident(listener, pool, float(idle)), pool, Path(path))
    return 0


def _serve(resident: Resident, pool: Pool, path: Path) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        threading.Thread(target=resident.prepare, daemon=True).start()
        resident.serve()
    finally:
        path.unlink(missing_ok=True)
        pool.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
