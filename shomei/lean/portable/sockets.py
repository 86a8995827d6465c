"""The Unix sockets of residents: in a folder that only its owner may enter, with each side checking
the other's user.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shomei.lean.portable import cache

#: The kernel's limit on the path of a socket, including the final zero, on known systems (Linux
#: 108, macOS 104).
_LONGEST_PATH = 103


class ForeignSocketError(Exception):
    """The socket, its folder or the process behind it belongs to another user. The message says
    which.
    """


def socket_folder() -> Path:
    """The folder of the sockets, created if missing. Raises `ForeignSocketError` if others may
    write in it, `OSError` if it cannot be created.
    """
    folder = cache.cache_folder() / "run"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise ForeignSocketError(f"{folder} is not this user's alone")
    return folder


@contextmanager
def short_path(path: Path) -> Iterator[str]:
    """A name of `path` that is short enough for a socket: through the folder's descriptor if the
    path itself is too long.
    """
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield str(path)
        return
    descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{descriptor}/{path.name}"
    finally:
        os.close(descriptor)


def listen(path: Path) -> socket.socket:
    """A socket that listens at `path`, to which only this user may connect. Replaces whatever is at
    `path`, so hold the resident's lock.
    """
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    previous = os.umask(0o177)
    try:
        with short_path(path) as name:
            listener.bind(name)
        listener.listen(16)
    except BaseException:
        listener.close()
        raise
    finally:
        os.umask(previous)
    return listener


def connect(path: Path, *, timeout: float) -> socket.socket:
    """A connection to the resident at `path`. Raises `OSError` if none listens,
    `ForeignSocketError` if it belongs to another user.
    """
    status = path.lstat()
    if not stat.S_ISSOCK(status.st_mode) or status.st_uid != os.getuid():
        raise ForeignSocketError(f"{path} is not this user's socket")
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        with short_path(path) as name:
            connection.connect(name)
        check_peer(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def check_peer(connection: socket.socket) -> None:
    """Raises `ForeignSocketError` if the other end runs as another user. Systems that cannot tell
    rely on the permissions of the folder.
    """
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return
    _, user, _ = struct.unpack(
        "3i", connection.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i"))
    )
    if user != os.getuid():
        raise ForeignSocketError(f"the other end of the socket runs as user {user}")
