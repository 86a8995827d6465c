"""A cache of its own for each test that checks something, and a Lean that is not there."""

from pathlib import Path

import pytest

from checker.lean.axioms import printed
from tests.checker.fakes import FakeLean


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, which Shomei then uses."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("SHOMEI_CACHE", str(folder))
    return folder


@pytest.fixture
def lean(cache: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLean:
    """A Lean that accepts everything, in place of any backend."""
    fake = FakeLean()
    monkeypatch.setattr("checker.commands.session.choose", lambda _wanted, _progress: (fake, printed()))
    return fake
