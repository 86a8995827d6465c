"""Several Leans side by side: who gets what, and how they are stopped."""

import time
from collections.abc import Iterator

import pytest

from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.pool import Pool
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
