import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shomei.ledger import LEDGER_NAME, NO_LEDGER, Entry, Ledger, open_ledger
from shomei.ledger.keys import ledger_key
from shomei.ledger.store import APPLICATION_ID, LAYOUT, SqliteLedger

ROOT = Path(__file__).parents[2]
KEY = "a" * 64
OTHER = "b" * 64


class Warnings(list[str]):
    """What was warned of."""

    def __call__(self, message: str) -> None:
        self.append(message)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    return folder / LEDGER_NAME


def opened(path: Path) -> tuple[Ledger, Warnings]:
    warnings = Warnings()
    return open_ledger(path, warnings), warnings


def filled(path: Path, *entries: Entry) -> None:
    ledger, warnings = opened(path)
    ledger.record(entries)
    ledger.close()
    assert warnings == []


def test_what_is_recorded_is_found_again(path: Path) -> None:
    filled(path, Entry(KEY, ("propext", "Real.log_exp")), Entry(OTHER))
    ledger, warnings = opened(path)
    assert ledger.find(KEY) == Entry(KEY, ("propext", "Real.log_exp"))
    assert ledger.find(OTHER) == Entry(OTHER)
    assert ledger.find("c" * 64) is None
    assert warnings == []
    ledger.close()


def test_recording_twice_is_harmless(path: Path) -> None:
    filled(path, Entry(KEY))
    filled(path, Entry(KEY), Entry(OTHER))
    ledger, _ = opened(path)
    assert ledger.find(KEY) == Entry(KEY)
    assert ledger.find(OTHER) == Entry(OTHER)
    ledger.close()


def test_only_its_owner_can_read_it(path: Path) -> None:
    before = os.umask(0)
    try:
        filled(path, Entry(KEY))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_reports_are_kept_by_their_key(path: Path) -> None:
    ledger, warnings = opened(path)
    ledger.record_report(KEY, '{"a": "証明"}')
    ledger.record_report(KEY, '{"a": "newer"}')
    ledger.record_report(OTHER, "x")
    ledger.close()
    again, _ = opened(path)
    assert (
        again.find_report(KEY) == '{"a": "newer"}'
        and again.find_report(OTHER) == "x"
        and again.find_report("c" * 64) is None
    )
    assert again.find(KEY) is None
    assert warnings == []
    again.close()


def test_a_report_that_was_altered_is_not_believed(path: Path) -> None:
    ledger, _ = opened(path)
    ledger.record_report(KEY, "refuted")
    ledger.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE reports SET report = 'verified'")
    connection.close()
    again, warnings = opened(path)
    assert again.find_report(KEY) is None and len(warnings) == 1
    again.close()


def test_old_reports_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shomei.ledger.store._MOST_REPORTS", 3)
    ledger, _ = opened(path)
    for number in range(6):
        ledger.record_report(f"{number:064x}", str(number))
    assert [ledger.find_report(f"{number:064x}") for number in range(6)] == [
        None,
        None,
        None,
        "3",
        "4",
        "5",
    ]
    ledger.close()


def aside(path: Path) -> list[str]:
    return sorted(name.name for name in path.parent.iterdir() if ".aside-" in name.name)


def assert_set_aside_and_working(path: Path, reason: str) -> None:
    ledger, warnings = opened(path)
    assert len(warnings) == 1 and reason in warnings[0]
    assert aside(path) == [f"{LEDGER_NAME}.aside-1"]
    assert ledger.find(KEY) is None
    ledger.record([Entry(KEY)])
    assert ledger.find(KEY) == Entry(KEY)
    ledger.close()
    again, warnings = opened(path)
    assert again.find(KEY) == Entry(KEY) and warnings == []
    again.close()


def test_garbage_is_set_aside(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)
    path.chmod(0o600)
    assert_set_aside_and_working(path, "not a database")


def test_a_foreign_database_is_set_aside(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.close()
    path.chmod(0o600)
    assert_set_aside_and_working(path, "not a ledger of this version")


def test_another_version_is_set_aside(path: Path) -> None:
    filled(path, Entry(KEY))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert_set_aside_and_working(path, "not a ledger of this version")


def test_other_tables_and_triggers_are_not_believed(path: Path) -> None:
    filled(path, Entry(KEY))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TRIGGER t AFTER INSERT ON verified BEGIN DELETE FROM verified; END"
        )
    connection.close()
    assert_set_aside_and_working(path, "its tables are not those of a ledger")


def test_a_table_of_other_columns_is_not_believed(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE verified (key TEXT PRIMARY KEY)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.close()
    path.chmod(0o600)
    assert_set_aside_and_working(path, "its tables are not those of a ledger")


def test_a_truncated_ledger_is_set_aside(path: Path) -> None:
    filled(path, *(Entry(f"{number:064x}", ("propext",)) for number in range(500)))
    os.truncate(path, path.stat().st_size // 2)
    assert_set_aside_and_working(path, "damaged")


def test_a_row_that_was_altered_is_not_believed(path: Path) -> None:
    filled(path, Entry(KEY, ("propext",)))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verified SET axioms = 'propext' || char(10) || 'sorryAx'")
    connection.close()
    ledger, warnings = opened(path)
    assert ledger.find(KEY) is None
    assert len(warnings) == 1 and "was not written under this key, or was altered" in warnings[0]
    ledger.record([Entry(OTHER)])
    ledger.close()
    assert aside(path) == [f"{LEDGER_NAME}.aside-1"]


def test_a_row_put_under_another_key_is_not_believed(path: Path) -> None:
    filled(path, Entry(KEY))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verified SET key = ?", (OTHER,))
    connection.close()
    ledger, warnings = opened(path)
    assert ledger.find(OTHER) is None and len(warnings) == 1
    ledger.close()


def test_a_row_of_bytes_is_not_believed(path: Path) -> None:
    filled(path, Entry(KEY))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verified SET axioms = x'00ff'")
    connection.close()
    ledger, warnings = opened(path)
    assert ledger.find(KEY) is None and len(warnings) == 1
    ledger.close()


@pytest.mark.parametrize("bits", [0o020, 0o002, 0o022])
def test_a_file_that_others_may_write_is_not_believed(path: Path, bits: int) -> None:
    filled(path, Entry(KEY))
    path.chmod(0o600 | bits)
    assert_set_aside_and_working(path, "other users may write")


def test_a_folder_that_others_may_write_gets_no_ledger(path: Path) -> None:
    filled(path, Entry(KEY))
    path.parent.chmod(0o777)
    ledger, warnings = opened(path)
    assert ledger is NO_LEDGER and len(warnings) == 1 and "other users may write" in warnings[0]
    assert aside(path) == [] and path.exists()


def test_a_file_of_another_user_is_not_believed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, Entry(KEY))
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    ledger, warnings = opened(path)
    assert ledger is NO_LEDGER and "belongs to another user" in warnings[0]


def test_a_link_is_not_followed(path: Path) -> None:
    target = path.parent / "target"
    target.write_bytes(b"")
    path.symlink_to(target)
    assert_set_aside_and_working(path, "symbolic link")
    assert target.read_bytes() == b""


def test_a_folder_in_its_place_is_set_aside(path: Path) -> None:
    path.mkdir()
    assert_set_aside_and_working(path, "it is a folder")


def test_no_more_than_three_are_kept_aside(path: Path) -> None:
    for _ in range(5):
        path.write_bytes(b"garbage" * 1000)
        path.chmod(0o600)
        ledger, warnings = opened(path)
        assert len(warnings) == 1
        ledger.close()
    assert aside(path) == [f"{LEDGER_NAME}.aside-{number}" for number in (1, 2, 3)]


def test_where_no_folder_can_be_made_there_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ledger, warnings = opened(tmp_path / "file" / "cache" / LEDGER_NAME)
    assert ledger is NO_LEDGER and len(warnings) == 1


class _Failing:
    """A connection whose every statement fails in one way."""

    def __init__(self, error: sqlite3.Error) -> None:
        self.error = error
        self.closed = False

    def execute(self, *_: object) -> object:
        raise self.error

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    "message",
    ["database or disk is full", "attempt to write a readonly database", "database is locked"],
)
def test_a_full_disk_or_a_lock_costs_a_warning_and_nothing_else(path: Path, message: str) -> None:
    filled(path, Entry(KEY))
    warnings = Warnings()
    connection = _Failing(sqlite3.OperationalError(message))
    ledger = SqliteLedger(connection, path, ledger_key(), warnings)  # type: ignore[arg-type]
    ledger.record([Entry(OTHER)])
    assert connection.closed and len(warnings) == 1 and message in warnings[0]
    assert ledger.find(KEY) is None
    ledger.record([Entry(OTHER)])
    assert len(warnings) == 1 and aside(path) == []
    again, _ = opened(path)
    assert again.find(KEY) == Entry(KEY)
    again.close()


def test_a_disk_that_gets_full_leaves_all_or_nothing(path: Path) -> None:
    filled(path, Entry(KEY))
    warnings = Warnings()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA max_page_count = 8")
    ledger = SqliteLedger(connection, path, ledger_key(), warnings)
    ledger.record([Entry(f"{number:064x}") for number in range(5000)])
    assert len(warnings) == 1 and "disk is full" in warnings[0]
    again, warnings = opened(path)
    assert again.find(KEY) == Entry(KEY) and again.find(f"{0:064x}") is None and warnings == []
    again.close()


def test_a_killed_write_leaves_nothing_half_written(path: Path) -> None:
    filled(path, Entry(KEY))
    code = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
keys = ((f"{n:064x}",) for n in range(20000))
connection.executemany("INSERT INTO verified VALUES (?, '', '')", keys)
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", code, path], check=False)
    ledger, warnings = opened(path)
    assert warnings == [] and ledger.find(KEY) == Entry(KEY) and ledger.find(f"{5:064x}") is None
    ledger.close()


def test_many_processes_write_at_once(path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from shomei.ledger import Entry, open_ledger
warned = []
worker = int(sys.argv[1])
for turn in range(20):
    ledger = open_ledger(Path({str(path)!r}), warned.append)
    ledger.record([Entry(f"{{worker * 1000 + turn:064x}}", ("propext",))])
    ledger.close()
assert not warned, warned
"""
    workers = [
        subprocess.Popen([sys.executable, "-c", code, str(number)], cwd=ROOT) for number in range(4)
    ]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0, 0]
    ledger, _ = opened(path)
    assert all(
        ledger.find(f"{worker * 1000 + turn:064x}") for worker in range(4) for turn in range(20)
    )
    ledger.close()


def test_many_notice_the_damage_at_once(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)
    path.chmod(0o600)
    failures: list[BaseException] = []

    def use(number: int) -> None:
        try:
            ledger, _ = opened(path)
            ledger.record([Entry(f"{number:064x}")])
            ledger.find(
                f"{number:064x}"
                # one that lost the race may go on without a ledger; none may fail, or find what was
                # not recorded
            )
            ledger.close()
        except Exception as error:  # noqa: BLE001 - shown by the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    ledger, _ = opened(path)
    ledger.record([Entry("f" * 64)])
    assert ledger.find("f" * 64) is not None
    ledger.close()


def test_the_clock_does_not_matter(path: Path) -> None:
    filled(path, Entry(KEY))
    for moment in (0, 4_000_000_000):
        os.utime(path, (moment, moment))
        ledger, warnings = opened(path)
        assert ledger.find(KEY) == Entry(KEY) and warnings == []
        ledger.close()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_anywhere_never_invents_a_verified_theorem(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    folder.chmod(0o700)
    path = folder / LEDGER_NAME
    known = {
        f"{number:064x}": Entry(f"{number:064x}", ("propext",) * (number % 3))
        for number in range(40)
    }
    filled(path, *known.values())
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    ledger, _ = opened(path)
    for key, entry in known.items():
        assert ledger.find(key) in {entry, None}
    assert ledger.find("f" * 64) is None
    ledger.record([Entry(KEY)])
    ledger.close()
