"""A Lake project in a temporary folder that looks as if Shomei's library were built, and a stand-in
for `lake` on the PATH.
"""

import os
import sys
from pathlib import Path

import pytest

STAND_IN = Path(__file__).with_name("stand_in.py")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lean_project"
    olean = folder / ".lake/build/lib/lean/Shomei.olean"
    olean.parent.mkdir(parents=True)
    olean.write_bytes(b"olean")
    (folder / "lakefile.toml").write_text('name = "shomei"\n')
    (folder / "lean-toolchain").write_text("leanprover/lean4:v4.27.0\n")
    (folder / "lake-manifest.json").write_text("{}\n")
    (folder / "Shomei.lean").write_text("import Mathlib\n")
    binaries = tmp_path / "bin"
    binaries.mkdir()
    lake = binaries / "lake"
    lake.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{STAND_IN}" "$@"\n')
    lake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{binaries}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("SHOMEI_LEAN_PROJECT", str(folder))
    monkeypatch.delenv("SHOMEI_STAND_IN", raising=False)
    return folder
