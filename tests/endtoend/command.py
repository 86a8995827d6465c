"""The command as a user calls it, with the real portable Lean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
#: A check may wait for the Lean that the tests share.
SECONDS = 1500


def shomei(folder: Path, *arguments: str | Path) -> tuple[int, str]:
    """Exit status and output of the command, run in `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "shomei", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout


def report(path: Path, *options: str | Path) -> tuple[int, dict[str, Any]]:
    """Exit status of a check, and what its report says of the one file."""
    code, output = shomei(
        ROOT, "check", "--backend", "portable", "--format", "json", *options, path
    )
    found: dict[str, Any] = json.loads(output)["files"][0]
    return code, found
