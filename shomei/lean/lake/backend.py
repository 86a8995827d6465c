"""`LakeBackend`: bodies become modules of the Lake project, and `lake build` returns Lean's
messages on them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from shomei.lean.backend import EnvironmentFailure, LeanMessage, LeanRun, OnRun, ignore
from shomei.lean.lake.detect import Lake
from shomei.lean.lake.output import entries, message_of

#: The text before each body: Shomei's rules, which import Mathlib, and the notations of emitted
#: theorems. A warning counts as a failure, so style linters are off: a hypothesis that a proof does
#: not need is not a fault of the derivation.
HEADER: Final = "import Shomei\nset_option linter.all false\nopen Filter Topology\n"

#: The number of modules of past checks to keep. Older ones are removed, since Lake also keeps their
#: build products.
_MOST_MODULES: Final = 2000

#: The time limit for reading versions, in seconds; at the first call elan may have to find its
#: toolchain.
_VERSION_SECONDS: Final = 120.0


@dataclass(frozen=True, slots=True)
class _Module:
    name: str
    text: str
    end_mark: str


class LakeBackend:
    """Lake's project behind the interface of `lean.backend`."""

    name: Literal["lake"] = "lake"

    def __init__(self, lake: Lake) -> None:
        self._lake = lake

    @cached_property
    def identity(self) -> str:
        """Changes with the toolchain, Mathlib's revision (the manifest) and Shomei's own Lean
        sources.
        """
        project = self._lake.project
        digest = hashlib.sha256()
        sources = sorted([*project.glob("Shomei.lean"), *(project / "Shomei").rglob("*.lean")])
        for path in (
            project / "lean-toolchain",
            project / "lake-manifest.json",
            project / "lakefile.toml",
            *sources,
        ):
            data = path.read_bytes() if path.is_file() else b""
            digest.update(f"{path.relative_to(project)}\n{len(data)}\n".encode())
            digest.update(data)
        return f"lake-{digest.hexdigest()[:24]}"

    def check(
        self, bodies: Sequence[str], *, timeout: float, on_run: OnRun = ignore
    ) -> list[LeanRun]:
        """Elaborates each body separately, in order; see `LeanBackend.check`. `timeout` is in
        seconds for each body, so all together may take their sum.
        """
        modules = [_module(body) for body in bodies]
        self._write(modules)
        started = time.monotonic()
        output, failure = self._build(
            [module.name for module in modules], timeout * max(1, len(modules))
        )
        seconds = time.monotonic() - started
        said: dict[str, list[LeanMessage]] = {}
        for entry in entries(output):
            if (found := message_of(entry)) is not None:
                said.setdefault(found[0], []).append(found[1])
        self._require_library(said, modules, output, failure)
        runs = [
            _run(module, said.get(module.name, []), seconds / len(modules), failure)
            for module in modules
        ]
        for index, run in enumerate(runs):
            on_run(index, run)
        return runs

    def close(self) -> None:
        """Does nothing: no process is kept running."""

    def _write(self, modules: Sequence[_Module]) -> None:
        folder = self._lake.project / "Generated"
        try:
            folder.mkdir(exist_ok=True)
            for module in modules:
                path = folder / f"{module.name.removeprefix('Generated.')}.lean"
                # Lake checks the content and the time of a file, so an unchanged file is not
                # written again.
                if not (path.is_file() and path.read_bytes() == module.text.encode()):
                    scratch = path.with_suffix(f".{os.getpid()}.tmp")
                    scratch.write_text(module.text, "utf-8")
                    scratch.replace(path)
            _forget_oldest(folder, {module.name for module in modules})
        except OSError as error:
            raise EnvironmentFailure(
                f"The theorems cannot be written into {folder}: {error.strerror}."
            ) from error

    def _build(self, targets: Sequence[str], timeout: float) -> tuple[str, str | None]:
        """The output of `lake build`, and why it did not finish, if it did not."""
        command = [self._lake.executable, "build", *(f"+{target}" for target in targets)]
        with _process(command, self._lake.project) as process:
            try:
                output, _ = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                _kill_group(process)
                output, _ = process.communicate()
                return output.decode("utf-8", "replace"), f"lake took longer than {timeout:g} s"
        text = output.decode("utf-8", "replace")
        if process.returncode < 0:
            return text, f"lake was killed by signal {-process.returncode}"
        return text, None

    @staticmethod
    def _require_library(
        said: dict[str, list[LeanMessage]],
        modules: Sequence[_Module],
        output: str,
        failure: str | None,
    ) -> None:
        """Raises `EnvironmentFailure` if there is no message on any body, since then the project
        itself does not build.
        """
        if failure is None and not any(module.name in said for module in modules):
            first = next(
                (entry.text for entry in entries(output) if entry.level == "error"),
                output.strip() or "lake said nothing",
            )
            raise EnvironmentFailure(f"The Lake project does not build: {first.splitlines()[0]}")


def _module(body: str) -> _Module:
    digest = hashlib.sha256(f"{HEADER}\n{body}".encode()).hexdigest()[:32]
    # Printed by the last command; an open comment, an `#exit` or a crash would suppress it.
    mark = f"shomei-end-{digest}"
    return _Module(f"Generated.S{digest}", f'{HEADER}\n{body}\n\n#print "{mark}"\n', mark)


def _run(
    module: _Module, messages: Sequence[LeanMessage], seconds: float, failure: str | None
) -> LeanRun:
    last = module.text.count("\n")
    shift = HEADER.count("\n") + 1
    complete = any(
        message.severity == "information"
        and message.line == last
        and message.text.strip() == module.end_mark
        for message in messages
    )
    own = tuple(_shifted(message, shift) for message in messages if message.line != last)
    if failure is None and not complete:
        failure = "Lean did not read the theorems to their end"
    return LeanRun(own, complete and failure is None, seconds, failure)


def _shifted(message: LeanMessage, lines: int) -> LeanMessage:
    return LeanMessage(
        message.severity,
        message.line - lines,
        message.column,
        message.end_line - lines,
        message.text,
    )


def _forget_oldest(folder: Path, keep: set[str]) -> None:
    modules = sorted(folder.glob("S*.lean"), key=lambda path: path.stat().st_mtime_ns)
    for path in modules[: max(0, len(modules) - _MOST_MODULES)]:
        if f"Generated.{path.stem}" not in keep:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _process(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process in its own group, which does not outlive the block."""
    environment = {**os.environ, "LAKE_NO_CACHE": "0"}
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise EnvironmentFailure(f"lake could not be started: {error.strerror}.") from error
    try:
        yield process
    except BaseException:
        _kill_group(process)
        process.communicate()
        raise


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
