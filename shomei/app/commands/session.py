"""Shared by the commands that check: a `Checker`, with a progress display and a channel for
messages outside the report.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from shomei.api.checker import Checker
from shomei.app.commands.display import Display
from shomei.report.escape import one_line
from shomei.verdicts.clock import Clock
from shomei.verdicts.model import Report


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


@contextmanager
def session(arguments: argparse.Namespace) -> Iterator[Session]:
    """Opens everything that a check needs. Raises `EnvironmentFailure` if the requested backend is
    missing.
    """
    display = Display()

    def tell(message: str) -> None:
        display.clear()
        print(f"shomei: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201

    checker = Checker(
        backend=arguments.backend,
        ledger=not arguments.no_ledger,
        timeout=arguments.timeout,
        progress=display.progress,
        on_set_up=display.set_up,
        on_warning=lambda message: tell(f"warning: {message}"),
    )
    with checker:
        try:
            yield Session(checker, display, tell)
        finally:
            display.clear()
