"""Reads files, and nothing that is no file: a pipe may never answer, and a device never end."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from shomei.parser.errors import UnreadableInput
from shomei.storage.permissions import BINARY, NO_WAIT

_KINDS: Final = (
    (stat.S_ISDIR, "this is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file (`shomei check -` checks standard input)"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def file_bytes(path: Path, most: int) -> bytes:
    """The content of the file at `path`. Raises `UnreadableInput` if there is no regular file, if
    it cannot be read, or if it holds more than `most` bytes; no more than that is ever read.
    """
    try:
        # Opening a pipe without a writer would wait for one.
        descriptor = os.open(path, os.O_RDONLY | NO_WAIT | BINARY)
        try:
            mode = os.fstat(descriptor).st_mode
            for is_kind, why in _KINDS:
                if is_kind(mode):
                    raise UnreadableInput(str(path), why)
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                data = file.read(most + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise UnreadableInput(str(path), "there is no such file") from None
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise UnreadableInput(str(path), f"is no path: {error}") from None
    if len(data) > most:
        raise UnreadableInput(
            str(path), f"is larger than {most // 1024} KiB, the most that is read"
        )
    return data
