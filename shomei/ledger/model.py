"""The ledger's interface, and the one that keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """A verified theorem: its key (64 hexadecimal digits), and the axioms that Lean listed for it.
    What a key stands for is its maker's business.
    """

    key: str
    axioms: tuple[str, ...] = ()


class Ledger(Protocol):
    """Verified theorems by key, and the reports on files that were verified whole, so that an
    unchanged file need not be read again.

    No method raises for what is wrong with the disk or the file: that is told once, as a warning.
    """

    def find(self, key: str) -> Entry | None:
        """The entry of this very key, if it was verified before and its row is whole."""
        ...

    def record(self, entries: Iterable[Entry]) -> None:
        """Keeps what was verified now; all of it or nothing. Entries that are there already stay as
        they are.
        """
        ...

    def find_report(self, key: str) -> str | None:
        """The report that was kept under this very key, if it is whole."""
        ...

    def record_report(self, key: str, report: str) -> None:
        """Keeps the report on a file all of whose steps are verified."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...


class _NoLedger:
    """Knows nothing, keeps nothing."""

    def find(self, key: str) -> Entry | None:  # noqa: ARG002
        return None

    def record(self, entries: Iterable[Entry]) -> None:
        pass

    def find_report(self, key: str) -> str | None:  # noqa: ARG002
        return None

    def record_report(self, key: str, report: str) -> None:
        pass

    def close(self) -> None:
        pass


NO_LEDGER: Final[Ledger] = _NoLedger()
