"""The engine: the portable Lean made ready to run, in a folder of its own in the cache, so that a change of ours does not fetch the toolchain again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from checker.lean.backend import EnvironmentFailure
from checker.lean.portable import cache, glue


def engine_key(toolchain_key: str) -> str:
    """Changes with the toolchain and with the edits that are made to it."""
    return cache.content_key([toolchain_key.encode(), Path(glue.__file__).read_bytes(), Path(__file__).read_bytes()])


def install_engine(toolchain: Path, toolchain_key: str, progress: Callable[[str], None]) -> Path:
    """The folder with `lean.js` and `lean.wasm` as they are run, made of `toolchain` first if need be."""
    key = engine_key(toolchain_key)
    return cache.install(cache.cache_folder() / f"engine-{key}", key, lambda folder: _build(folder, toolchain, progress))


def _build(folder: Path, toolchain: Path, progress: Callable[[str], None]) -> None:
    progress("making the portable Lean ready")
    try:
        (folder / "lean.js").write_text(glue.edit_glue((toolchain / "glue.js").read_text("utf-8")), "utf-8")
    except glue.GlueError as error:
        raise EnvironmentFailure(f"The portable Lean is not the one that Shomei was written for: {error}.") from error
    os.link(toolchain / "lean.wasm", folder / "lean.wasm")
