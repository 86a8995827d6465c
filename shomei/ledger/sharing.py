"""Ledgers as files that are handed on: written out of one, merged into another.

In: paths of ledgers. Out: how many verified theorems were written or taken. Of a file from
elsewhere nothing is believed but the rows that carry a code under this user's key.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from shomei.ledger.keys import ledger_key
from shomei.ledger.store import (
    Warn,
    connect,
    is_authentic,
    prepare_foreign,
    transaction,
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows that were taken over, those that were there already, and those that do not count."""

    taken: int
    known: int
    refused: int


def export(ledger: Path, target: Path) -> int:
    """Writes the verified theorems of a ledger to a file, complete or not at all. Returns their
    number. Raises `Unusable`, `KeyProblem`, `sqlite3.Error` and `OSError`.
    """
    connection = connect(ledger, ledger_key())
    with contextlib.closing(connection):
        descriptor, scratch = tempfile.mkstemp(prefix=".ledger.", dir=target.absolute().parent)
        os.close(descriptor)
        try:
            connection.execute("VACUUM INTO ?", (scratch,))
            with contextlib.closing(sqlite3.connect(scratch)) as copy:
                copy.execute("DELETE FROM reports")  # they hold the texts of derivations
                copy.commit()
                copy.execute("VACUUM")
                [count] = copy.execute("SELECT count(*) FROM verified").fetchone()
            Path(scratch).replace(target)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise
    return int(count)


def merge(source: Path, ledger: Path, warn: Warn) -> Merged:
    """Takes the verified theorems of a file into a ledger. A row that is not from this user's key
    is left out, and `warn` is told their number. Raises `Unusable`, `KeyProblem`, `sqlite3.Error`
    and `OSError`.
    """
    key = ledger_key()
    place = f"{source.resolve(strict=True).as_uri()}?mode=ro&immutable=1"
    with (
        contextlib.closing(connect(ledger, key)) as into,
        contextlib.closing(sqlite3.connect(place, uri=True)) as foreign,
    ):
        prepare_foreign(foreign)
        rows = foreign.execute("SELECT key, axioms, mac FROM verified").fetchall()
        good = [row for row in rows if is_authentic(key, "verified", *row)]
        before = into.total_changes
        with transaction(into):
            into.executemany("INSERT OR IGNORE INTO verified VALUES (?, ?, ?)", good)
        taken = into.total_changes - before
    refused = len(rows) - len(good)
    if refused:
        warn(f"{refused} of {len(rows)} rows are not written under your key, and do not count")
    return Merged(taken, len(good) - taken, refused)
