"""Shared by the commands that check: a `Checker`, with a progress display and a channel for
messages outside the report.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from shomei.api.checker import MAX_TEXT, TIMEOUT, Checker
from shomei.api.source import SUFFIXES
from shomei.app.commands.display import Display
from shomei.app.sources import STDIN
from shomei.report.escape import one_line
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.clock import Clock
from shomei.verdicts.model import NO_LEAN, Report


@dataclass(slots=True)
class Session:
    """Open until the call ends. `tell` writes one line to standard error."""

    checker: Checker
    display: Display
    tell: Callable[[str], None]
    clock: Clock = field(default_factory=Clock)

    def check(self, path: Path) -> Report:
        """The report on one file. The progress display is removed afterwards."""
        try:
            return self.checker.check(path)
        finally:
            self.display.clear()

    def check_input(self, name: str) -> Report:
        """The report on what standard input holds, which is read as a file of this name."""
        data = sys.stdin.buffer.read(MAX_TEXT + 1)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            problem = Diagnostic("input", f"is not UTF-8: byte {error.start}")
            return Report(name, NO_LEAN, problems=(problem,))
        suffix = PurePath(name).suffix.lower()
        try:
            report = self.checker.check(text, suffix=suffix if suffix in SUFFIXES else ".txt")
            return replace(report, path=name)
        finally:
            self.display.clear()

    def check_all(self, paths: Sequence[Path], stdin_name: str) -> list[Report]:
        """The reports on all files, with the progress through them shown."""
        reports = []
        for number, path in enumerate(paths, 1):
            name = stdin_name if str(path) == STDIN else str(path)
            self.display.file(name, number, len(paths))
            reports.append(self.check_input(stdin_name) if str(path) == STDIN else self.check(path))
        return reports

    def check_on_cluster(
        self, paths: Sequence[Path], arguments: argparse.Namespace
    ) -> list[Report]:
        """The reports on all files, from the workers of a cluster."""
        from shomei.app.cluster import Options, on_cluster

        options = Options(
            backend=arguments.backend or "auto",
            ledger=not arguments.no_ledger,
            timeout=arguments.timeout or TIMEOUT,
            fast=arguments.fast,
            macros=tuple(sorted((getattr(arguments, "macros", None) or {}).items())),
            house=tuple(getattr(arguments, "house", None) or ()),
        )
        try:
            return on_cluster(
                paths, self.checker, arguments.cluster, options, self.display.file_done
            )
        finally:
            self.display.clear()


@contextmanager
def session(arguments: argparse.Namespace) -> Iterator[Session]:
    """Opens everything that a check needs. Raises `EnvironmentFailure` if the requested backend is
    missing.
    """
    display = Display(silent=getattr(arguments, "quiet", False))

    def tell(message: str) -> None:
        display.clear()
        print(f"shomei: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201

    checker = Checker(
        backend=arguments.backend or "auto",
        ledger=not arguments.no_ledger,
        timeout=arguments.timeout or TIMEOUT,
        fast=getattr(arguments, "fast", False),
        macros=getattr(arguments, "macros", None),
        house=getattr(arguments, "house", ()),
        hand_over=getattr(arguments, "emit", None) is not None,
        progress=display.progress,
        on_set_up=display.set_up,
        on_warning=lambda message: tell(f"warning: {message}"),
    )
    with checker:
        try:
            yield Session(checker, display, tell)
        finally:
            display.clear()
