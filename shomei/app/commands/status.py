"""`shomei status`: what Shomei keeps on disk and in memory."""

from __future__ import annotations

import argparse
import sys

from shomei.app.commands.cache import bytes_in, owned, size
from shomei.app.commands.writing import write_out
from shomei.lean.portable import residents
from shomei.lean.portable.cache import cache_folder
from shomei.report.escape import visible
from shomei.report.tool import version


def run(_: argparse.Namespace) -> int:
    """Exit status 0; raises `EnvironmentFailure` if there is no cache folder."""
    folder = cache_folder()
    kept = sum(bytes_in(path) for path, _ in owned(folder))
    lines = [
        f"shomei {version()} on Python {sys.version.split()[0]}",
        f"on disk: {size(kept)} in {visible(str(folder))} (shomei cache lists it)",
    ]
    found = residents.running()
    for each in found:
        leans = "" if each.leans is None else f", {each.leans} Lean{'' if each.leans == 1 else 's'}"
        memory = "" if each.memory is None else f", {size(each.memory)} of memory"
        lines.append(
            f"in the background: process {each.process}{leans}{memory} (shomei stop ends it)"
        )
    if not found:
        lines.append("in the background: nothing")
    write_out("\n".join(lines) + "\n")
    return 0
