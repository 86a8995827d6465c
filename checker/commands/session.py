"""What the commands that check have in common: the stages, one Lean, one ledger and one progress display for all files of a call."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from checker.commands.display import Display
from checker.lean.backend import EnvironmentFailure
from checker.lean.choose import choose
from checker.ledger import LEDGER_NAME, NO_LEDGER, Ledger, open_ledger
from checker.prove import Prover
from checker.report.escape import one_line
from checker.report.model import FileReport, Problem
from checker.run import Clock, check
from checker.stages import Stages
from checker.wiring import stages
from emitter.emit import VERSION as EMITTER_VERSION

#: How long one step may be tried with numbers, in seconds.
REFUTE_SECONDS = 1.0


@dataclass(slots=True)
class Session:
    """Open until the call ends. `tell` writes one line to standard error."""

    stages: Stages
    prover: Prover
    display: Display
    tell: Callable[[str], None]
    clock: Clock = field(default_factory=Clock)

    def check(self, path: Path) -> FileReport:
        """The report on one file; what goes wrong in the environment is in it, so that the other files are still looked at."""
        try:
            return check(path, self.stages, self.prover, self.display.progress, refute_seconds=REFUTE_SECONDS)
        except EnvironmentFailure as failure:
            message = str(failure)
        except OSError as error:
            message = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        except MemoryError:
            message = "there is not enough memory"
        except RecursionError:
            message = "an expression is nested too deep"
        finally:
            self.display.clear()
        return FileReport(str(path), self.prover.backend.name, problems=(Problem("environment", message),))


@contextmanager
def session(arguments: argparse.Namespace) -> Iterator[Session]:
    """Opens what a check needs. Raises `EnvironmentFailure` where the backend that was asked for is not there."""
    display = Display()

    def tell(message: str) -> None:
        display.clear()
        print(f"shomei: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201

    ledger = _ledger(tell, wanted=not arguments.no_ledger)
    try:
        backend, audit = choose(arguments.backend, display.set_up)
        prover = Prover(backend, audit, ledger, arguments.timeout, EMITTER_VERSION)
        yield Session(stages(), prover, display, tell)
    finally:
        display.clear()
        ledger.close()


def _ledger(tell: Callable[[str], None], *, wanted: bool) -> Ledger:
    if not wanted:
        return NO_LEDGER
    from checker.lean.portable.cache import cache_folder

    try:
        folder = cache_folder()
    except (EnvironmentFailure, OSError) as failure:
        tell(f"warning: no ledger of verified steps is kept: {failure}")
        return NO_LEDGER
    return open_ledger(folder / LEDGER_NAME, lambda message: tell(f"warning: {message}"))
