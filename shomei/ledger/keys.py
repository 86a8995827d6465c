"""The key under which a ledger's rows count.

A row is only as good as whoever wrote it, so each carries a message authentication code under a key
which is not kept beside the ledger: whoever can write the ledger alone, as in a shared cache, makes
no row that counts. The key is the user's own, made when it is first needed, or an organisation's.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path
from typing import Final, NewType

from shomei.storage import exclusive
from shomei.storage.permissions import (
    BINARY,
    NO_WAIT,
    is_own,
    is_readable_by_strangers,
    is_writable_by_others,
)

#: The environment variable that names a file with another key than the user's own.
KEY_FILE: Final = "SHOMEI_LEDGER_KEY_FILE"

Key = NewType("Key", bytes)

_BYTES: Final = 32
#: The least and the most bytes of a key that somebody else has made.
_LEAST, _MOST = 16, 4096


class KeyProblem(Exception):  # noqa: N818 (an outcome that callers expect)
    """There is no key that can be trusted; the message says why."""


def ledger_key() -> Key:
    """The key in the file that `SHOMEI_LEDGER_KEY_FILE` names, else the user's own in the folder
    for settings, which is made if it is missing. Raises `KeyProblem`.
    """
    named = os.environ.get(KEY_FILE)
    if named:
        return read(Path(named))
    import platformdirs

    path = platformdirs.user_config_path("shomei", appauthor=False) / "ledger.key"
    try:
        if not path.exists():
            _make(path)
    except OSError as error:
        raise KeyProblem(f"no key can be made at {path}: {error.strerror}") from None
    return read(path)


def read(path: Path) -> Key:
    """The key in a file of this user's (or of root's), which nobody else can write and no stranger
    can read. Raises `KeyProblem`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | NO_WAIT | BINARY)
    except OSError as error:
        raise KeyProblem(f"the key {path} cannot be read: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise KeyProblem(f"the key {path} is no file")
        if not is_own(status, or_roots=True):
            raise KeyProblem(f"the key {path} belongs to another user")
        if is_writable_by_others(status) or is_readable_by_strangers(status):
            raise KeyProblem(f"other users may read or write the key {path}")
        content = file.read(_MOST + 1)
    if not _LEAST <= len(content.strip()) <= _MOST:
        raise KeyProblem(f"the key {path} has not {_LEAST} to {_MOST} bytes")
    return Key(content.strip())


def _make(path: Path) -> None:
    """Writes a new key. If another process makes one at the same time, the first one stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with exclusive(path.with_name(f"{path.name}.lock")):
        if path.exists():
            return
        scratch = path.with_name(f"{path.name}.new")
        scratch.unlink(missing_ok=True)
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_hex(_BYTES)}\n")
            file.flush()
            os.fsync(descriptor)
        scratch.replace(path)


def mac(key: Key, *parts: str) -> str:
    """The authentication code of `parts` under the key: 64 hexadecimal digits."""
    code = hmac.new(key, digestmod=hashlib.sha256)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        code.update(len(data).to_bytes(8, "big"))
        code.update(data)
    return code.hexdigest()
