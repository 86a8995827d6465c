"""Measures whole checks as a user runs them: separate processes, from the command line to the exit
status.

`cold` starts its own Lean, `warm` uses the one in the background, and `empty ledger` proves
everything anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from bench import derivations

#: Generated derivations of so many steps.
COUNTS = (10, 100, 1000)
#: The stages before Lean.
_PYTHON = ("parse", "plan", "emit", "refute")


@dataclass(frozen=True, slots=True)
class Measured:
    """One check: what was checked and how, seconds on the clock from start to exit, seconds by
    stage, peak memory of the checking process in MB.
    """

    what: str
    clock: float
    stages: Mapping[str, float]
    megabytes: float


@dataclass(frozen=True, slots=True)
class Tool:
    """A version of Shomei: the folder of its sources, and the module of its command."""

    root: Path
    module: str


NOW: Final = Tool(Path(__file__).parents[1], "shomei")


def measure(before: Tool | None = None) -> tuple[list[Measured], list[Measured]]:
    """All checks, in the order of the table, by this version and then by an earlier one. Raises
    `RuntimeError` where one does not verify.
    """
    with (
        tempfile.TemporaryDirectory(prefix="shomei-bench-") as folder,
        tempfile.TemporaryDirectory(prefix="shomei-bench-") as other,
    ):
        now = list(_measured(Path(folder), NOW))
        # Not in turn: the background Lean of one version makes room for that of another.
        return now, list(_measured(Path(other), before)) if before else []


def _measured(folder: Path, tool: Tool) -> Iterator[Measured]:
    check = partial(_run, tool)
    once = int(time.time())  # what the ledger has not seen yet
    article = folder / "article.txt"
    article.write_text(derivations.article(), "utf-8")
    yield check("article, cold, empty ledger", article, "--no-ledger", resident=False)
    check("start of the background Lean", article, "--no-ledger")
    yield check("article, warm, empty ledger", article, "--no-ledger")
    check("fills the ledger", article)
    article.write_text(derivations.article_with_one_step_changed(once), "utf-8")
    yield check("article, warm, one step changed", article)
    article.write_text(derivations.article(), "utf-8")
    yield check("article, nothing changed", article)
    for count in COUNTS:
        steps = folder / f"steps_{count}.txt"
        steps.write_text(derivations.simple(count), "utf-8")
        yield check(f"{count} simple steps, warm, empty ledger", steps, "--no-ledger")
        check("fills the ledger", steps)
        steps.write_text(derivations.simple(count, once), "utf-8")
        yield check(f"{count} simple steps, warm, one step changed", steps)
        steps.write_text(derivations.simple(count), "utf-8")
        yield check(f"{count} simple steps, nothing changed", steps)


def _run(tool: Tool, what: str, path: Path, *options: str, resident: bool = True) -> Measured:
    command = [
        sys.executable,
        "-m",
        tool.module,
        "check",
        "--backend",
        "portable",
        "--format",
        "json",
        *options,
        str(path),
    ]
    environment = {
        **os.environ,
        "SHOMEI_RESIDENT": "1" if resident else "0",
        "PYTHONPATH": str(tool.root),
    }
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=environment, cwd=tool.root
    ) as process:
        assert process.stdout is not None  # noqa: S101 - opened as a pipe
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - started
    if process.returncode != 0:
        raise RuntimeError(f"{what}: exit status {process.returncode}")
    [report] = json.loads(output)["files"]
    return Measured(what, clock, report["seconds"], usage.ru_maxrss / 1024)


def compared(rows: list[Measured], earlier: list[Measured]) -> str:
    """How many times faster than an earlier version each check is, in Markdown."""
    lines = ["| what | before, s | now, s | times faster |", "| --- | --- | --- | --- |"]
    for now, before in zip(rows, earlier, strict=True):
        faster = before.clock / now.clock
        lines.append(f"| {now.what} | {before.clock:.2f} | {now.clock:.2f} | {faster:.1f} |")
    return "\n".join(lines)


def table(rows: list[Measured]) -> str:
    """The rows in Markdown, with the time by stage, and the total as a multiple of the fastest
    check.
    """
    base = min(row.clock for row in rows)
    lines = [
        "| what | clock, s | ratio | parse, plan, emit, refute, s | Lean, s | peak memory, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        python = sum(row.stages.get(stage, 0.0) for stage in _PYTHON)
        lean = row.stages.get("lean", 0.0)
        lines.append(
            f"| {row.what} | {row.clock:.2f} | {row.clock / base:.1f} | {python:.2f} | "
            f"{lean:.2f} | {row.megabytes:.0f} |"
        )
    return "\n".join(lines)


def stages(rows: list[Measured]) -> str:
    """The seconds of each stage before Lean, for the checks with an empty ledger. They must grow
    linearly with the number of steps.
    """
    chosen = [row for row in rows if row.what.endswith("warm, empty ledger")]
    lines = [
        "| what | " + " | ".join(f"{stage}, s" for stage in _PYTHON) + " |",
        "| --- |" + " --- |" * len(_PYTHON),
    ]
    lines += [
        f"| {row.what} | "
        + " | ".join(f"{row.stages.get(stage, 0.0):.3f}" for stage in _PYTHON)
        + " |"
        for row in chosen
    ]
    return "\n".join(lines)
