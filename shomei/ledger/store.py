"""The ledger as an SQLite file in the user's cache folder.

The file is opened only if nobody else could have written it and it identifies itself as this
version of the ledger under this key; each row counts only with an authentication code under the
key. Anything else is set aside under another name, and a new ledger is started.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from shomei.ledger.keys import Key, KeyProblem, ledger_key, mac
from shomei.ledger.model import NO_LEDGER, Entry, Ledger
from shomei.storage import exclusive
from shomei.storage.permissions import NO_FOLLOW, is_own, is_writable_by_others

LEDGER_NAME: Final = "ledger.sqlite3"

#: "Shom" in ASCII, and the version of the layout. A file with another value is not this ledger.
APPLICATION_ID: Final = 0x53686F6D
LAYOUT: Final = 3

_TABLES: Final = {
    "under": "CREATE TABLE under (mac TEXT NOT NULL)",
    "reports": (
        "CREATE TABLE reports (number INTEGER PRIMARY KEY, key TEXT NOT NULL, report TEXT NOT "
        "NULL, mac TEXT NOT NULL)"
    ),
    "reports_by_key": "CREATE UNIQUE INDEX reports_by_key ON reports (key)",
    "verified": (
        "CREATE TABLE verified (key TEXT PRIMARY KEY, axioms TEXT NOT NULL, mac TEXT NOT NULL) "
        "WITHOUT ROWID"
    ),
}

#: The number of reports kept: one per version of a completely verified file, dropping the oldest
#: first.
_MOST_REPORTS: Final = 300

#: How long to wait for another process's write, in seconds. A write takes milliseconds.
_PATIENCE: Final = 10.0

#: Above this size in bytes the ledger is started afresh; a row takes some 250.
_MOST_BYTES: Final = 128_000_000

#: Files up to this size are checked completely when they are opened (some milliseconds). In larger
#: ones, damage is noticed only when it is read.
_QUICK_CHECK_BYTES: Final = 2_000_000

#: How many unusable ledgers are kept for later inspection.
_MOST_ASIDE: Final = 3

Warn = Callable[[str], None]


class Unusable(Exception):  # noqa: N818 (an outcome that callers expect)
    """The file cannot be trusted; the message says why."""


class _RowError(sqlite3.DatabaseError):
    """A row that no ledger wrote in this form."""


#: How often to try the ledger before a check goes on without it.
_ATTEMPTS: Final = 4


def open_ledger(path: Path, warn: Warn) -> Ledger:
    """The ledger at `path`, created if it is missing. If it cannot be used, `warn` gets one
    sentence and the result is a ledger that keeps nothing.
    """
    try:
        key = ledger_key()
    except KeyProblem as problem:
        warn(f"No ledger of verified steps is used ({problem}), so every step is checked.")
        return NO_LEDGER
    for attempts_left in reversed(range(_ATTEMPTS)):
        try:
            _require_own_folder(path.parent)
            return _open_or_begin_anew(path, key, warn)
        except (OSError, sqlite3.Error, Unusable) as error:
            # While another process sets a damaged ledger aside, the file of an open connection can
            # disappear. The new one exists a moment later.
            if attempts_left and isinstance(error, sqlite3.Error | Unusable):
                continue
            warn(
                f"No ledger of verified steps can be kept at {path} ({error}), so every step "
                "is checked."
            )
            break
    return NO_LEDGER


def _open_or_begin_anew(path: Path, key: Key, warn: Warn) -> Ledger:
    seen = _inode(path)
    try:
        return SqliteLedger(connect(path, key), path, key, warn)
    except Unusable as reason:
        aside = _set_aside(path, seen)
        warn(
            f"The ledger of verified steps is not used: {reason}. It was set aside as "
            f"{aside.name}, and a new one is begun."
        )
        return SqliteLedger(connect(path, key), path, key, warn)


class SqliteLedger:
    """An open ledger. To be used from one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path, key: Key, warn: Warn) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._key = key
        self._path = path
        self._inode = _inode(path)
        self._warn = warn

    def find(self, key: str) -> Entry | None:
        """See `Ledger.find`."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT axioms, mac FROM verified WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        axioms = self._checked("verified", key, row)
        return None if axioms is None else Entry(key, tuple(axioms.split("\n")) if axioms else ())

    def record(self, entries: Iterable[Entry]) -> None:
        """See `Ledger.record`."""
        rows = [
            (entry.key, axioms, self._mac("verified", entry.key, axioms))
            for entry in entries
            for axioms in ("\n".join(entry.axioms),)
        ]
        if self._connection is None or not rows:
            return
        try:
            with transaction(self._connection):
                self._connection.executemany(
                    "INSERT OR IGNORE INTO verified VALUES (?, ?, ?)", rows
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def find_report(self, key: str) -> str | None:
        """See `Ledger.find_report`."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT report, mac FROM reports WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return self._checked("reports", key, row)

    def record_report(self, key: str, report: str) -> None:
        """See `Ledger.record_report`."""
        if self._connection is None:
            return
        try:
            with transaction(self._connection):
                self._connection.execute(
                    "INSERT OR REPLACE INTO reports (key, report, mac) VALUES (?, ?, ?)",
                    (key, report, self._mac("reports", key, report)),
                )
                self._connection.execute(
                    "DELETE FROM reports WHERE number <= (SELECT max(number) FROM reports) - ?",
                    (_MOST_REPORTS,),
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def _checked(self, table: str, key: str, row: tuple[object, object] | None) -> str | None:
        """The text of the row, if it is exactly what was kept."""
        if row is None:
            return None
        text, code = row
        if not is_authentic(self._key, table, key, text, code) or not isinstance(text, str):
            self._give_up(_RowError("a row was not written under this key, or was altered"))
            return None
        return text

    def _mac(self, table: str, key: str, text: str) -> str:
        return _row_mac(self._key, table, key, text)

    def close(self) -> None:
        """See `Ledger.close`."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _give_up(self, error: sqlite3.Error) -> None:
        """Sets a damaged file aside, so that the next run starts afresh, and leaves a file with any
        other problem (full, locked, read-only). Either way the check goes on without a ledger.
        """
        self.close()
        if _is_damage(error):
            with contextlib.suppress(OSError):
                aside = _set_aside(self._path, self._inode)
                self._warn(
                    f"The ledger of verified steps is damaged ({error}). It was set aside as "
                    f"{aside.name}, and its steps are checked again."
                )
                return
        self._warn(
            f"The ledger of verified steps cannot be used any more ({error}); the check goes "
            "on without it."
        )


def connect(path: Path, key: Key) -> sqlite3.Connection:
    """The ledger at `path`, made if it is missing. Raises `Unusable`, `sqlite3.Error` and
    `OSError`.
    """
    try:
        # Create the file here rather than in SQLite, so that nobody else can ever read or write it,
        # and no link is followed.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | NO_FOLLOW, 0o600))
    except OSError as error:
        if path.is_symlink():
            raise Unusable("it is a symbolic link") from error
        if path.is_dir():
            raise Unusable("it is a folder") from error
        raise
    _require_own(path)
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        _prepare(connection, mac(key, "ledger"))
    except sqlite3.Error as error:
        connection.close()
        if _is_damage(error):
            raise Unusable(f"it is damaged ({error})") from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _require_own_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        _require_own(folder)
    except Unusable as reason:
        raise PermissionError(
            str(reason)
        ) from reason  # setting the file aside would not make its folder any safer


def _require_own(path: Path) -> None:
    status = path.lstat()
    if not is_own(status):
        raise Unusable(f"{path.name} belongs to another user")
    if is_writable_by_others(status):
        raise Unusable(f"other users may write {path.name}")


def _prepare(connection: sqlite3.Connection, under: str) -> None:
    _distrust(connection)
    if _pragma(connection, "application_id") == 0 and not _tables(connection):
        with transaction(connection):
            # Another process may have created the tables while this one waited for the lock.
            if not _tables(connection):
                for statement in _TABLES.values():
                    connection.execute(statement)
                connection.execute("INSERT INTO under VALUES (?)", (under,))
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {LAYOUT}")
    _require_layout(connection)
    [*codes] = connection.execute("SELECT mac FROM under LIMIT 2").fetchall()
    if len(codes) != 1 or not _is_same(codes[0][0], under):
        raise Unusable("it was written under another key")
    size = _pragma(connection, "page_count") * _pragma(connection, "page_size")
    if size > _MOST_BYTES:
        raise Unusable("it has grown too long")
    if size <= _QUICK_CHECK_BYTES and connection.execute("PRAGMA quick_check(1)").fetchone() != (
        "ok",
    ):
        raise Unusable("it is damaged")


def prepare_foreign(connection: sqlite3.Connection) -> None:
    """Makes a file from elsewhere safe to read. Raises `Unusable` if it is no ledger."""
    _distrust(connection)
    _require_layout(connection)


def _distrust(connection: sqlite3.Connection) -> None:
    # No trigger, view or function in the schema of a foreign file may run.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _require_layout(connection: sqlite3.Connection) -> None:
    if (
        _pragma(connection, "application_id") != APPLICATION_ID
        or _pragma(connection, "user_version") != LAYOUT
    ):
        raise Unusable("it is not a ledger of this version")
    if _tables(connection) != _TABLES:
        raise Unusable("its tables are not those of a ledger")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> dict[str, str]:
    try:
        return dict(
            connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
        )
    except UnicodeDecodeError as error:  # sqlite3 itself reports other undecodable text
        raise Unusable("it is damaged") from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Whatever is changed inside is kept as a whole, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is damaged, not merely locked, full or read-only."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, _RowError) or code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_authentic(secret: Key, table: str, key: object, text: object, code: object) -> bool:
    """Whether a row of `table` carries the code that whoever has the key `secret` gives it."""
    if not isinstance(key, str) or not isinstance(text, str):
        return False
    return _is_same(code, _row_mac(secret, table, key, text))


def _row_mac(secret: Key, table: str, key: str, text: str) -> str:
    return mac(secret, "row", table, key, text)


def _is_same(code: object, expected: str) -> bool:
    return isinstance(code, str) and hmac.compare_digest(
        code.encode("utf-8", "replace"), expected.encode()
    )


def _inode(path: Path) -> int | None:
    try:
        return path.lstat().st_ino
    except FileNotFoundError:
        return None


def _set_aside(path: Path, seen: int | None) -> Path:
    """Renames the file and the files that SQLite keeps beside it, unless another process has done
    so; in that case `path` is no longer the file `seen`.
    """
    with exclusive(path.with_name(path.name + ".lock")):
        numbers = range(1, _MOST_ASIDE + 1)
        names = [path.with_name(f"{path.name}.aside-{number}") for number in numbers]
        aside = next((name for name in names if _inode(name) is None), names[-1])
        if _inode(path) == seen:
            for suffix in ("-journal", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    path.with_name(path.name + suffix).replace(aside.with_name(aside.name + suffix))
            path.replace(aside)
    return aside
