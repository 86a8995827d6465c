"""The progress display on standard error: a bar on a terminal; elsewhere only the milestones of the
set-up.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from shomei.report.escape import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

#: Nothing is drawn before this many seconds have passed: a quick check should not flicker.
_PATIENCE: Final = 0.4

#: How much of a file's name is shown, in cells.
_WIDEST: Final = 40

_NAMES: Final = {"refute": "trying numbers", "lean": "asking Lean"}


class Display:
    """Made once for a call. Rich is imported only if there is a bar to draw."""

    def __init__(self, *, silent: bool = False) -> None:
        self._begun = time.monotonic()
        self._silent = silent
        self._is_terminal = sys.stderr.isatty() and not silent
        self._file = ""
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def file(self, name: str, number: int, total: int) -> None:
        """The check of a file begins, the one with this number of `total`."""
        if not self._is_terminal:
            return
        from shomei.report.excerpt import crop

        place = f" ({number} of {total})" if total > 1 else ""
        self._file = f"{crop(one_line(name), _WIDEST)}{place}: "

    def file_done(self, name: str, number: int, total: int) -> None:
        """A file is checked somewhere else, as the one with this number of `total`."""
        if self._is_terminal:
            from shomei.report.excerpt import crop

            self._show(crop(one_line(name), _WIDEST), number, total)

    def progress(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` are done in `stage`."""
        if self._is_terminal and total and time.monotonic() - self._begun > _PATIENCE:
            self._show(self._file + _NAMES.get(stage, stage), done, total)

    def set_up(self, milestone: str) -> None:
        """A part of the set-up begins. It takes minutes, so it is reported on any standard
        error.
        """
        if self._is_terminal:
            self._show(f"set-up: {milestone}", 0, None)
        elif not self._silent:
            print(f"shomei: set-up: {milestone}", file=sys.stderr, flush=True)  # noqa: T201

    def clear(self) -> None:
        """Removes the bar, if there is one."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = self._task = None

    def _show(self, name: str, done: int, total: int | None) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task(name, total=total)
        if self._task is not None:
            self._bar.update(self._task, description=name, completed=done, total=total)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
