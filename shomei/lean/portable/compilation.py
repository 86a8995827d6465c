"""Compiles the modules of the Lean library, those that do not import each other side by side.

In: modules, and a folder that holds what they import. Out: their oleans in that folder, and the
image of a Lean that has imported all of the library.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.groups import end_group
from shomei.lean.messages import read_message
from shomei.lean.portable.process import death_reason, start_node

#: The number of processes that compile, at most; each takes up to a gigabyte.
MOST_PROCESSES: Final = 4


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the library: its name, its text including the preamble, and the names of the
    library's modules that it imports.
    """

    name: str
    text: str
    imports: tuple[str, ...]

    @property
    def path(self) -> str:
        """The path of its file without suffix, relative to the library's folder."""
        return self.name.replace(".", "/")


@dataclass(frozen=True, slots=True)
class Compiler:
    """The compiler of the library: Node, the engine's folder and key, and the folder of Lean's own
    oleans.
    """

    node: str
    engine: Path
    engine_key: str
    oleans: Path


def compile_modules(
    folder: Path,
    modules: Sequence[Module],
    compiler: Compiler,
    on_compiled: Callable[[Module], None],
    *,
    processes: int | None = None,
) -> None:
    """Compiles `modules`, each after those of them that it imports; what else they import is in
    `folder`. By default there is a process for each processor.

    `on_compiled` receives each module when it is there. Raises `EnvironmentFailure` for the first
    one that does not compile.
    """
    count = processes or min(MOST_PROCESSES, len(os.sched_getaffinity(0)))
    left = {module.name: module for module in modules}
    urgency = _urgency(modules)
    running: dict[Future[None], tuple[_Process, Module]] = {}
    idle: list[_Process] = []
    started: list[_Process] = []
    for module in modules:
        source = folder / f"{module.path}.lean"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(module.text, "utf-8")
    with ThreadPoolExecutor(count, "compile") as threads:
        try:
            while left or running:
                for module in _ready(left, [module for _, module in running.values()], urgency):
                    if len(running) == count:
                        break
                    if not idle:
                        started.append(_Process(compiler, folder))
                        idle.append(started[-1])
                    process = idle.pop()
                    del left[module.name]
                    running[threads.submit(process.compile, module)] = (process, module)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    process, module = running.pop(future)
                    future.result()
                    on_compiled(module)
                    idle.append(process)
        finally:
            for process in started:  # also ends the threads, which wait for answers
                process.close()


def store_image(folder: Path, header: str, records: Collection[str], compiler: Compiler) -> None:
    """Makes the image of a Lean that has read `header`. `records` are the paths of the axiom
    records of all modules of the library. Raises `EnvironmentFailure` if it cannot.
    """
    with closing(_Process(compiler, folder)) as process:
        process.ask({"header": header, "records": list(records)})


def _urgency(modules: Sequence[Module]) -> Mapping[str, int]:
    """For each module the length of the texts that have to be compiled from it on, one after the
    other: the longest way should begin first. `modules` are in the order of their imports.
    """
    lengths = {module.name: len(module.text) for module in modules}
    urgency = dict(lengths)
    for module in reversed(modules):
        for imported in lengths.keys() & set(module.imports):
            urgency[imported] = max(urgency[imported], lengths[imported] + urgency[module.name])
    return urgency


def _ready(
    left: Mapping[str, Module], running: Sequence[Module], urgency: Mapping[str, int]
) -> list[Module]:
    """The modules whose imports are all there, the most urgent first."""
    missing = {*left, *(module.name for module in running)}
    found = [module for module in left.values() if missing.isdisjoint(module.imports)]
    return sorted(found, key=lambda module: -urgency[module.name])


class _Process:
    """A process that compiles modules, one at a time."""

    def __init__(self, compiler: Compiler, folder: Path) -> None:
        self._process, self._errors = start_node(
            compiler.node, "build.js", str(compiler.engine), str(compiler.oleans), str(folder)
        )

    def compile(self, module: Module) -> None:
        """Compiles `module`. Raises `EnvironmentFailure` if that fails."""
        self.ask({"name": module.name, "path": module.path})

    def ask(self, request: Mapping[str, object]) -> None:
        """Sends one request and waits for its end. Raises `EnvironmentFailure` for a fault."""
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except (OSError, ValueError):
            line = b""
        if not line:
            raise EnvironmentFailure(f"Shomei's Lean library does not compile: {self._death()}.")
        _refuse_faults(json.loads(line))

    def _death(self) -> str:
        self._process.wait()
        with suppress(ValueError):  # closed, since another module does not compile
            self._errors.seek(0)
            said = self._errors.read().decode("utf-8", "replace")
            return death_reason(self._process.returncode, said)
        return "it was ended"

    def close(self) -> None:
        """Ends the process. A thread that waits for its answer then gets none."""
        end_group(self._process)
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _refuse_faults(answer: dict[str, Any]) -> None:
    name = answer["name"] or "the preamble"
    messages = [read_message(one) for one in answer["messages"]]
    faults = [
        one
        for one in messages
        if one.severity == "error" or (one.severity == "warning" and "sorry" in one.text)
    ]
    if faults:
        raise EnvironmentFailure(
            f"Shomei's Lean library does not compile: {name}, line {faults[0].line}: "
            f"{faults[0].text}"
        )
    if not answer["whole"]:
        raise EnvironmentFailure(
            f"Shomei's Lean library does not compile: {name} was not read to its end."
        )
