"""A short run of the coverage-guided fuzzer; `python -m tests.parser.guided` runs it at length."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# For other systems and for newer Pythons there is no wheel of atheris; the mutator,
# `test_mutation.py`, runs everywhere.
pytestmark = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64") or sys.version_info >= (3, 14),
    reason="atheris has no wheel for this system",
)

#: The fuzzer, with a parser that fails where it reads a root of a root.
_BROKEN = """
import sys
from pathlib import Path
from tests.parser import guided
real = guided.answer
def broken(content, path):
    assert b"\\\\sqrt{\\\\sqrt" not in content, "found"
    return real(content, path)
guided.answer = broken
guided.main(Path(sys.argv[1]), sys.argv[2:])
"""


def fuzz(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        # The order in which sets are walked changes what is reached, and so what is tried next.
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )


def test_some_thousand_inputs_have_an_answer(tmp_path: Path) -> None:
    done = fuzz("-m", "tests.parser.guided", str(tmp_path), "-runs=1500", "-seed=1")
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done 1500 runs" in done.stderr
    assert "ERROR" not in done.stderr


def test_a_mistake_of_the_parsers_is_found_and_kept(tmp_path: Path) -> None:
    seed = tmp_path / "corpus" / "a"
    seed.parent.mkdir()
    seed.write_bytes(b"\0x = \\sqrt{\\sqrt{x}}")
    done = fuzz("-c", _BROKEN, str(tmp_path), "-runs=4000", "-seed=1")
    assert done.returncode != 0
    assert "AssertionError: found" in done.stdout + done.stderr
    (kept,) = tmp_path.glob("crash-*")
    assert b"\\sqrt{\\sqrt" in kept.read_bytes()
