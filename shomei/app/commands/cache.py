"""`shomei cache`: shows where the cache is and what it holds, or removes it; `key` names what
is compiled by this version of Shomei; `export` and `merge` hand the ledger of verified steps on.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from shomei.app.commands.writing import write_out
from shomei.lean.portable.cache import cache_folder
from shomei.ledger import LEDGER_NAME
from shomei.report.escape import one_line, visible
from shomei.verdicts.model import EXIT_INPUT

#: The entries that Shomei makes in its cache folder, by the prefix of their names, with a
#: description. Nothing else there is ever removed.
_KINDS: Final = (
    (LEDGER_NAME, "verified steps"),
    ("lean-", "the portable Lean"),
    ("engine-", "the portable Lean, made ready"),
    ("library-", "the Lean library, compiled"),
    ("snapshot-", "a warm Lean's memory"),
    ("shomei-", "left over from interrupted checks"),
    (".lean-", "left over from an interrupted set-up"),
    (".engine-", "left over from an interrupted set-up"),
    (".library-", "left over from an interrupted set-up"),
)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, 2 for a wrong call or a file that is no ledger; raises `OSError` if something
    cannot be removed or written.
    """
    folder = cache_folder()
    wrong = _wrong_files(arguments.action, len(arguments.files))
    if wrong is not None:
        return _wrong(wrong)
    match arguments.action:
        case "export" | "merge":
            return _hand_on(arguments, folder / LEDGER_NAME)
        case "where":
            write_out(f"{folder}\n")
        case "key":
            from shomei.lean.portable.backend import PortableBackend

            write_out(f"{PortableBackend().identity}\n")
        case "clear":
            from shomei.lean.portable import residents

            residents.stop()  # it would go on with what is removed here
            removed = sum(_remove(path) for path, _ in owned(folder))
            write_out(f"{size(removed)} removed from {visible(str(folder))}\n")
        case _:
            rows = [(path, what, bytes_in(path)) for path, what in owned(folder)]
            lines = [f"{visible(str(folder))}: {size(sum(count for _, _, count in rows))}"]
            lines.extend(
                f"  {size(count):>9}  {visible(path.name)} ({what})" for path, what, count in rows
            )
            write_out("\n".join(lines) + "\n")
    return 0


def _wrong_files(action: str, count: int) -> str | None:
    if action == "export" and count != 1:
        return "cache export takes one FILE"
    if action == "merge" and not count:
        return "cache merge takes FILES"
    if action not in {"export", "merge"} and count:
        return f"cache {action} takes no FILE"
    return None


def _hand_on(arguments: argparse.Namespace, ledger: Path) -> int:
    import sqlite3

    from shomei.ledger import sharing
    from shomei.ledger.keys import KeyProblem
    from shomei.ledger.store import Unusable

    for name in arguments.files:
        try:
            if arguments.action == "export":
                count = sharing.export(ledger, Path(name))
                write_out(f"{visible(name)}: {count} verified theorems\n")
                continue
            merged = sharing.merge(Path(name), ledger, partial(_tell_of, name))
            write_out(f"{visible(name)}: {merged.taken} new, {merged.known} known\n")
        except (Unusable, KeyProblem, sqlite3.Error, FileNotFoundError) as problem:
            return _wrong(f"{name}: {problem}")
    return 0


def _wrong(message: str) -> int:
    _tell(message)
    return EXIT_INPUT


def _tell_of(name: str, message: str) -> None:
    _tell(f"{name}: {message}")


def _tell(message: str) -> None:
    print(f"shomei: {one_line(message)}", file=sys.stderr)  # noqa: T201


def owned(folder: Path) -> Iterator[tuple[Path, str]]:
    """Everything that Shomei has made in `folder`, with descriptions. Locks are not included: they
    are empty, and another process may be holding one.
    """
    for path in sorted(folder.iterdir()):
        if path.suffix == ".lock":
            continue
        for beginning, what in _KINDS:
            if path.name.startswith(beginning):
                yield path, what
                break


def bytes_in(path: Path) -> int:
    """The size of a file, or of all in a folder."""
    if path.is_symlink() or not path.is_dir():
        return path.lstat().st_size
    return sum(
        inner.lstat().st_size
        for inner in path.rglob("*")
        if inner.is_symlink() or not inner.is_dir()
    )


def _remove(path: Path) -> int:
    count = bytes_in(path)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    return count


def size(count: int) -> str:
    """A number of bytes for people: `2 MB`."""
    value = float(count)
    for unit in ("B", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"
