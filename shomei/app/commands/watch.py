"""`shomei watch PATH…`: checks at once, and again whenever a file is saved, with one Lean and one
ledger kept open.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from shomei.app.commands.check import publish
from shomei.app.commands.session import Session, session
from shomei.app.commands.settling import settled
from shomei.app.watch import changed, folders_of
from shomei.verdicts.model import EXIT_INPUT


def run(arguments: argparse.Namespace) -> int:
    """Runs until Ctrl-C. Exit status 2 if none of the named files has a folder that can be
    watched.
    """
    paths = [Path(path) for path in arguments.paths]
    if not settled(arguments):
        return EXIT_INPUT
    with session(arguments) as checking:
        missing = [path for path in paths if not path.absolute().parent.is_dir()]
        if missing:
            checking.tell(f"{missing[0]}: there is no such folder")
            return EXIT_INPUT
        _check(paths, arguments, checking)
        import watchfiles

        for changes in watchfiles.watch(
            *folders_of(paths), recursive=False, raise_interrupt=True, debounce=100, step=50
        ):
            names = {Path(name) for _, name in changes}
            if again := changed(paths, names):
                _check(again, arguments, checking)
            for path in paths:
                if path not in again and not path.exists() and path.absolute() in names:
                    checking.tell(f"{path} is gone; it is checked again once it is back")
    return 0


def _check(paths: list[Path], arguments: argparse.Namespace, checking: Session) -> None:
    begun = time.perf_counter()
    publish([checking.check(path) for path in paths], arguments, checking)
    checking.tell(
        f"checked in {time.perf_counter() - begun:.1f} s; waiting for a change (Ctrl-C ends)"
    )
