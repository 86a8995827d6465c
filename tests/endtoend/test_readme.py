"""The README's five lines and what it says of them, with the real portable Lean, to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_readme import example

ROOT = Path(__file__).parents[2]


def shomei(folder: Path, *arguments: str) -> tuple[int, str]:
    """Exit status and output of the command, run in `folder`."""
    command = [sys.executable, "-m", "shomei.app.cli", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, done.stdout


def test_the_five_lines(tmp_path: Path) -> None:
    (tmp_path / "example.txt").write_text(example("derivation"), "utf-8")
    assert shomei(tmp_path, "check", "--backend", "portable", "--no-ledger", "example.txt") == (
        1,
        example("output"),
    )


@pytest.mark.parametrize("name", ["start", "start.txt", "start.md"])
def test_what_new_writes_verifies_as_it_stands(name: str, tmp_path: Path) -> None:
    code, said = shomei(tmp_path, "new", name)
    assert code == 0
    [path] = tmp_path.iterdir()
    assert f"shomei check {path.name}" in said
    code, report = shomei(tmp_path, "check", "--backend", "portable", "--no-ledger", path.name)
    assert code == 0, report
    assert "note:" not in report
    assert path.read_text("utf-8").count("shomei check") == 1
