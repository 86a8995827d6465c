"""`shomei merge`: one JSON report out of those of a check's parts."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from shomei.app.commands.writing import write_atomically, write_out
from shomei.app.shards import merged
from shomei.report.escape import one_line
from shomei.verdicts.model import EXIT_INPUT

#: A report on 10,000 articles has some hundred megabytes.
_MOST_BYTES: Final = 1 << 30


def run(arguments: argparse.Namespace) -> int:
    """Exit status: that of the whole check, or 2 if the reports are not its parts."""
    try:
        text = merged({name: _read(name) for name in arguments.reports})
    except ValueError as error:
        print(f"shomei: {one_line(str(error))}", file=sys.stderr)  # noqa: T201
        return EXIT_INPUT
    if arguments.output is None:
        write_out(text)
    else:
        write_atomically(Path(arguments.output), text)
    return int(json.loads(text)["summary"]["exit_code"])


def _read(name: str) -> str:
    path = Path(name)
    if not path.is_file():
        raise ValueError(f"{name}: no such file")
    if path.stat().st_size > _MOST_BYTES:
        raise ValueError(f"{name}: this report is too long")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError(f"{name}: this is no report of shomei check --format json") from None
