"""`shomei lsp`: the server that an editor starts, on standard input and output."""

from __future__ import annotations

import argparse
import sys

from shomei.app.commands.settling import settled
from shomei.verdicts.model import EXIT_INPUT, EXIT_VERIFIED


def run(arguments: argparse.Namespace) -> int:
    """Until the editor ends it. Exit status 2 if pygls is not installed."""
    try:
        from shomei.app.editor.server import make
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        print(  # noqa: T201
            "shomei: the editor's server needs pygls: install shomei[lsp]", file=sys.stderr
        )
        return EXIT_INPUT
    if not settled(arguments):
        return EXIT_INPUT
    server = make(
        backend=arguments.backend or "auto",
        fast=arguments.fast,
        macros=arguments.macros,
        house=arguments.house,
    )
    server.start_io()
    return EXIT_VERIFIED
