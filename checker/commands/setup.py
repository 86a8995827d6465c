"""`shomei setup`: makes the portable Lean ready now, so that the first check need not."""

from __future__ import annotations

import argparse

from checker.commands.display import Display
from checker.commands.writing import write_out
from checker.lean.portable.backend import PortableBackend


def run(_: argparse.Namespace) -> int:
    """Raises `EnvironmentFailure` where it cannot be done."""
    display = Display()
    try:
        installation = PortableBackend(display.set_up).installation
    finally:
        display.clear()
    write_out(f"The portable Lean is ready in {installation.engine.parent}\n")
    return 0
