"""Checks texts in the background, the last one that changed first: one thread, with one Lean and
one ledger, so that the editor never waits.

A check begins once a text has not changed for a moment, and is given up as soon as it changes
again. What numbers say comes first; then Lean's verdicts, as they come.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shomei.api.checker import Checker
from shomei.lean.backend import EnvironmentFailure
from shomei.lean.choose import BackendName
from shomei.parser.suffixes import KINDS, kind_of
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import NO_LEAN, Report

#: How long a text must stay as it is before it is checked, in seconds.
DEBOUNCE: Final = 0.15


class GivenUpError(Exception):
    """The text has changed, and nobody waits for this check."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A version of a text. `name` is its path, or what stands for it."""

    uri: str
    version: int
    name: str
    text: str


#: Receives a report on a version of a text, and whether it is the last one.
Told = Callable[[Wanted, Report, bool], None]


class Worker:
    """Started once. `want` may be called from any thread; `told` is called in the worker's own."""

    def __init__(
        self,
        told: Told,
        *,
        backend: BackendName = "auto",
        fast: bool = False,
        macros: Mapping[str, str] | None = None,
        house: Sequence[str] = (),
        debounce: float = DEBOUNCE,
        on_set_up: Callable[[str], None] | None = None,
    ) -> None:
        self._told = told
        self._backend: BackendName = backend
        self._fast = fast
        self._macros = macros
        self._house = house
        self._debounce = debounce
        self._on_set_up = on_set_up
        self._changed = threading.Condition()
        self._waiting: dict[str, tuple[float, Wanted]] = {}
        self._versions: dict[str, int] = {}
        self._current: Wanted | None = None
        self._ends = False
        self._thread = threading.Thread(target=self._run, name="shomei-check", daemon=True)
        self._thread.start()

    def want(self, wanted: Wanted) -> None:
        """Has this version checked, and gives up those before it."""
        with self._changed:
            self._waiting[wanted.uri] = (time.monotonic() + self._debounce, wanted)
            self._versions[wanted.uri] = wanted.version
            self._changed.notify()

    def forget(self, uri: str) -> None:
        """Nobody has the text open any more."""
        with self._changed:
            self._waiting.pop(uri, None)
            self._versions.pop(uri, None)

    def close(self) -> None:
        """Ends the thread after what it is doing now."""
        with self._changed:
            self._ends = True
            self._changed.notify()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        # SQLite's connections belong to the thread that opens them, so all is opened in this one.
        quick = Checker(
            fast=True,
            macros=self._macros,
            house=self._house,
            preview=lambda _: None,
            progress=self._watch,
        )
        whole: Checker | None = None
        try:
            while (wanted := self._next()) is not None:
                try:
                    self._tell(wanted, quick, last=self._fast)
                    if not self._fast:
                        if whole is None:
                            whole = self._open()
                        self._tell(wanted, whole, last=True)
                except GivenUpError:
                    continue
                except EnvironmentFailure as failure:
                    problem = Diagnostic("environment", str(failure))
                    self._told(wanted, Report(wanted.name, NO_LEAN, problems=(problem,)), True)
        finally:
            quick.close()
            if whole is not None:
                whole.close()

    def _open(self) -> Checker:
        return Checker(
            backend=self._backend,
            macros=self._macros,
            house=self._house,
            progress=self._watch,
            preview=self._preview,
            on_set_up=self._on_set_up,
        )

    def _tell(self, wanted: Wanted, checker: Checker, *, last: bool) -> None:
        self._current = wanted
        suffix = next((each for each in KINDS if wanted.name.lower().endswith(each)), ".txt")
        if kind_of(f"x{suffix}") == "notebook":
            return  # an editor has the cells of a notebook as texts of their own
        report = checker.check(wanted.text, suffix=suffix)
        self._watch()
        self._told(wanted, replace(report, path=wanted.name), last)

    def _preview(self, report: Report) -> None:
        self._watch()
        if self._current is not None:
            self._told(self._current, replace(report, path=self._current.name), False)

    def _watch(self, *_progress: object) -> None:
        """Raises `GivenUpError` if the text has changed since."""
        with self._changed:
            wanted = self._current
            if self._ends or (
                wanted is not None and self._versions.get(wanted.uri) != wanted.version
            ):
                raise GivenUpError

    def _next(self) -> Wanted | None:
        """The next text to check; None at the end."""
        with self._changed:
            while not self._ends:
                if not self._waiting:
                    self._changed.wait()
                    continue
                due, wanted = min(self._waiting.values(), key=lambda each: each[0])
                left = due - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                    continue
                del self._waiting[wanted.uri]
                return wanted
        return None
