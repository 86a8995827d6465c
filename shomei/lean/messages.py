"""Parses the JSON of Lean's messages."""

from __future__ import annotations

from shomei.lean.backend import LeanMessage


def read_message(message: object) -> LeanMessage:
    """One decoded message. Raises `ValueError` if it does not have Lean's form."""
    match message:
        case {
            "severity": ("error" | "warning" | "information") as severity,
            "pos": {"line": int(line), "column": int(column)},
            "data": str(text),
        }:
            return LeanMessage(severity, line, column, _end_line(message) or line, text)
    raise ValueError(f"not a message of Lean: {message!r:.200}")


def _end_line(message: object) -> int | None:
    match message:
        case {"endPos": {"line": int(line)}}:
            return line
    return None
