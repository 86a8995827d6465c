"""The command as a process of its own, with a Lean that accepts everything."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.app.calls import ROOT

FAKE_MAIN = """
import sys
from shomei.app import cli
from shomei.api import checker
from shomei.lean.axioms import printed
from tests.fakes import FakeLean
checker.choose = lambda wanted, progress: (FakeLean(), printed())
cli.main()
"""


@contextmanager
def process(
    *arguments: str, code: str = FAKE_MAIN, encoding: str = "utf-8"
) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def finished(
    *arguments: str, code: str = FAKE_MAIN, encoding: str = "utf-8"
) -> tuple[int, bytes, bytes]:
    with process(*arguments, code=code, encoding=encoding) as started:
        out, err = started.communicate(timeout=120)
        return started.returncode, out, err
