"""`PortableBackend`: the portable Lean behind the one interface of `checker.lean.backend`."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from checker.lean.backend import LeanMessage, LeanRun
from checker.lean.portable import cache
from checker.lean.portable.engine import install_engine
from checker.lean.portable.library import Library, install_library, read_library
from checker.lean.portable.messages import shift_lines
from checker.lean.portable.node import find_node
from checker.lean.portable.process import Installation, run_lean
from checker.lean.portable.toolchain import install_toolchain, toolchain_key


def _quiet(_: str) -> None:
    pass


class PortableBackend:
    """The portable Lean with Shomei's library. What it needs is set up at the first call that needs it; `progress` is told what goes on meanwhile."""

    name: Literal["portable"] = "portable"

    def __init__(self, progress: Callable[[str], None] = _quiet) -> None:
        self._progress = progress

    @cached_property
    def library(self) -> Library:
        """The library's sources, as they are on disk at the first look."""
        return read_library()

    @cached_property
    def identity(self) -> str:
        """Changes whenever the toolchain or the library does. Needs no set-up."""
        return f"portable-{self.library.key(toolchain_key())}"

    @cached_property
    def installation(self) -> Installation:
        """Node, the toolchain and the library's oleans, installed. Raises `EnvironmentFailure` where that cannot be done."""
        node = find_node()
        key = toolchain_key()
        toolchain = install_toolchain(node, self._progress)
        engine = install_engine(toolchain, key, self._progress)
        oleans = toolchain / "lib"
        library = install_library(self.library, Installation(node.path, engine, oleans, oleans), key, self._progress)
        return Installation(node.path, engine, oleans, library)

    def check(self, bodies: Sequence[str], *, timeout: float) -> list[LeanRun]:
        """Elaborates each body on its own, in order; see `LeanBackend.check`."""
        return [self._check_cold(body, timeout) for body in bodies]

    def _check_cold(self, body: str, timeout: float) -> LeanRun:
        nonce = f"shomei-end-{secrets.token_hex(16)}"
        prelude = header(self.library) + "\n"
        # The last command's message shows that Lean read the body to its end: an open comment or an #exit would swallow it.
        text = f'{prelude}{body}\n\n#check "{nonce}"\n'
        shift = prelude.count("\n")
        with tempfile.TemporaryDirectory(prefix="shomei-", dir=cache.cache_folder()) as folder:
            (Path(folder) / "Checked.lean").write_text(text, "utf-8")
            outcome = run_lean(self.installation, Path(folder), ["/work/Checked.lean"], timeout=timeout)
        last_line = text.count("\n")
        complete = any(one.line == last_line and nonce in one.text and one.severity == "information" for one in outcome.messages)
        messages = tuple(shift_lines(one, shift) for one in outcome.messages if one.line < last_line)
        failure = outcome.failure or (None if complete else _why_incomplete(messages))
        return LeanRun(messages, complete and outcome.failure is None, outcome.seconds, failure)


def header(library: Library) -> str:
    """What stands before each body: the library's import, and the notations that the portable Lean cannot import."""
    return f"import Shomei\nopen Filter Topology\n{library.preamble}\n"


def _why_incomplete(messages: Sequence[LeanMessage]) -> str:
    if any(one.line < 1 for one in messages):
        return f"Lean did not load Shomei's library: {messages[0].text}"
    return "Lean did not read the commands to their end"
