"""Keys tell contents apart; a lock is held by one process at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from shomei.storage import content_key, exclusive

HOLD = """
import sys
from pathlib import Path
from shomei.storage import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
"""


def test_parts_are_told_apart_from_their_neighbours() -> None:
    keys = {
        content_key(parts)
        for parts in ([], [""], ["a", "b"], ["ab"], ["", "ab"], ["b", "a"], ["\udc80"], ["\ud800"])
    }
    assert len(keys) == 8
    assert content_key(["証明"]) == content_key(["証明".encode()])
    assert len(content_key(iter([b"a"]))) == 64


def test_a_lock_is_held_by_one_process_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    with exclusive(lock):
        other = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(lock)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=2)
    assert other.communicate(timeout=30)[0] == "held\n"
    assert lock.stat().st_mode & 0o777 == 0o600


def test_a_lock_is_freed_where_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), exclusive(tmp_path / "a.lock"):
        raise KeyError
    with exclusive(tmp_path / "a.lock"):
        pass


def test_a_lock_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "a.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError), exclusive(tmp_path / "a.lock"):
        pass
    assert not (tmp_path / "elsewhere").exists()
