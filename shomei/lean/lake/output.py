"""Parses the output of `lake build`.

Lake prints a line per job (`✖ [3/4] Building Generated.S1 (1.2s)`), and under it the job's log, in
which an entry begins with its level: `error: Generated/S1.lean:3:4: message`. The message may
continue over further lines. Older versions write `././Generated/S1.lean` or the whole path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from shomei.lean.backend import LeanMessage

Level = Literal["error", "warning", "info", "trace"]

_SEVERITY: Final[dict[str, Literal["error", "warning", "information"]]] = {
    "error": "error",
    "warning": "warning",
    "info": "information",
}

#: The line of a job: an icon, its number and the total, the action, the target, and possibly the
#: time.
_JOB: Final = re.compile(
    r"^[ℹ⚠✖✔⣾⣷⣯⣟⡿⢿⣻⣽] \[\d+/[\d?]+\] (?:\(Optional\) )?(?P<verb>[A-Z][a-z]+) "
    r"(?P<target>\S.*?)(?: \((?:[\d.]+m?s|[\d.]+ms)\))?$"
)
_ENTRY: Final = re.compile(r"^(?P<level>error|warning|info|trace): (?P<rest>.*)$")
_PLACE: Final = re.compile(
    r"^(?P<file>\S[^:\n]*\.lean):(?P<line>\d+):(?P<column>\d+): (?P<text>.*)$", re.DOTALL
)
#: Lines that end the last job's log.
_END: Final = re.compile(
    r"^(?:Some required (?:builds|targets) logged failures:|Build completed "
    r"successfully.*|Build summary:|error: build failed)$"
)
_ANSI: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a job's log: its level, and its text with all its lines. `target` is that of the
    job; None outside of any job.
    """

    level: Level
    text: str
    target: str | None


def entries(output: str) -> Iterator[Entry]:
    """The log entries of all jobs, in order."""
    target: str | None = None
    level: Level | None = None
    lines: list[str] = []

    def taken() -> Iterator[Entry]:
        if level is not None:
            yield Entry(level, "\n".join(lines).rstrip("\n"), target)

    for line in _ANSI.sub("", output).split("\n"):
        job, entry = _JOB.match(line), _ENTRY.match(line)
        if job is None and entry is None and not _END.match(line):
            lines.append(line)
            continue
        yield from taken()
        level, lines = None, []
        if job is not None:
            target = job["target"]
        elif entry is not None and not _END.match(line):
            level, lines = _level(entry["level"]), [entry["rest"]]
        else:
            target = None
    yield from taken()


def message_of(entry: Entry) -> tuple[str, LeanMessage] | None:
    """The module that an entry is about and Lean's message; None if the entry is not about a place
    in a file.
    """
    match = _PLACE.match(entry.text)
    if match is None or entry.level == "trace":
        return None
    line = int(match["line"])
    return _module(match["file"]), LeanMessage(
        _SEVERITY[entry.level], line, int(match["column"]), line, match["text"]
    )


def _module(file: str) -> str:
    parts = [part for part in file.removesuffix(".lean").split("/") if part not in {"", "."}]
    # A whole path, as some versions print it: the module's name begins at our folder.
    if "Generated" in parts:
        parts = parts[len(parts) - 1 - parts[::-1].index("Generated") :]
    return ".".join(parts)


def _level(text: str) -> Level:
    match text:
        case "error" | "warning" | "info" | "trace":
            return text
    raise ValueError(text)
