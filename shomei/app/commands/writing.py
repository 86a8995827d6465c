"""Output: to standard output in any encoding, and to a file atomically."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path


def write_out(text: str) -> None:
    """Writes to standard output; characters that its encoding lacks are written as escapes. Raises
    `BrokenPipeError` if the reader has gone.
    """
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write(text)
    sys.stdout.flush()


def write_atomically(path: Path, text: str) -> None:
    """Afterwards `path` holds either `text` or its previous content. A device or a pipe is simply
    written to. Raises `OSError`.
    """
    data = text.encode("utf-8", "backslashreplace")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_bytes(data)
        return
    target = path.resolve()  # through a symbolic link, so that the link stays
    descriptor, scratch = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(scratch).chmod(_mode(target))
        Path(scratch).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(scratch).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file, or those of a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
