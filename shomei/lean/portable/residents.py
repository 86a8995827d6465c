"""The residents that run for this user: which, how much memory they take, and their end."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shomei.lean.portable import cache, sockets
from shomei.storage import is_held

#: How long a resident may take to end before it is killed, in seconds.
_GRACE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Running:
    """A resident: its process number, the Leans that it keeps, and the memory of all of them in
    bytes; None where the system does not say.
    """

    process: int
    leans: int | None
    memory: int | None


def running() -> list[Running]:
    """The residents of this user, for every version of Shomei."""
    return [_told(process) for process, _ in _held_locks()]


def stop() -> int:
    """Ends them all, with their Leans, and returns how many there were."""
    found = list(_held_locks())
    for process, _ in found:
        _signal(process, signal.SIGTERM)
    deadline = time.monotonic() + _GRACE
    for process, lock in found:
        while is_held(lock) and time.monotonic() < deadline:
            time.sleep(0.05)
        if is_held(lock):
            _signal(process, signal.SIGKILL)
    return len(found)


def _held_locks() -> Iterator[tuple[int, Path]]:
    """The process that holds each lock, by the number that it has written there. A lock that nobody
    holds says nothing: its number may be another process's by now.
    """
    if not (cache.cache_folder() / "run").exists():
        return
    try:
        folder = sockets.socket_folder()
    except (OSError, sockets.ForeignSocketError):
        return
    for lock in sorted(folder.glob("*.sock.lock")):
        if not is_held(lock):
            continue
        with contextlib.suppress(OSError, ValueError):
            process = int(lock.read_text("ascii").strip() or 0)
            if process > 1:
                yield process, lock


def _signal(process: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(process, number)


def _told(process: int) -> Running:
    """As Linux tells it in /proc."""
    try:
        children = [
            int(child)
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text("ascii").split()
        ]
        memory = sum(map(_resident_bytes, (process, *children)))
    except (OSError, ValueError):
        return Running(process, None, None)
    return Running(process, len(children), memory)


def _resident_bytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
