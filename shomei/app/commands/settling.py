"""What a call leaves open, filled in from the project's settings."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from shomei.app import settings as project
from shomei.app.settings import Settings
from shomei.report.escape import one_line


def settle(arguments: argparse.Namespace, settings: Settings) -> None:
    """Fills in what the call leaves open from the project's settings, where that says something."""
    arguments.backend = arguments.backend or settings.backend
    arguments.lang = arguments.lang or settings.lang
    arguments.macros, arguments.house = settings.macros, settings.house
    arguments.timeout = arguments.timeout or settings.timeout
    if getattr(arguments, "strict", None) is None:
        arguments.strict = settings.strict
    if getattr(arguments, "fail_on", None) is None:
        arguments.fail_on = settings.fail_on
    if getattr(arguments, "baseline", None) is None and settings.baseline is not None:
        arguments.baseline = os.fspath(settings.root / settings.baseline)


def settled(arguments: argparse.Namespace) -> bool:
    """Settles the call from the settings that hold in the current folder. False, having said why on
    standard error, if they cannot be read.
    """
    try:
        settle(arguments, project.load(Path.cwd()))
    except ValueError as error:
        print(f"shomei: {one_line(str(error))}", file=sys.stderr)  # noqa: T201
        return False
    return True
