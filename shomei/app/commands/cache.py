"""`shomei cache`: shows where the cache is and what it holds, or removes it; `key` names what
is compiled by this version of Shomei.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shomei.app.commands.writing import write_out
from shomei.lean.portable.cache import cache_folder
from shomei.ledger import LEDGER_NAME
from shomei.report.escape import visible

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
    """Exit status 0; raises `OSError` if something cannot be removed."""
    folder = cache_folder()
    match arguments.action:
        case "where":
            write_out(f"{folder}\n")
        case "key":
            from shomei.lean.portable.backend import PortableBackend

            write_out(f"{PortableBackend().identity}\n")
        case "clear":
            removed = sum(_remove(path) for path, _ in owned(folder))
            write_out(f"{_size(removed)} removed from {visible(str(folder))}\n")
        case _:
            rows = [(path, what, _bytes_in(path)) for path, what in owned(folder)]
            lines = [f"{visible(str(folder))}: {_size(sum(size for _, _, size in rows))}"]
            lines.extend(
                f"  {_size(size):>9}  {visible(path.name)} ({what})" for path, what, size in rows
            )
            write_out("\n".join(lines) + "\n")
    return 0


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


def _bytes_in(path: Path) -> int:
    if path.is_symlink() or not path.is_dir():
        return path.lstat().st_size
    return sum(
        inner.lstat().st_size
        for inner in path.rglob("*")
        if inner.is_symlink() or not inner.is_dir()
    )


def _remove(path: Path) -> int:
    size = _bytes_in(path)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    return size


def _size(count: int) -> str:
    value = float(count)
    for unit in ("B", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"
