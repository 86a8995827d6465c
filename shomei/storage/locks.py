"""Locks between processes, on the systems that `filelock` knows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Holds the lock of the file at `path`, waiting for any other process that has it. Creates the
    file if it is missing. The kernel releases the lock when a process dies. Raises `OSError` if the
    file cannot be opened or is a symbolic link.
    """
    with _lock(path):
        yield


def is_held(path: Path) -> bool:
    """Whether a process holds the lock of the file at `path`. What cannot be opened is not held."""
    from filelock import Timeout

    if not path.exists():
        return False
    try:
        with _lock(path).acquire(blocking=False):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _lock(path: Path) -> BaseFileLock:
    from filelock import FileLock  # a check that changes nothing locks nothing

    # A lock that outlives its holder, as the fallback's may, would stop every later check.
    return FileLock(path, mode=0o600, fallback_to_soft=False)
