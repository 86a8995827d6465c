"""The protocol between a resident and its clients: one line of JSON per message.

A client sends one request per connection: `{"bodies": [...], "timeout": seconds}`, or `{"leave":
true}`. The resident answers with a `{"run": {...}}` for each body in order, or with one
`{"failure": "..."}` if it has no Lean. In between, every few seconds, it sends `{"wait": true}` as
a sign of life.
"""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, dataclass

from shomei.lean.backend import LeanMessage, LeanRun

#: How often a resident sends a sign of life, in seconds.
SIGN_OF_LIFE = 1.0
#: A client that hears nothing for this many seconds gives the resident up.
SILENCE = 20.0
#: No line is longer; the largest are the messages of one body.
LONGEST_LINE = 1 << 28


class ProtocolError(Exception):
    """The other end violates the protocol, or broke off."""


@dataclass(frozen=True, slots=True)
class Request:
    """Bodies to elaborate, each for at most `timeout` seconds."""

    bodies: tuple[str, ...]
    timeout: float


class Line:
    """A connection that is read and written line by line."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = b""

    def send(self, content: object) -> None:
        """Sends one line. Raises `OSError` if the other end is gone."""
        self._connection.sendall(json.dumps(content).encode() + b"\n")

    def receive(self) -> object:
        """The content of the next line. Raises `ProtocolError` if there is no line or no JSON,
        `OSError` (including a time-out) if none comes.
        """
        parts = [self._buffer]
        size = len(self._buffer)
        while b"\n" not in parts[-1]:
            part = self._connection.recv(1 << 20)
            size += len(part)
            if not part or size > LONGEST_LINE:
                raise ProtocolError("the connection broke off")
            parts.append(part)
        line, _, self._buffer = b"".join(parts).partition(b"\n")
        try:
            content: object = json.loads(line)
        except ValueError as error:
            raise ProtocolError("this is not JSON") from error
        return content


def write_request(request: Request) -> object:
    """The request in JSON form."""
    return {"bodies": list(request.bodies), "timeout": request.timeout}


def read_request(content: object) -> Request:
    """Raises `ProtocolError` if it is not a request."""
    match content:
        case {"bodies": list(bodies), "timeout": int() | float() as timeout} if all(
            isinstance(one, str) for one in bodies
        ):
            return Request(tuple(bodies), float(timeout))
    raise ProtocolError("this is not a request")


def write_run(run: LeanRun) -> object:
    """The run in JSON form."""
    return {"run": asdict(run)}


def read_run(content: object) -> LeanRun:
    """Raises `ProtocolError` if it is not a run."""
    match content:
        case {
            "messages": list(messages),
            "complete": bool(complete),
            "seconds": int() | float() as seconds,
            "failure": (str() | None) as failure,
        }:
            return LeanRun(
                tuple(_read_message(one) for one in messages), complete, float(seconds), failure
            )
    raise ProtocolError("this is not a run")


def _read_message(content: object) -> LeanMessage:
    match content:
        case {
            "severity": ("error" | "warning" | "information") as severity,
            "line": int(line),
            "column": int(column),
            "end_line": int(end_line),
            "text": str(text),
        }:
            return LeanMessage(severity, line, column, end_line, text)
    raise ProtocolError("this is not a message")
