"""The user's cache folder: its place, one writer at a time, and installs that are either complete
or absent.

An installed folder holds `stamp.json`, written last, with the key that it was built for and the
size, time and hash of each of its files. A folder without a stamp, with another key, or with a
changed file is not used: it is set aside and built afresh. The hash is checked only if the time has
changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import platformdirs

from shomei import storage
from shomei.lean.backend import EnvironmentFailure

STAMP = "stamp.json"
#: The number of folders to keep of each kind: those used most recently. A library takes some 150
#: MB.
KEPT = 4


def cache_folder() -> Path:
    """This user's cache folder (`SHOMEI_CACHE`, else the platform's, which honours XDG_CACHE_HOME).
    Created if missing, for its owner only.
    """
    named = os.environ.get("SHOMEI_CACHE")
    folder = Path(named) if named else platformdirs.user_cache_path("shomei", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise EnvironmentFailure(
            f"The cache folder {folder} cannot be made: {error.strerror}. Set XDG_CACHE_HOME "
            "to a folder that can be written."
        ) from error
    return folder.resolve()


def short_key(parts: Iterable[str | bytes]) -> str:
    """The key of `parts` for the name of a folder: 24 hexadecimal digits."""
    return storage.content_key(parts)[:24]


@contextlib.contextmanager
def exclusive(name: str) -> Iterator[None]:
    """Holds the cache's lock `name`, waiting for another process that has it. The kernel releases
    it when a process dies.
    """
    path = cache_folder() / f"{name}.lock"
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(storage.exclusive(path))
        except OSError as error:
            raise EnvironmentFailure(
                f"The cache folder {path.parent} cannot be written ({error.strerror}), and "
                "the portable Lean is not set up in it."
            ) from error
        yield


def is_installed(folder: Path, key: str) -> bool:
    """Whether `folder` was built for `key` and none of its files has changed since."""
    try:
        stamp = json.loads((folder / STAMP).read_text("utf-8"))
        return stamp["key"] == key and all(
            _is_unchanged(folder / name, *facts) for name, facts in stamp["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _is_unchanged(path: Path, size: int, modified: int, digest: str) -> bool:
    status = path.stat()
    return status.st_size == size and (
        status.st_mtime_ns == modified or _file_digest(path) == digest
    )


def _facts(path: Path) -> tuple[int, int, str]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, _file_digest(path)


def _file_digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def mark_used(folder: Path) -> None:
    """Records that `folder` is in use, so that `prune` removes older ones first."""
    with contextlib.suppress(OSError):
        os.utime(folder / STAMP)


def prune(folder: Path) -> None:
    """Removes the folders of `folder`'s kind (its name up to the dash) except the `KEPT` most
    recently used.
    """
    kind = folder.name.partition("-")[0]
    installed = [stamp.parent for stamp in folder.parent.glob(f"{kind}-*/{STAMP}")]
    for old in sorted(installed, key=lambda one: (one / STAMP).stat().st_mtime, reverse=True)[
        KEPT:
    ]:
        if old != folder and not old.is_symlink():
            shutil.rmtree(old, ignore_errors=True)


def install(folder: Path, key: str, build: Callable[[Path], None]) -> Path:
    """Returns `folder`, built for `key`: as it is if it is complete; otherwise `build` makes it in
    a new folder beside it, which then takes its name.

    `build` fills the given folder. Raises `EnvironmentFailure` for a disk that is full or not
    writable; nothing incomplete is left behind.
    """
    if is_installed(folder, key):
        return folder
    with exclusive(folder.name):
        if is_installed(folder, key):  # by another process, while this one waited
            return folder
        try:
            built = _build_and_rename(folder, key, build)
            prune(built)
        except FileNotFoundError as error:
            raise EnvironmentFailure(
                f"{error.filename} went away while {folder.name} was made: try again."
            ) from error
        except OSError as error:
            raise EnvironmentFailure(
                f"{folder} cannot be written: {error.strerror or error}."
            ) from error
        return built


def _build_and_rename(folder: Path, key: str, build: Callable[[Path], None]) -> Path:
    for left_over in folder.parent.glob(
        f".{folder.name}.*"
    ):  # of a process that was killed: this one holds the lock, so nobody is at work in it
        shutil.rmtree(left_over, ignore_errors=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        build(scratch)
        files = {
            str(path.relative_to(scratch)): _facts(path)
            for path in sorted(scratch.rglob("*"))
            if path.is_file()
        }
        with (scratch / STAMP).open("w", encoding="utf-8") as stream:
            json.dump({"key": key, "files": files}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        if folder.exists():
            folder.rename(scratch.with_name(scratch.name + ".old"))
        scratch.rename(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.rmtree(scratch.with_name(scratch.name + ".old"), ignore_errors=True)
    return folder
