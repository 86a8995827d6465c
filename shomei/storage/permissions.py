"""Who owns a file, and who else may use it, where the system says so in the file's mode.

Windows does not: its access lists do, and they give a user's profile to that user alone. There
every file counts as the user's own.
"""

from __future__ import annotations

import os
import stat

#: Opens no symbolic link, and waits for no other end of a pipe; 0 where the system has no such
#: flag.
NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
NO_WAIT: int = getattr(os, "O_NONBLOCK", 0)
#: Without it, Windows changes line ends.
BINARY: int = getattr(os, "O_BINARY", 0)


def is_own(status: os.stat_result, *, or_roots: bool = False) -> bool:
    """Whether the file belongs to this user, or, with `or_roots`, to root."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() or (or_roots and status.st_uid == 0)


def is_writable_by_others(status: os.stat_result) -> bool:
    """Whether its group or all users may write it."""
    return _grants(status, stat.S_IWGRP | stat.S_IWOTH)


def is_readable_by_strangers(status: os.stat_result) -> bool:
    """Whether users outside of its group may do anything with it."""
    return _grants(status, stat.S_IRWXO)


def _grants(status: os.stat_result, bits: int) -> bool:
    return hasattr(os, "geteuid") and bool(status.st_mode & bits)
