"""The client of the resident process: finding it, starting it, and giving it up if it does not
answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from shomei.lean.backend import LeanRun
from shomei.lean.portable import sockets
from shomei.lean.portable.process import Installation
from shomei.lean.portable.protocol import (
    SILENCE,
    Line,
    ProtocolError,
    Request,
    read_run,
    write_request,
)

#: A resident leaves after this many seconds without a request.
IDLE_SECONDS = 10 * 60.0
#: From the start of a resident to its socket.
_APPEARANCE_SECONDS = 30.0


class NoResidentError(Exception):
    """No resident answers, so the caller goes on without one. The message says why."""


def socket_path(identity: str) -> Path:
    """The socket of the resident of `identity`. Raises `NoResidentError` if there is no safe place
    for it.
    """
    try:
        return sockets.socket_folder() / f"{identity}.sock"
    except (OSError, sockets.ForeignSocketError) as error:
        raise NoResidentError(str(error)) from error


def _nobody(_run: LeanRun) -> None:
    pass


def ask(path: Path, request: Request, on_run: Callable[[LeanRun], None] = _nobody) -> list[LeanRun]:
    """The answers of the resident at `path` on the bodies of the request; `on_run` receives each
    run as it comes.

    Raises `NoResidentError` if none listens, if it breaks off, or if it has no Lean.
    """
    try:
        with sockets.connect(path, timeout=SILENCE) as connection:
            line = Line(connection)
            line.send(write_request(request))
            runs: list[LeanRun] = []
            for _ in request.bodies:
                runs.append(_next_run(line))
                on_run(runs[-1])
            return runs
    except (OSError, ProtocolError, sockets.ForeignSocketError) as error:
        raise NoResidentError(str(error)) from error


def _next_run(line: Line) -> LeanRun:
    while True:
        match line.receive():
            case {"run": run}:
                return read_run(run)
            case {"wait": True}:
                pass
            case {"failure": str(failure)}:
                raise NoResidentError(failure)
            case _:
                raise ProtocolError("this is not an answer")


def start(path: Path, installation: Installation, *, idle_seconds: float = IDLE_SECONDS) -> None:
    """Starts a resident at `path` and waits until it listens. Unused residents of other identities
    are asked to leave.

    Raises `NoResidentError` if it does not appear.
    """
    _ask_others_to_leave(path)
    places = [
        str(path),
        installation.node,
        str(installation.engine),
        str(installation.library),
        str(idle_seconds),
    ]
    quiet = subprocess.DEVNULL
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            [str(Path(__file__).parents[3]), *filter(None, [os.environ.get("PYTHONPATH")])]
        ),
    }
    command = [sys.executable, "-m", "shomei.lean.portable.resident", *places]
    try:
        subprocess.run(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            cwd="/",
            env=environment,
            timeout=_APPEARANCE_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NoResidentError(f"it does not start: {error}") from error


def leave(path: Path) -> None:
    """Asks the resident at `path` to leave, which it does if nobody uses it."""
    try:
        with sockets.connect(path, timeout=1) as connection:
            Line(connection).send({"leave": True})
    except (OSError, sockets.ForeignSocketError):
        pass


def _ask_others_to_leave(path: Path) -> None:
    for other in path.parent.glob("*.sock"):
        if other != path:
            leave(other)
