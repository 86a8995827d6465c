"""`PortableBackend`: the portable Lean behind the one interface of `lean.backend`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from shomei.lean.backend import EnvironmentFailure, LeanRun, OnRun, ignore
from shomei.lean.portable import cache, client
from shomei.lean.portable.compilation import Compiler
from shomei.lean.portable.engine import engine_folder, engine_key, install_engine
from shomei.lean.portable.library import (
    PROJECT,
    Library,
    axioms_of,
    install_library,
    library_folder,
    read_library,
)
from shomei.lean.portable.node import find_node
from shomei.lean.portable.pool import Pool
from shomei.lean.portable.process import Installation
from shomei.lean.portable.protocol import Request
from shomei.lean.portable.toolchain import install_toolchain, toolchain_key

#: Lean needs a larger stack than Windows gives a program, and its processes end as a group.
_SYSTEM_FITS: Final = hasattr(os, "fork")


def _quiet(_: str) -> None:
    pass


class PortableBackend:
    """The portable Lean with Shomei's library. It is set up at the first call that needs it;
    `progress` is told what happens meanwhile.
    """

    name: Literal["portable"] = "portable"

    def __init__(self, progress: Callable[[str], None] = _quiet, project: Path = PROJECT) -> None:
        """`project` is the folder of the Lean project whose library is used."""
        self._progress = progress
        self._project = project
        self._resident_wanted = _SYSTEM_FITS and os.environ.get("SHOMEI_RESIDENT", "1") != "0"

    @cached_property
    def library(self) -> Library:
        """The sources of the library, as they are on disk at the first access."""
        return read_library(self._project)

    @cached_property
    def identity(self) -> str:
        """Changes whenever the toolchain, the library or the host does. Needs no set-up."""
        return f"portable-{self.library.key(engine_key(toolchain_key()))}"

    @cached_property
    def installation(self) -> Installation:
        """Node, the engine and the compiled library, installed. Raises `EnvironmentFailure` if that
        is impossible.
        """
        if not _SYSTEM_FITS:
            raise EnvironmentFailure(
                "The portable Lean runs under Linux, macOS and WSL, not under Windows itself. "
                "Here `--fast` checks by numbers and sympy, and `--backend lake` with Mathlib."
            )
        node = find_node()
        lean = toolchain_key()
        key = engine_key(lean)
        folder = library_folder(self.library, key)
        if not (
            cache.is_installed(folder, self.library.key(key))
            and cache.is_installed(engine_folder(lean), key)
        ):
            toolchain = install_toolchain(node, self._progress)
            engine = install_engine(toolchain, lean, self._progress)
            install_library(
                self.library, Compiler(node.path, engine, key, toolchain / "lib"), self._progress
            )
        for used in (folder, engine_folder(lean)):
            cache.mark_used(used)
        return Installation(node.path, engine_folder(lean), folder)

    @cached_property
    def axioms(self) -> frozenset[str]:
        """The axioms of the interface of Mathlib, by name. Theorems may rest on these and on Lean's
        own three.
        """
        return axioms_of(self.installation.library)

    @cached_property
    def _pool(self) -> Pool:
        return Pool(self.installation)

    def check(
        self, bodies: Sequence[str], *, timeout: float, on_run: OnRun = ignore
    ) -> list[LeanRun]:
        """Elaborates each body separately; see `LeanBackend.check`. `#print axioms` lists only true
        axioms.
        """
        runs: list[LeanRun] = []

        def note(run: LeanRun) -> None:
            runs.append(run)
            on_run(len(runs) - 1, run)

        # Restart a resident that breaks off once; after that, use Leans of this process.
        for start in (False, True):
            if len(runs) < len(bodies) and self._resident_wanted:
                try:
                    self._ask_resident(
                        Request(tuple(bodies[len(runs) :]), timeout), note, start=start
                    )
                except client.NoResidentError:
                    self._resident_wanted = not start
        if len(runs) < len(bodies):
            for run in self._pool.elaborate(bodies[len(runs) :], timeout=timeout):
                note(run)
        return runs

    def keep(self, source: str, body: str, *, timeout: float) -> None:
        """Keeps nothing: there is no project."""

    def _ask_resident(
        self, request: Request, on_run: Callable[[LeanRun], None], *, start: bool
    ) -> None:
        path = client.socket_path(self.identity)
        if start:
            client.start(path, self.installation)
        client.ask(path, request, on_run)

    def close(self) -> None:
        """Ends what this backend started, except a resident."""
        if "_pool" in self.__dict__:
            self._pool.close()
