"""What `shomei new` writes is verified by the real portable Lean as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endtoend.command import shomei


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
