"""The interface of the ledger, and the ledger that keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """A verified theorem: its key (64 hexadecimal digits), and the axioms that Lean listed for it.
    The maker of the key decides what it stands for.
    """

    key: str
    axioms: tuple[str, ...] = ()


class Ledger(Protocol):
    """Verified theorems by key, and the reports on files that were verified completely, so that an
    unchanged file need not be read again.

    No method raises for problems of the disk or the file; they are reported once, as a warning.
    """

    def find(self, key: str) -> Entry | None:
        """The entry of this very key, if it was verified before and its row is intact."""
        ...

    def record(self, entries: Iterable[Entry]) -> None:
        """Keeps what was verified now, either all of it or nothing. Existing entries stay as they
        are.
        """
        ...

    def find_report(self, key: str) -> str | None:
        """The report that was kept under this very key, if it is intact."""
        ...

    def record_report(self, key: str, report: str) -> None:
        """Keeps the report on a file whose steps are all verified."""
        ...

    def close(self) -> None:
        """Closes the file."""
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
