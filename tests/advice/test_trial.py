"""How long advice may take: by its work, not by what else the machine does."""

import time

import pytest

from shomei.advice.trial import Deadline


def test_waiting_is_no_work() -> None:
    deadline = Deadline.after(0.5)
    time.sleep(0.6)
    assert 0.3 < deadline.left() <= 0.5


def test_work_is() -> None:
    deadline = Deadline.after(0.1)
    begun = time.thread_time()
    while time.thread_time() - begun < 0.15:
        pass
    assert deadline.left() == 0


def test_it_ends_by_the_clock_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    deadline = Deadline.after(0.5)
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert deadline.left() == 0
