"""Checks files on the workers of a Dask cluster, each with a Lean of its own.

In: paths, the address of a scheduler and the options of the check. Out: the same reports as without
a cluster, in the order of the paths. What a worker had begun when it died is given to another one.
A verdict counts as the worker gives it: the cluster must be your own. Files are read here, so the
workers need no disk in common, only this version of Shomei.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, Final

from shomei.api.checker import Checker
from shomei.api.identity import tool_identity
from shomei.api.source import SUFFIXES
from shomei.lean.backend import EnvironmentFailure
from shomei.lean.choose import BackendName
from shomei.terms.diagnostics import Diagnostic
from shomei.verdicts.model import NO_LEAN, Report

#: How long to wait for a scheduler, and for a worker where there is none, in seconds.
PATIENCE: Final = 30.0
#: How often to look whether there are workers still.
_GLANCE: Final = 5.0
#: The thread's own `Checker`, with the options that it was made for.
_here = threading.local()


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a check that its verdicts depend on."""

    backend: BackendName
    ledger: bool
    timeout: float
    fast: bool
    macros: tuple[tuple[str, str], ...] = ()
    house: tuple[str, ...] = ()


def checked(identity: str, name: str, text: str, options: Options) -> Report:
    """The report on one text; what a worker does."""
    if identity != tool_identity():
        return _failed(name, f"the worker on {socket.gethostname()} has another version of Shomei")
    if getattr(_here, "options", None) != options:
        if hasattr(_here, "checker"):
            _here.checker.close()
        _here.checker = Checker(
            backend=options.backend,
            ledger=options.ledger,
            timeout=options.timeout,
            fast=options.fast,
            macros=dict(options.macros),
            house=options.house,
        )
        _here.options = options
    suffix = PurePath(name).suffix.lower()
    checker: Checker = _here.checker
    report = checker.check(text, suffix=suffix if suffix in SUFFIXES else SUFFIXES[0])
    return replace(report, path=name)


def check_all(
    texts: Mapping[str, str],
    address: str,
    options: Options,
    done: Callable[[str, int, int], None],
) -> dict[str, Report]:
    """The reports on the texts, by their names; `done` is told each as it comes, with its number
    and theirs. Raises `EnvironmentFailure` if there is no such cluster, or no worker is left.
    """
    from distributed import Client, wait

    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise EnvironmentFailure(f"There is no scheduler at {address} ({error}).") from None
    with client:
        identity = tool_identity()
        # Impure: what a worker has answered before says nothing about its disk and its Lean now.
        futures: dict[Any, str] = {
            client.submit(checked, identity, name, text, options, pure=False): name
            for name, text in texts.items()
        }
        reports: dict[str, Report] = {}
        waiting = set(futures)
        alone = 0.0
        while waiting:
            try:
                finished = wait(list(waiting), timeout=_GLANCE, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                alone = 0.0 if client.nthreads() else alone + _GLANCE
                if alone >= PATIENCE:
                    raise EnvironmentFailure(f"No worker is left at {address}.") from None
                continue
            alone = 0.0
            for future in finished:
                name = futures[future]
                reports[name] = _result(future, name)
                done(name, len(reports), len(texts))
            waiting -= finished
    return reports


def _result(future: Any, name: str) -> Report:
    if future.status == "finished":
        report: Report = future.result()
        return report
    error = future.exception() if future.status == "error" else None
    what = type(error).__name__ if error is not None else future.status
    return _failed(name, f"no worker came to an end with it ({what})")


def _failed(name: str, message: str) -> Report:
    return Report(name, NO_LEAN, problems=(Diagnostic("environment", message),))


def on_cluster(
    paths: Sequence[Path],
    checker: Checker,
    address: str,
    options: Options,
    done: Callable[[str, int, int], None],
) -> list[Report]:
    """The reports on files, in order. What the ledger knows is not checked again, and what is
    verified now is kept in it; a file that cannot be read is reported without a worker.
    """
    found: dict[str, Report] = {}
    texts: dict[str, str] = {}
    for path in paths:
        known = checker.known(path)
        text = None if known is not None else checker.text_of(path)
        if known is not None or text is None:
            found[str(path)] = known if known is not None else checker.check(path)
        else:
            texts[str(path)] = text
    if texts:
        for name, report in check_all(texts, address, options, done).items():
            checker.adopt(Path(name), report)
            found[name] = report
    return [found[str(path)] for path in paths]
