"""Theorems that Lean has verified before, so that it need not be asked again.

In: keys, which the caller makes by hashing everything that a theorem's verdict depends on. Out:
whether that very theorem was verified. Only verified theorems are kept. A ledger that is damaged,
foreign, owned by someone else or not writable costs time, never a verdict. Imports nothing of the
project.
"""

from shomei.ledger.model import NO_LEDGER, Entry, Ledger
from shomei.ledger.store import LEDGER_NAME, open_ledger

__all__ = ["LEDGER_NAME", "NO_LEDGER", "Entry", "Ledger", "open_ledger"]
