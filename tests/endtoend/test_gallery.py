"""Every derivation of the gallery, from its file to its verdicts, with the real portable Lean; and that the gallery's README lists it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "derivations" / "README.md"
DERIVATIONS = sorted(path for path in (ROOT / "derivations").iterdir() if path.suffix in {".txt", ".md", ".tex"} and path != README)


def opening(path: Path) -> str:
    """The sentence that a derivation begins with: its first comment, or the first paragraph under its title."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    prose = [line for line in lines if not line.startswith("#")] if path.suffix == ".md" else lines
    return prose[0].lstrip("#%").strip()


def test_there_are_derivations_in_each_form_and_in_both_languages() -> None:
    assert {path.suffix for path in DERIVATIONS} == {".txt", ".md", ".tex"}
    assert sum(not opening(path).isascii() and "。" in opening(path) for path in DERIVATIONS) >= 4


@pytest.mark.parametrize("path", DERIVATIONS, ids=lambda path: path.name)
def test_the_readme_says_what_each_derivation_shows(path: Path) -> None:
    rows = [line for line in README.read_text(encoding="utf-8").splitlines() if f"]({path.name})" in line]
    assert rows == [f"| [{path.name}]({path.name}) | {opening(path)} |"]


@pytest.mark.parametrize("path", DERIVATIONS, ids=lambda path: path.name)
def test_every_step_is_verified(path: Path) -> None:
    command = [sys.executable, "-m", "checker.cli", "check", "--backend", "portable", "--format", "json", "--no-ledger", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1500, check=False)
    steps = json.loads(done.stdout)["files"][0]["steps"]
    assert [(step["line"], step["verdict"], step["message"]) for step in steps if step["verdict"] != "verified"] == []
    assert done.returncode == 0
    assert len(steps) >= 6
