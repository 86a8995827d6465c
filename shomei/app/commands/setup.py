"""`shomei setup`: sets up the portable Lean now, so that the first check need not."""

from __future__ import annotations

import argparse

from shomei.app.commands.display import Display
from shomei.app.commands.writing import write_out
from shomei.lean.portable.backend import PortableBackend


def run(_: argparse.Namespace) -> int:
    """Raises `EnvironmentFailure` if the set-up fails."""
    display = Display()
    try:
        installation = PortableBackend(display.set_up).installation
    finally:
        display.clear()
    write_out(f"The portable Lean is ready in {installation.engine.parent}\n")
    return 0
