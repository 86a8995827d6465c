"""`shomei mcp`: the server that an agent starts, on standard input and output."""

from __future__ import annotations

import argparse
import sys

from shomei.app.commands.settling import settled
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED


def run(arguments: argparse.Namespace) -> int:
    """Until the agent ends it. Exit status 2 if the library is not installed."""
    try:
        from shomei.app.agents.server import Desk, make
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"mcp", "pydantic"}:
            raise
        print("shomei: the agents' server needs mcp: install shomei[mcp]", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    if not settled(arguments):
        return EXIT_INPUT
    desk = Desk(arguments.backend or "auto")
    try:
        make(desk).run("stdio")
    finally:
        desk.close()
    return EXIT_VERIFIED
