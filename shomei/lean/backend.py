"""The one interface of a Lean: source in, messages out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class LeanMessage:
    """One message of Lean. `line` is 1-based and `column` 0-based in the `body` that was given."""

    severity: Literal["error", "warning", "information"]
    line: int
    column: int
    end_line: int
    text: str


@dataclass(frozen=True, slots=True)
class LeanRun:
    """What Lean said of one body. `complete` is False when Lean died, ran out of memory or out of
    time before its end.
    """

    messages: tuple[LeanMessage, ...]
    complete: bool
    seconds: float
    failure: str | None = None


#: Called with a body's index and its run.
OnRun = Callable[[int, LeanRun], None]


def ignore(_index: int, _run: LeanRun) -> None:
    """The `OnRun` of those who only want the list."""


class LeanBackend(Protocol):
    """A Lean with the Shomei library. `identity` changes whenever the toolchain or the library does
    (it is part of the ledger's keys).
    """

    @property
    def name(self) -> Literal["lake", "portable"]:
        """Which of the two it is."""
        ...

    @property
    def identity(self) -> str:
        """Part of the ledger's keys."""
        ...

    def check(
        self, bodies: Sequence[str], *, timeout: float, on_run: OnRun = ignore
    ) -> list[LeanRun]:
        """Elaborates each body (Lean commands, no imports: those and the notations come before it)
        on its own, in order; `timeout` in seconds for each.

        `on_run` is told of each run in the bodies' order, as soon as the backend can. Raises
        `EnvironmentFailure` where Lean cannot be started at all.
        """
        ...

    def close(self) -> None:
        """Ends what the backend has started. It may be used again."""
        ...


class EnvironmentFailure(Exception):  # noqa: N818 - no bug: what the machine lacks
    """No Lean, no memory, no disk, no network at set-up: exit 3. The message is one clear sentence
    for the user.
    """
