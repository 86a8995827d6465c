"""The Lean in the background: it is found again, shared, guarded, and abandoned when it does not
answer.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shomei.lean.portable import client, sockets
from shomei.lean.portable.backend import PortableBackend
from shomei.lean.portable.protocol import (
    Line,
    ProtocolError,
    Request,
    read_request,
    read_run,
    write_request,
)
from tests.lean.portable.bodies import GOOD, SLOW


@pytest.fixture(autouse=True)
def with_resident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOMEI_RESIDENT", "1")


def resident_at(path: Path) -> int | None:
    """The process number of the resident that listens at `path`: it holds the lock beside it, and
    wrote its number there.
    """
    lock = path.with_name(f"{path.name}.lock")
    if not lock.exists():
        return None
    with lock.open("r+") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(stream.read() or 0) or None
    return None


def children(parent: int) -> list[int]:
    """The processes that `parent` started and that still run."""
    return [
        int(one)
        for task in Path(f"/proc/{parent}/task").iterdir()
        for one in (task / "children").read_text().split()
    ]


def is_running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.fixture(scope="module")
def _places() -> Iterator[set[Path]]:
    """The sockets of the residents of these tests, which are ended after the last one."""
    used: set[Path] = set()
    yield used
    for place in used:
        end_residents(place)


@pytest.fixture
def path(backend: PortableBackend, own_cache: Path, _places: set[Path]) -> Path:
    """Where the resident of these tests listens. They share one."""
    assert backend.installation.library.parent == own_cache
    place = client.socket_path(backend.identity)
    _places.add(place)
    return place


@pytest.fixture
def nobody(path: Path) -> Path:
    """The same, with no resident there."""
    end_residents(path)
    return path


def end_residents(place: Path) -> None:
    pid = resident_at(place)
    if pid is not None:
        os.kill(pid, signal.SIGTERM)
    wait_until(lambda: resident_at(place) is None)


def wait_until(condition: Callable[[], object], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass in time"
        time.sleep(0.05)


def test_backends_share_one_and_it_stays(
    new_backend: Callable[[], PortableBackend], path: Path
) -> None:
    seen = set()
    for _ in range(2):
        (run,) = new_backend().check([GOOD], timeout=60)
        assert run.complete
        assert not run.messages
        seen.add(resident_at(path))
    assert len(seen) == 1
    assert None not in seen
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_several_clients_at_once_each_get_their_own_answers(
    new_backend: Callable[[], PortableBackend], path: Path
) -> None:
    answers: dict[int, list[str]] = {}

    def ask(number: int) -> None:
        runs = new_backend().check(
            [f"#check ({number}{part} : Nat)" for part in range(3)], timeout=60
        )
        answers[number] = [run.messages[0].text for run in runs]

    threads = [threading.Thread(target=ask, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == {
        number: [f"{number}{part} : Nat" for part in range(3)] for number in (1, 2, 3)
    }
    assert resident_at(path) is not None


def test_a_resident_that_is_killed_at_work_is_replaced(
    new_backend: Callable[[], PortableBackend], path: Path
) -> None:
    new_backend().check([GOOD], timeout=60)
    first = resident_at(path)
    assert first is not None
    threading.Timer(1, os.kill, (first, signal.SIGKILL)).start()
    slow, wrong = new_backend().check([SLOW, "theorem wrong : 1 = 2 := rfl"], timeout=3)
    assert not slow.complete
    assert [message.severity for message in wrong.messages].count("error") > 0
    assert resident_at(path) != first


def test_a_client_that_goes_away_gives_its_turn_up(
    new_backend: Callable[[], PortableBackend], path: Path
) -> None:
    new_backend().check([GOOD], timeout=60)
    impatient = sockets.connect(path, timeout=5)
    Line(impatient).send(write_request(Request((SLOW, SLOW), 60)))
    time.sleep(1)
    impatient.close()
    started = time.monotonic()
    (run,) = new_backend().check([GOOD], timeout=60)
    assert run.complete
    assert time.monotonic() - started < 20


def test_one_of_another_library_is_another_one(
    new_backend: Callable[[], PortableBackend], backend: PortableBackend, path: Path
) -> None:
    other = client.socket_path(f"{backend.identity}x")
    assert other != path
    with pytest.raises(client.NoResidentError):
        client.ask(other, Request((GOOD,), 5))


def test_it_leaves_when_nobody_asks(backend: PortableBackend, nobody: Path) -> None:
    client.start(nobody, backend.installation, idle_seconds=1.0)
    assert client.ask(nobody, Request((GOOD,), 60))[0].complete
    wait_until(lambda: resident_at(nobody) is None)
    assert not nobody.exists()


def test_a_folder_that_others_may_enter_is_refused(
    new_backend: Callable[[], PortableBackend], nobody: Path
) -> None:
    nobody.parent.chmod(0o777)
    try:
        with pytest.raises(client.NoResidentError, match="alone"):
            client.socket_path("portable-x")
        (run,) = new_backend().check([GOOD], timeout=60)
        assert run.complete
        assert resident_at(nobody) is None
    finally:
        nobody.parent.chmod(0o700)


def test_what_is_no_socket_is_refused(nobody: Path) -> None:
    nobody.write_text("not a socket")
    try:
        with pytest.raises(client.NoResidentError, match="socket"):
            client.ask(nobody, Request((GOOD,), 5))
    finally:
        nobody.unlink()


class _Foreign(socket.socket):
    """A connection whose other end, says the kernel, is another user."""

    def getsockopt(self, *_: object) -> bytes:  # type: ignore[override]
        return (
            (1).to_bytes(4, "little")
            + (os.getuid() + 1).to_bytes(4, "little")
            + (1).to_bytes(4, "little")
        )


def test_another_users_process_is_refused() -> None:
    with (
        _Foreign(socket.AF_UNIX) as connection,
        pytest.raises(sockets.ForeignSocketError, match="user"),
    ):
        sockets.check_peer(connection)


LISTENER = """
import os, socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
print("ready", flush=True)
connection, _ = listener.accept()
reply = sys.argv[2].encode()
connection.recv(1 << 20)
connection.sendall(reply)
connection.recv(1)
"""


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "hello\n",
        '{"run": {"complete": true}}\n',
        '{"run": 1}\n',
        '{"verified": true}\n',
        "[]\n",
    ],
)
def test_an_answer_of_another_form_is_no_verdict(nobody: Path, reply: str) -> None:
    listener = subprocess.Popen(
        [sys.executable, "-c", LISTENER, str(nobody), reply], stdout=subprocess.PIPE
    )
    with listener:
        assert listener.stdout is not None
        listener.stdout.readline()
        timer = threading.Timer(1, listener.kill)
        timer.start()
        with pytest.raises(client.NoResidentError):
            client.ask(nobody, Request((GOOD,), 5))
        timer.cancel()
        listener.kill()
    nobody.unlink()


def test_a_resident_takes_no_harm_from_garbage(
    new_backend: Callable[[], PortableBackend], path: Path
) -> None:
    new_backend().check([GOOD], timeout=60)
    before = resident_at(path)
    for garbage in (
        b"",
        b"\n",
        b"{}\n",
        b"\xff\xfe\n",
        b'{"bodies": [1], "timeout": 3}\n',
        b'{"bodies": "x", "timeout": 3}\n',
        b"x" * 100,
    ):
        with sockets.connect(path, timeout=5) as connection:
            connection.sendall(garbage)
    (run,) = new_backend().check([GOOD], timeout=60)
    assert run.complete
    assert resident_at(path) == before


def test_a_path_too_long_for_a_socket_works(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    with (
        sockets.listen(folder / "socket") as listener,
        sockets.connect(folder / "socket", timeout=5) as connection,
    ):
        accepted, _ = listener.accept()
        with accepted:
            Line(connection).send({"a": "ℝ"})
            assert Line(accepted).receive() == {"a": "ℝ"}


def test_requests_and_runs_are_read_as_they_are_written() -> None:
    request = Request(("a", "b"), 2.5)
    assert read_request(json.loads(json.dumps(write_request(request)))) == request
    with pytest.raises(ProtocolError):
        read_run(
            {"messages": [{"severity": "fine"}], "complete": True, "seconds": 1, "failure": None}
        )


def test_lean_ends_with_the_one_who_started_it(project: Path, backend: PortableBackend) -> None:
    assert backend.installation.library.is_dir()
    script = textwrap.dedent(f"""
        from pathlib import Path
        from shomei.lean.portable.backend import PortableBackend
        backend = PortableBackend(project=Path({str(project)!r}))
        backend._pool.prepare()
        print("ready", flush=True)
        backend.check([{SLOW!r}], timeout=100)
    """)
    environment = {**os.environ, "SHOMEI_RESIDENT": "0", "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment
    ) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        time.sleep(0.5)
        started = children(parent.pid)
        assert started
        parent.kill()
    wait_until(lambda: not any(is_running(one) for one in started))
