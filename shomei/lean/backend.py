"""The interface of a Lean backend: source in, messages out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class LeanMessage:
    """One message of Lean. `line` is 1-based and `column` 0-based in the given `body`."""

    severity: Literal["error", "warning", "information"]
    line: int
    column: int
    end_line: int
    text: str


@dataclass(frozen=True, slots=True)
class LeanRun:
    """Lean's messages on one body. `complete` is False if Lean died, ran out of memory or timed out
    before the end.
    """

    messages: tuple[LeanMessage, ...]
    complete: bool
    seconds: float
    failure: str | None = None


#: Called with a body's index and its run.
OnRun = Callable[[int, LeanRun], None]


def ignore(_index: int, _run: LeanRun) -> None:
    """The `OnRun` for callers that only want the list."""


class LeanBackend(Protocol):
    """A Lean with the Shomei library. `identity` changes whenever the toolchain or the library
    does; it is part of the ledger's keys.
    """

    @property
    def name(self) -> Literal["lake", "portable"]:
        """The name of the backend."""
        ...

    @property
    def identity(self) -> str:
        """Part of the ledger's keys."""
        ...

    def check(
        self, bodies: Sequence[str], *, timeout: float, on_run: OnRun = ignore
    ) -> list[LeanRun]:
        """Elaborates each body separately, in order, for at most `timeout` seconds each. A body is
        a list of Lean commands without imports; the backend adds those and the notations.

        `on_run` receives each run in the order of the bodies, as soon as it is known. Raises
        `EnvironmentFailure` if Lean cannot be started at all.
        """
        ...

    def keep(self, source: str, body: str, *, timeout: float) -> str | None:
        """Keeps the theorems of the derivation `source` that were accepted, as one module that is
        built, where the backend has a project for that. Why it cannot be built, if so; None where
        nothing is kept. Raises `EnvironmentFailure` if it cannot be written.
        """
        ...

    def close(self) -> None:
        """Ends every process that the backend has started. The backend may be used again."""
        ...


class EnvironmentFailure(Exception):  # noqa: N818 - no bug: what the machine lacks
    """No Lean, no memory, no disk, or no network at set-up: exit status 3. The message is one clear
    sentence for the user.
    """
