"""Reading what `lean --json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from checker.lean.backend import LeanMessage


def parse_messages(lines: Iterable[str]) -> Iterator[LeanMessage]:
    """The messages among the `lines` of Lean's output (this build mixes lines of its own for debugging into them), positions as Lean gave them."""
    for line in lines:
        if not line.startswith("{"):
            continue
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if isinstance(message, dict) and "severity" in message:
            yield read_message(message)


def read_message(message: dict[str, object]) -> LeanMessage:
    """One decoded message. Raises `ValueError` where it is not of Lean's form."""
    match message:
        case {"severity": ("error" | "warning" | "information") as severity, "pos": {"line": int(line), "column": int(column)}, "data": str(text)}:
            end = message.get("endPos")
            end_line = end["line"] if isinstance(end, dict) and isinstance(end.get("line"), int) else line
            return LeanMessage(severity, line, column, end_line, text)
    raise ValueError(f"not a message of Lean: {message!r:.200}")


def shift_lines(message: LeanMessage, lines: int) -> LeanMessage:
    """The message with `lines` lines cut off before its text."""
    return LeanMessage(message.severity, message.line - lines, message.column, message.end_line - lines, message.text)
