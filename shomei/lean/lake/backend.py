"""`LakeBackend`: native Lean reads bodies as `lake env lean --json` gives its messages; what was
accepted becomes a module of the Lake project, which `lake build` builds.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from shomei.lean.backend import EnvironmentFailure, LeanMessage, LeanRun, OnRun, ignore
from shomei.lean.lake import generated
from shomei.lean.lake.detect import Lake
from shomei.lean.lake.process import Ended, run
from shomei.lean.messages import read_message

#: The text before each body: Shomei's rules, the tactics of Mathlib, and the notations of emitted
#: theorems. A warning counts as a failure, so style linters are off: a hypothesis that a proof does
#: not need is not a fault of the derivation.
HEADER: Final = (
    "import Shomei\nimport Mathlib.Tactic\nset_option linter.all false\nopen Filter Topology\n"
)
#: The Leans that run side by side, at most. Each holds Mathlib's part in memory, which it shares.
_MOST_LEANS: Final = 4


@dataclass(frozen=True, slots=True)
class _File:
    """A file for Lean. `end_mark` is what its last command says; an open comment, an `#exit` or a
    crash would suppress it.
    """

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
        digest = hashlib.sha256(HEADER.encode())
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
        """Elaborates each body separately, some side by side; see `LeanBackend.check`. Nothing is
        written into the project.
        """
        runs: list[LeanRun] = []
        leans = max(1, min(_MOST_LEANS, os.cpu_count() or 1, len(bodies)))
        with (
            tempfile.TemporaryDirectory(prefix="shomei-") as folder,
            ThreadPoolExecutor(leans) as pool,
        ):
            waiting = [
                pool.submit(self._elaborated, Path(folder, f"Body{number}.lean"), body, timeout)
                for number, body in enumerate(bodies)
            ]
            try:
                for number, each in enumerate(waiting):
                    runs.append(each.result())
                    on_run(number, runs[-1])
            except BaseException:
                for each in waiting:
                    each.cancel()
                raise
        return runs

    def keep(self, source: str, body: str, *, timeout: float) -> str | None:
        """Makes the accepted theorems of a derivation a module of the project, and has Lake build
        it; see `LeanBackend.keep`.
        """
        module = generated.module_name(source)
        project = self._lake.project
        try:
            generated.write(project, module, f"{HEADER}\n{body}")
            generated.forget(project)
        except OSError as error:
            raise EnvironmentFailure(
                f"The theorems cannot be written into {project / 'Generated'}: {error.strerror}."
            ) from error
        ended = run([self._lake.executable, "build", f"+Generated.{module}"], project, timeout)
        if ended.failure is not None:
            return ended.failure
        if ended.status == 0:
            return None
        lines = (ended.output + ended.errors).splitlines()
        return next((line for line in lines if "error:" in line), f"status {ended.status}")

    def close(self) -> None:
        """Does nothing: no process is kept running."""

    def _elaborated(self, path: Path, body: str, timeout: float) -> LeanRun:
        file = _file(body)
        path.write_text(file.text, "utf-8")
        command = [self._lake.executable, "env", "lean", "--json", str(path)]
        started = time.monotonic()
        ended = run(command, self._lake.project, timeout)
        messages = _messages(ended.output)
        _require_library(messages, ended)
        return _run(file, messages, time.monotonic() - started, ended)


def _messages(output: str) -> list[LeanMessage]:
    """The messages in Lean's output: each is a line of JSON, a `SerialMessage` of Lean's
    src/Lean/Message.lean. Other lines are not Lean's.
    """
    found = []
    for line in output.splitlines():
        if line.startswith("{"):
            try:
                found.append(read_message(json.loads(line)))
            except ValueError:
                continue
    return found


def _require_library(messages: Sequence[LeanMessage], ended: Ended) -> None:
    """Raises `EnvironmentFailure` if Lean did not get beyond the imports, or was not started at
    all.
    """
    imports = HEADER.count("import ")
    beyond = [message for message in messages if message.line > imports]
    if ended.failure is not None or beyond or ended.status == 0:
        return
    first = next((message.text for message in messages if message.severity == "error"), "")
    first = first or ended.errors.strip() or ended.output.strip() or "lake said nothing"
    raise EnvironmentFailure(f"Lean cannot read Shomei's library: {first.splitlines()[0]}")


def _file(body: str) -> _File:
    digest = hashlib.sha256(f"{HEADER}\n{body}".encode()).hexdigest()[:32]
    mark = f"shomei-end-{digest}"
    return _File(f'{HEADER}\n{body}\n\n#print "{mark}"\n', mark)


def _run(file: _File, messages: Sequence[LeanMessage], seconds: float, ended: Ended) -> LeanRun:
    last = file.text.count("\n")
    shift = HEADER.count("\n") + 1
    complete = any(
        message.severity == "information"
        and message.line == last
        and message.text.strip() == file.end_mark
        for message in messages
    )
    own = tuple(
        replace(message, line=message.line - shift, end_line=message.end_line - shift)
        for message in messages
        if message.line != last
    )
    failure = ended.failure
    if failure is None and not complete:
        failure = "Lean did not read the theorems to their end"
    return LeanRun(own, complete and failure is None, seconds, failure)
