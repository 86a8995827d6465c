"""Several Leans side by side: who gets what, and how they are stopped."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shomei.lean.backend import LeanRun
from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.pool import Pool, _Shared
from shomei.lean.portable.process import Installation, nobody_left
from tests.lean.portable.bodies import GOOD, SLOW


@pytest.fixture
def pool(backend: PortableBackend) -> Iterator[Pool]:
    two = Pool(backend.installation, 2)
    yield two
    two.close()


def test_answers_come_in_the_order_of_the_bodies(pool: Pool) -> None:
    bodies = [SLOW, *(f"#check ({number} : Nat)" for number in range(6))]
    runs = list(pool.elaborate(bodies, timeout=3))
    assert not runs[0].complete
    assert [run.messages[0].text for run in runs[1:]] == [f"{number} : Nat" for number in range(6)]


def test_the_bodies_are_shared_out(pool: Pool) -> None:
    """Two bodies that never end are given up at the same time, not one after the other."""
    started = time.monotonic()
    assert [run.complete for run in pool.elaborate([SLOW, SLOW], timeout=5)] == [False, False]
    assert time.monotonic() - started < 9.5


def test_when_nobody_wants_the_answers_the_work_ends(pool: Pool) -> None:
    class GoneError(Exception):
        pass

    begun = time.monotonic()

    def still_wanted() -> None:
        if time.monotonic() - begun > 1:
            raise GoneError

    with pytest.raises(GoneError):
        list(pool.elaborate([SLOW, SLOW, SLOW], timeout=60, still_wanted=still_wanted))
    assert time.monotonic() - begun < 20
    assert [run.complete for run in pool.elaborate([GOOD, GOOD], timeout=60)] == [True, True]


def test_one_body_needs_one_lean(pool: Pool) -> None:
    assert [run.complete for run in pool.elaborate([GOOD], timeout=60)] == [True]
    assert [session._process is not None for session in pool._sessions] == [True, False]
    assert [run.complete for run in pool.elaborate([GOOD, GOOD], timeout=60)] == [True, True]
    assert [session._process is not None for session in pool._sessions] == [True, True]


class Counting:
    """In place of a session: notes who is at work in it, and answers after a moment."""

    def __init__(self) -> None:
        self.at_work = 0
        self.most = 0
        self.bodies: list[str] = []

    def elaborate(self, body: str, **_: object) -> LeanRun:
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        self.bodies.append(body)
        time.sleep(0.05)
        self.at_work -= 1
        return LeanRun((), complete=True, seconds=0.0, failure=body)

    def close(self) -> None:
        pass


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> tuple[Pool, list[Counting]]:
    """Two Leans that are none."""
    made: list[Counting] = []

    def make(_installation: object) -> Counting:
        made.append(Counting())
        return made[-1]

    monkeypatch.setattr("shomei.lean.portable.pool.Session", make)
    return Pool(Installation("node", Path(), Path()), 2), made


def test_callers_at_once_share_the_leans(counted: tuple[Pool, list[Counting]]) -> None:
    pool, sessions = counted
    answers: dict[int, list[str | None]] = {}

    def ask(caller: int) -> None:
        bodies = [f"{caller}/{number}" for number in range(5 if caller % 2 else 1)]
        answers[caller] = [run.failure for run in pool.elaborate(bodies, timeout=5)]

    callers = [threading.Thread(target=ask, args=(caller,)) for caller in range(6)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(30)
    assert answers == {
        caller: [f"{caller}/{number}" for number in range(5 if caller % 2 else 1)]
        for caller in range(6)
    }
    assert [session.most for session in sessions] == [1, 1]
    assert sum(len(session.bodies) for session in sessions) == 18


def test_who_asks_later_does_not_wait_for_all_who_asked_before(
    counted: tuple[Pool, list[Counting]],
) -> None:
    pool, _ = counted
    long = pool.elaborate([str(number) for number in range(100)], timeout=5)
    next(long)
    begun = time.monotonic()
    assert [run.failure for run in pool.elaborate(["mine"], timeout=5)] == ["mine"]
    assert time.monotonic() - begun < 1.5
    long.close()


def test_who_waits_and_does_not_want_any_more_is_passed_over(
    counted: tuple[Pool, list[Counting]],
) -> None:
    pool, sessions = counted

    looks: list[None] = []

    def gone() -> None:
        """Goes away while there is no Lean for it, not before."""
        looks.append(None)
        if len(looks) > 2:
            raise InterruptedError

    begun, released = threading.Barrier(3, timeout=30), threading.Event()

    def busy(body: str, **_: object) -> LeanRun:
        if body in {"a", "b"}:
            begun.wait()
            released.wait(60)
        return LeanRun((), complete=True, seconds=0.0, failure=body)

    for session in sessions:
        session.elaborate = busy  # type: ignore[method-assign]
    working = threading.Thread(target=lambda: list(pool.elaborate(["a", "b"], timeout=5)))
    working.start()
    begun.wait()
    with pytest.raises(InterruptedError):
        list(pool.elaborate(["c"], timeout=5, still_wanted=gone))
    released.set()
    working.join(30)
    # Both Leans are free again: none was handed to the one who went away.
    assert [run.failure for run in pool.elaborate(["d", "e"], timeout=5)] == ["d", "e"]


def test_at_rest_one_lean_is_kept() -> None:
    closed: list[int] = []

    class Quiet:
        def __init__(self, number: int) -> None:
            self._number = number

        def close(self) -> None:
            closed.append(self._number)

    pool = Pool.__new__(Pool)
    pool._sessions = [Quiet(0), Quiet(1), Quiet(2)]  # type: ignore[list-item]
    pool._shared = _Shared(pool._sessions)
    with pool._shared.lent(nobody_left), pool._shared.lent(nobody_left):
        pool.rest()  # the first two are at work
        assert closed == [2]
    pool.rest()
    assert closed == [2, 1, 2]
