"""Runs Lake: a process in a group of its own, which does not outlive its time or its caller."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.groups import end_group


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command wrote, its exit status, and why it did not finish, if it did not."""

    output: str
    errors: str
    status: int
    failure: str | None = None


def run(command: Sequence[str], folder: Path, timeout: float) -> Ended:
    """The command, run in `folder` for at most `timeout` seconds. Raises `EnvironmentFailure` if it
    cannot be started.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise EnvironmentFailure(f"lake could not be started: {error.strerror}.") from error
    failure: str | None = None
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        end_group(process)
        output, errors = process.communicate()
        failure = f"lake took longer than {timeout:g} s"
    except BaseException:
        end_group(process)
        process.communicate()
        raise
    if failure is None and process.returncode < 0:
        failure = f"lake was killed by signal {-process.returncode}"
    return Ended(
        output.decode("utf-8", "replace"),
        errors.decode("utf-8", "replace"),
        process.returncode,
        failure,
    )
