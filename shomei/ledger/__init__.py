"""What Lean has verified before, so that it need not be asked again.

In: keys (hashes of all that a theorem's verdict depends on, made by the caller). Out: whether that
very theorem was verified. Only verified theorems are kept. A ledger that is damaged, foreign,
someone else's or not writable costs time, never a verdict. Imports nothing of the project.
"""

from shomei.ledger.model import NO_LEDGER, Entry, Ledger
from shomei.ledger.store import LEDGER_NAME, open_ledger

__all__ = ["LEDGER_NAME", "NO_LEDGER", "Entry", "Ledger", "open_ledger"]
