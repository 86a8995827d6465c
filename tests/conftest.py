"""Fixtures of all tests: Ctrl-C as in a terminal, a cache for each test, and no Lean."""

import os
import signal
from pathlib import Path

import pytest

from shomei.lean.axioms import printed
from shomei.ledger.keys import KEY_FILE
from tests.fakes import FakeLean

# A shell that starts the tests in the background has them, and all that they start, ignore SIGINT:
# the tests of Ctrl-C need it as a terminal has it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Reports are in the language of the locale; what tests expect is English.
os.environ["LC_ALL"] = "C.UTF-8"


# The key of the tests' ledgers: one for all processes that share a cache, and not the user's own.
_KEY = Path(__file__).parents[1] / ".pytest_cache" / "ledger.key"
if KEY_FILE not in os.environ:
    _KEY.parent.mkdir(exist_ok=True)
    if not _KEY.exists():
        scratch = _KEY.with_name(f"ledger.key.{os.getpid()}")
        scratch.write_text("the key of the tests", "ascii")
        scratch.chmod(0o600)
        scratch.replace(_KEY)
    os.environ[KEY_FILE] = str(_KEY)


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
    monkeypatch.setattr("shomei.api.checker.choose", lambda _wanted, _progress: (fake, printed()))
    return fake
