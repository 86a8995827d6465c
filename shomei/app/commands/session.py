"""What the commands that check have in common: a `Checker`, with a display of its progress and a
voice for what is no report.
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
        """The report on one file; nothing of the progress display is left after it."""
        try:
            return self.checker.check(path)
        finally:
            self.display.clear()


@contextmanager
def session(arguments: argparse.Namespace) -> Iterator[Session]:
    """Opens what a check needs. Raises `EnvironmentFailure` where the backend that was asked for is
    not there.
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
