"""What the commands that check have in common: the stages, one Lean, one ledger and one progress
display for all files of a call.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from shomei.app.commands.display import Display
from shomei.app.identity import tool_identity
from shomei.lean.axioms import AxiomAudit
from shomei.lean.backend import EnvironmentFailure, LeanBackend
from shomei.lean.choose import choose
from shomei.ledger import LEDGER_NAME, NO_LEDGER, Ledger, open_ledger
from shomei.report.escape import one_line
from shomei.verdicts.clock import Clock
from shomei.verdicts.model import EXIT_VERIFIED, Problem, Report, exit_code

#: Larger files are left to the parser, which refuses them.
MAX_TEXT = 4 * 1024 * 1024

#: How long one step may be tried with numbers, in seconds.
REFUTE_SECONDS = 1.0


@dataclass(slots=True)
class Session:
    """Open until the call ends. `tell` writes one line to standard error; `timeout` is for Lean, in
    seconds a batch.
    """

    backend: LeanBackend
    audit: AxiomAudit
    ledger: Ledger
    timeout: float
    display: Display
    tell: Callable[[str], None]
    clock: Clock = field(default_factory=Clock)

    def check(self, path: Path) -> Report:
        """The report on one file; what goes wrong in the environment is in it, so that the other
        files are still looked at.
        """
        try:
            kept = self._kept(path)
            return self._checked(path) if kept is None else kept
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
        return Report(str(path), self.backend.name, problems=(Problem("environment", message),))

    def _kept(self, path: Path) -> Report | None:
        """The report on this very text from before, if all of it was verified, by this very Shomei
        and this very Lean.
        """
        text = _small_text(path)
        if text is None or self.ledger is NO_LEDGER:
            return None
        clock = Clock()
        with clock.stage("ledger"):
            try:
                kept = self.ledger.find_report(self._report_key(path, text))
            except EnvironmentFailure:
                return None  # no Lean; but a file that does not parse is told that first
            if kept is None:
                return None
            from shomei.report import archive

            try:
                report = archive.load(kept, path=str(path), source=text)
            except ValueError:
                return None
        return (
            replace(report, seconds=clock.listed())
            if exit_code([report]) == EXIT_VERIFIED
            else None
        )

    def _checked(self, path: Path) -> Report:
        # Imported here, since a file that has not changed needs none of it.
        from shomei.emitter.emit import VERSION
        from shomei.report import archive
        from shomei.verdicts.prove import Prover
        from shomei.verdicts.run import check
        from shomei.verdicts.wiring import stages

        prover = Prover(self.backend, self.audit, self.ledger, self.timeout, VERSION)
        report = check(path, stages(), prover, self.display.progress, refute_seconds=REFUTE_SECONDS)
        if exit_code([report]) == EXIT_VERIFIED:
            self.ledger.record_report(self._report_key(path, report.text), archive.dump(report))
        return report

    def _report_key(self, path: Path, text: str) -> str:
        digest = hashlib.sha256()
        for part in ("shomei report 1", tool_identity(), self.backend.identity, path.suffix, text):
            encoded = part.encode("utf-8", "surrogateescape")
            digest.update(len(encoded).to_bytes(8, "big"))
            digest.update(encoded)
        return digest.hexdigest()


def _small_text(path: Path) -> str | None:
    """The file's text, where it is a regular file of a size that the parser would take."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_TEXT:
            return None
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None  # the parser says what is wrong with it


@contextmanager
def session(arguments: argparse.Namespace) -> Iterator[Session]:
    """Opens what a check needs. Raises `EnvironmentFailure` where the backend that was asked for is
    not there.
    """
    display = Display()

    def tell(message: str) -> None:
        display.clear()
        print(f"shomei: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201

    with ExitStack() as ends:
        ledger = _ledger(tell, wanted=not arguments.no_ledger)
        ends.callback(ledger.close)
        backend, audit = choose(arguments.backend, display.set_up)
        ends.callback(backend.close)
        ends.callback(display.clear)
        yield Session(backend, audit, ledger, arguments.timeout, display, tell)


def _ledger(tell: Callable[[str], None], *, wanted: bool) -> Ledger:
    if not wanted:
        return NO_LEDGER
    from shomei.lean.portable.cache import cache_folder

    try:
        folder = cache_folder()
    except (EnvironmentFailure, OSError) as failure:
        tell(f"warning: no ledger of verified steps is kept: {failure}")
        return NO_LEDGER
    return open_ledger(folder / LEDGER_NAME, lambda message: tell(f"warning: {message}"))
