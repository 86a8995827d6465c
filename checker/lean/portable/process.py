"""One cold run of the portable Lean: a new Node process, from its start to its end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.lean.backend import EnvironmentFailure, LeanMessage
from checker.lean.portable.messages import parse_messages

#: Lean recurses deeply on V8's stack, whose own default is 1 MB: this many MB, with the operating system's limit raised to more.
STACK_MEGABYTES = 200


@dataclass(frozen=True, slots=True)
class Installation:
    """What a run of Lean needs: Node, and the folders of the engine, of the toolchain's oleans and of the library's."""

    node: str
    engine: Path
    oleans: Path
    library: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one process of Lean said. `failure` tells why it did not come to its end by itself, if it did not."""

    messages: tuple[LeanMessage, ...]
    seconds: float
    failure: str | None


def run_lean(installation: Installation, work: Path, arguments: Sequence[str], *, timeout: float) -> Outcome:
    """Runs `lean --json ARGUMENTS` with `work` as its current folder. It sees that folder and the oleans, and no other file of the machine.

    `timeout` is in seconds. Raises `EnvironmentFailure` where no process can be started.
    """
    started = time.monotonic()
    command = node_command(installation.node, str(installation.engine / "lean.js"), "-j1", "--json", *arguments)
    mounts = [("/lean/lib/lean", str(installation.oleans)), ("/library", str(installation.library)), ("/work", str(work))]
    environment = lean_environment({"LEAN_PATH": "/library:/lean/lib/lean", "SHOMEI_MOUNTS": json.dumps(mounts)})
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(command, cwd=work, env=environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, start_new_session=True)
    except OSError as error:
        raise EnvironmentFailure(f"Lean could not be started: {error.strerror}.") from error
    failure = None
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        _kill_group(process)
        output, errors = process.communicate()
        failure = f"Lean took longer than {timeout:g} s"
    except BaseException:
        _kill_group(process)
        raise
    messages = tuple(parse_messages(output.decode("utf-8", "replace").splitlines()))
    if failure is None and (process.returncode < 0 or b"Aborted(" in errors or b"RuntimeError" in errors or b"RangeError" in errors):
        failure = _death(process.returncode, errors.decode("utf-8", "replace"))
    return Outcome(messages, time.monotonic() - started, failure)


def node_command(node: str, script: str, *arguments: str) -> list[str]:
    """The command line that runs `script` with room on the stack for Lean's recursion."""
    raise_limit = f'ulimit -s {(STACK_MEGABYTES + 64) * 1024} 2>/dev/null || exit 96; exec "$@"'
    return ["/bin/sh", "-c", raise_limit, "sh", node, f"--stack-size={STACK_MEGABYTES * 1024}", script, *arguments]


def lean_environment(settings: dict[str, str]) -> dict[str, str]:
    """An environment with `settings` and nothing of the user's that changes Node or Lean."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR", "LANG", "LC_ALL"}}
    # The build is instrumented for coverage and writes its counters at the end.
    return {**kept, "LLVM_PROFILE_FILE": "/dev/null", **settings}


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def _death(status: int, errors: str) -> str:
    if "memory access out of bounds" in errors or "Cannot enlarge memory" in errors or "out of memory" in errors.lower():
        return "Lean ran out of memory"
    if "Maximum call stack" in errors:
        return "Lean ran out of stack"
    if status < 0:
        return f"Lean was killed by signal {-status}"
    return f"Lean ended early (exit {status})"
