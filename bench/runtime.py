"""Measures the portable Lean: its start, the first body, later bodies, many steps in one body, and
a question to the resident process.

Run by `python -m bench`. Times are wall-clock times. The processor time of the Lean process stands
beside them, since other work on the machine disturbs it less.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shomei.lean.portable import client
from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.process import LeanProcess
from shomei.lean.portable.protocol import Request

#: Five theorems of Lean's own arithmetic and logic.
FIVE = """theorem one (a b : Nat) : a + b = b + a := by omega
theorem two (a b : Nat) (h : a ≤ b) : a < b + 1 := by omega
theorem three (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩
theorem four (a b c : Nat) : a * (b + c) = a * b + a * c := by grind
theorem five (a b c : Nat) (h : a = b) : b + c = a + c := by grind
"""
STEPS = "\n".join(
    f"theorem step_{number} (a b c : Nat) (h : a < b) : a + c < b + c + {number} := by omega"
    for number in range(100)
)
_SECONDS = 600.0
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: what was done, seconds on the clock, seconds of the processor, peak memory
    of the Lean process in MB.
    """

    what: str
    clock: float
    processor: float
    megabytes: float


def measure() -> list[Row]:
    """All measurements of this module, in the order of the table."""
    backend = PortableBackend(print)
    installation = backend.installation
    started = time.perf_counter()
    process = LeanProcess(installation)
    clock = time.perf_counter() - started
    rows = [
        Row(
            "start: a new process until it is ready",
            clock,
            _processor_seconds(process),
            _peak_megabytes(process),
        )
    ]
    rows.append(
        _timed(
            "cold: the five theorems, in a new process", lambda: _elaborate(process, FIVE), process
        )
    )
    warm = [
        _timed(
            "warm: the five theorems again (median of 9)",
            lambda: _elaborate(process, FIVE),
            process,
        )
        for _ in range(9)
    ]
    rows.append(
        Row(
            warm[0].what,
            statistics.median(row.clock for row in warm),
            statistics.median(row.processor for row in warm),
            warm[-1].megabytes,
        )
    )
    rows.append(
        _timed(
            "warm: nothing but putting the memory back", lambda: _elaborate(process, ""), process
        )
    )
    rows.append(
        _timed("warm: 100 steps by omega in one body", lambda: _elaborate(process, STEPS), process)
    )
    process.close()
    rows.append(_resident(backend))
    return rows


def _resident(backend: PortableBackend) -> Row:
    path = client.socket_path(backend.identity)
    client.start(path, backend.installation)
    client.ask(path, Request((FIVE,), _SECONDS))
    started = time.perf_counter()
    client.ask(path, Request((FIVE,), _SECONDS))
    return Row(
        "resident: the five theorems, asked through its socket",
        time.perf_counter() - started,
        0.0,
        0.0,
    )


def _elaborate(process: LeanProcess, body: str) -> None:
    run = process.elaborate(body, timeout=_SECONDS)
    if not run.complete or any(message.severity == "error" for message in run.messages):
        raise RuntimeError(f"the body was not elaborated: {run}")


def _timed(what: str, action: Callable[[], None], process: LeanProcess) -> Row:
    before = _processor_seconds(process)
    started = time.perf_counter()
    action()
    clock = time.perf_counter() - started
    return Row(what, clock, _processor_seconds(process) - before, _peak_megabytes(process))


def _processor_seconds(process: LeanProcess) -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak_megabytes(process: LeanProcess) -> float:
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | clock, s | processor, s | peak memory, MB |", "| --- | --- | --- | --- |"]
    for row in rows:
        processor = f"{row.processor:.2f}" if row.processor else ""
        memory = f"{row.megabytes:.0f}" if row.megabytes else ""
        lines.append(f"| {row.what} | {row.clock:.2f} | {processor} | {memory} |")
    return "\n".join(lines)
