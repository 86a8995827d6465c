"""Theorems that Lean has verified before, so that it need not be asked again.

In: keys, which the caller makes by hashing everything that a theorem's verdict depends on. Out:
whether that very theorem was verified. Only verified theorems are kept, each with an
authentication code under the user's key (`keys.py`). A ledger that is damaged, foreign, owned by
someone else or not writable costs time, never a verdict. `sharing.py` hands ledgers on. Imports
nothing of the project but `storage`.
"""

from shomei.ledger.model import NO_LEDGER, Entry, Ledger
from shomei.ledger.store import LEDGER_NAME, open_ledger

__all__ = ["LEDGER_NAME", "NO_LEDGER", "Entry", "Ledger", "open_ledger"]
