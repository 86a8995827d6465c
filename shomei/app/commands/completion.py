"""`shomei completion SHELL`: the script that completes commands, options and files."""

from __future__ import annotations

import argparse

from shomei.app.commands.writing import write_out
from shomei.verdicts.model import EXIT_VERIFIED


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0."""
    import shtab

    from shomei.app.cli import parser

    write_out(shtab.complete(parser(), shell=arguments.shell) + "\n")
    return EXIT_VERIFIED
