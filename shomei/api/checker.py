"""Checks derivations with one Lean and one ledger."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from shomei.api.identity import tool_identity
from shomei.api.macros import definitions
from shomei.api.source import derivation
from shomei.lean.backend import EnvironmentFailure, LeanBackend
from shomei.lean.choose import BACKENDS, BackendName, choose
from shomei.ledger import LEDGER_NAME, NO_LEDGER, Ledger, open_ledger
from shomei.storage import content_key
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.clock import Clock
from shomei.verdicts.model import NO_LEAN, Report, Text

if TYPE_CHECKING:  # an unchanged file needs none of the stages
    from shomei.verdicts.reporting import Findings
    from shomei.verdicts.stages import Stages

#: Larger files go straight to the parser, which refuses them.
MAX_TEXT: Final = 4 * 1024 * 1024
#: How long one step may be tried with numbers, in seconds.
REFUTE_SECONDS: Final = 1.0
#: How long Lean may take for one batch of steps, in seconds, unless the caller says otherwise.
TIMEOUT: Final = 600.0


def check(
    source: str | os.PathLike[str],
    *,
    suffix: str | None = None,
    backend: BackendName = "auto",
    ledger: bool = True,
    timeout: float = TIMEOUT,
    fast: bool = False,
    macros: Mapping[str, str] | None = None,
    house: Sequence[str] = (),
    progress: Callable[[str, int, int], None] | None = None,
) -> Report:
    """Checks one derivation with Lean and reports on each of its steps.

    `source` is a path or a text. An `os.PathLike` is always a file. A `str` is a file if it is one
    line that ends in `.txt`, `.md`, `.markdown` or `.tex`, else the derivation itself. With
    `suffix`, one of those four, a `str` is always a text in that format. Pass it for any text that
    is not your own, so that the text cannot name a file.

    The other arguments are those of `Checker`, which checks several derivations with one Lean.
    Problems with the derivation or the machine raise no exception; they are in `Report.problems`.
    Raises `EnvironmentFailure` if `backend` is "lake" and there is none, `ValueError` for invalid
    arguments.
    """
    with Checker(
        backend=backend,
        ledger=ledger,
        timeout=timeout,
        fast=fast,
        macros=macros,
        house=house,
        progress=progress,
    ) as checker:
        return checker.check(source, suffix=suffix)


class Checker:
    """Checks derivations one after the other, with one Lean and one ledger kept open between them.

    A context manager: at its end it also ends the Lean that it has started. (The portable Lean
    stays in the background for ten minutes, for the next check, unless `SHOMEI_RESIDENT=0`
    is set.) Not thread-safe.
    """

    def __init__(
        self,
        *,
        backend: BackendName = "auto",
        ledger: bool = True,
        timeout: float = TIMEOUT,
        fast: bool = False,
        macros: Mapping[str, str] | None = None,
        house: Sequence[str] = (),
        progress: Callable[[str, int, int], None] | None = None,
        preview: Callable[[Report], None] | None = None,
        on_set_up: Callable[[str], None] | None = None,
        on_warning: Callable[[str], None] | None = None,
        hand_over: bool = False,
    ) -> None:
        """Opens everything that a check needs.

        `backend` is "lake" (native Lean with Mathlib), "portable" (the Lean that Shomei brings with
        it), or "auto": lake if it and a built Mathlib are found, else portable. With `ledger`,
        steps that were verified before are not checked again, and those verified now are recorded
        in the user's cache folder. `timeout` is in seconds, for each batch of steps that Lean gets.
        `fast`: Lean is not asked, so that no step is `verified`: it is `plausible` where numbers
        and sympy do not speak against it. `macros` are commands that every derivation may use, by
        their names without a backslash, with `#1` … `#9` for their arguments. `house` are lines
        such as `assume x > 0` and `let n \\in \\mathbb{N}` that hold in every derivation; each
        verdict names those that it rests on.

        `preview` receives the report as far as it is known, each time that Lean has answered; a
        step that waits for Lean is `plausible` in it. `progress` receives a stage ("refute",
        "lean"), the number of its steps that are done and the number of its steps. `on_set_up`
        receives the milestones of the first set-up, which takes minutes, and `on_warning` the
        reason why no ledger is kept. With `hand_over` the `lean` of a report is the namespace that
        `--emit` writes, in place of the theorems as they were checked.

        Raises `EnvironmentFailure` if "lake" is requested and there is none, `ValueError` for a
        backend that is unknown, a timeout that is not positive or a macro that is none.
        """
        if backend not in BACKENDS:
            raise ValueError(f"{backend!r} is no backend: {', '.join(BACKENDS)}")
        if not timeout > 0:
            raise ValueError(f"{timeout!r} is not a positive number of seconds")
        self._timeout = timeout
        self._macros = definitions(macros or {})
        self._house = tuple(house)
        self._progress = progress or _no_progress
        self._preview = preview
        self._hand_over = hand_over
        self._stages: Stages | None = None
        with ExitStack() as ends:
            kept = ledger and not fast
            self._ledger = _ledger(on_warning or _nothing) if kept else NO_LEDGER
            ends.callback(self._ledger.close)
            self._lean = None if fast else choose(backend, on_set_up or _nothing)
            if self._lean is not None:
                ends.callback(self._lean[0].close)
            self._ends = ends.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the Lean and closes the ledger."""
        self._ends.close()

    def check(self, source: str | os.PathLike[str], *, suffix: str | None = None) -> Report:
        """The report on one derivation, given as for `shomei.check`. A failure of the environment
        is a problem of the report, so that others can still be checked.
        """
        wanted = derivation(source, suffix)
        try:
            kept = self._kept(wanted)
            return self._checked(wanted) if kept is None else kept
        except EnvironmentFailure as failure:
            message = str(failure)
        except OSError as error:
            message = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        except MemoryError:
            message = "there is not enough memory"
        except RecursionError:
            message = "an expression is nested too deep"
        problem = Diagnostic("environment", message)
        name = self._lean[0].name if self._lean is not None else NO_LEAN
        return Report(_name(wanted), name, problems=(problem,))

    def known(self, path: Path) -> Report | None:
        """The report on a file whose very text was verified completely before; else None."""
        return self._kept(path)

    @staticmethod
    def text_of(path: Path) -> str | None:
        """The text of a file, if it is a regular one in UTF-8 that is not too long; else None, and
        `check` says what is wrong with it.
        """
        return _small_text(path)

    def adopt(self, path: Path, report: Report) -> None:
        """Keeps the report of a `Checker` elsewhere, as if this one had made it, so that the
        unchanged file need not be checked again. That one must be trusted as this one is.
        """
        if report.verified and self._lean is not None:
            with suppress(EnvironmentFailure):  # no Lean here to be the same as the one there
                key = self._report_key(path, report.text, self._lean[0])
                from shomei.report import archive

                self._ledger.record_report(key, archive.dump(report))

    def _kept(self, source: Path | Text) -> Report | None:
        """The stored report on this very text, if all of it was verified by this very Shomei and
        this very Lean.
        """
        text = _small_text(source)
        if text is None or self._ledger is NO_LEDGER or self._lean is None:
            return None
        clock = Clock()
        with clock.stage("ledger"):
            try:
                kept = self._ledger.find_report(self._report_key(source, text, self._lean[0]))
            except EnvironmentFailure:
                return None  # there is no Lean, but report first if the file does not parse
            if kept is None:
                return None
            from shomei.report import archive

            try:
                report = archive.load(kept, path=_name(source), source=text)
            except ValueError:
                return None
        return replace(report, seconds=clock.listed()) if report.verified else None

    def _checked(self, source: Path | Text) -> Report:
        # Imported here, since an unchanged file needs none of it.
        from shomei.emitter.emit import VERSION
        from shomei.report import archive
        from shomei.verdicts.prove import Prover
        from shomei.verdicts.run import check
        from shomei.verdicts.wiring import stages

        prover = (
            None
            if self._lean is None
            else Prover(*self._lean, self._ledger, self._timeout, VERSION)
        )
        if self._stages is None:
            remember = self._preview is not None
            self._stages = stages(remember=remember, macros=self._macros, house=self._house)
        report = check(
            source,
            self._stages,
            prover,
            self._progress,
            refute_seconds=REFUTE_SECONDS,
            preview=self._preview,
            write=self._write,
        )
        if report.verified and self._lean is not None:
            key = self._report_key(source, report.text, self._lean[0])
            self._ledger.record_report(key, archive.dump(report))
        return report

    @property
    def _write(self) -> Callable[[Report, Findings], str] | None:
        if not self._hand_over or self._lean is None:
            return None
        from shomei.handover import hand_over

        backend = self._lean[0]
        return lambda report, found: hand_over(report, found, backend, self._timeout)

    def _report_key(self, source: Path | Text, text: str, lean: LeanBackend) -> str:
        suffix = Path(_name(source)).suffix
        return content_key(
            (
                "shomei report 1",
                tool_identity(),
                lean.identity,
                suffix,
                self._macros,
                "hand-over" if self._hand_over else "",
                *self._house,
                text,
            )
        )


def _name(source: Path | Text) -> str:
    return source.name if isinstance(source, Text) else str(source)


def _small_text(source: Path | Text) -> str | None:
    """The text, if its size is within the parser's limit and a file is a regular one."""
    if isinstance(source, Text):
        return source.text if len(source.text) <= MAX_TEXT else None
    try:
        if not source.is_file() or source.stat().st_size > MAX_TEXT:
            return None
        return source.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None  # the parser reports what is wrong with it


def _ledger(warn: Callable[[str], None]) -> Ledger:
    from shomei.lean.portable.cache import cache_folder

    try:
        folder = cache_folder()
    except (EnvironmentFailure, OSError) as failure:
        warn(f"no ledger of verified steps is kept: {failure}")
        return NO_LEDGER
    return open_ledger(folder / LEDGER_NAME, warn)


def _nothing(_message: str) -> None:
    pass


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    pass
