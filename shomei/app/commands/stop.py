"""`shomei stop`: ends the Lean in the background."""

from __future__ import annotations

import argparse

from shomei.app.commands.writing import write_out
from shomei.lean.portable import residents


def run(_: argparse.Namespace) -> int:
    """Exit status 0, also if there is none."""
    count = residents.stop()
    write_out(
        "the Lean in the background has ended\n" if count else "no Lean is in the background\n"
    )
    return 0
