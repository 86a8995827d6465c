"""Ledgers that are handed on: only rows under the same key are taken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from shomei.ledger import LEDGER_NAME, Entry, open_ledger
from shomei.ledger.keys import KEY_FILE
from shomei.ledger.sharing import Merged, export, merge
from shomei.ledger.store import Unusable
from tests.app.calls import run

KEYS = [f"{number:064x}" for number in range(4)]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    folder.mkdir(mode=0o700)
    return folder / LEDGER_NAME


def fill(path: Path, *keys: str) -> None:
    ledger = open_ledger(path, pytest.fail)
    ledger.record([Entry(key, ("propext",)) for key in keys])
    ledger.record_report(KEYS[0], "the text of a derivation")
    ledger.close()


def held(path: Path) -> list[str]:
    ledger = open_ledger(path, pytest.fail)
    found = [key for key in KEYS if ledger.find(key) == Entry(key, ("propext",))]
    ledger.close()
    return found


def test_what_one_has_verified_another_need_not(cache: Path, other: Path, tmp_path: Path) -> None:
    mine, file = cache / LEDGER_NAME, tmp_path / "shared"
    fill(mine, KEYS[0], KEYS[1])
    fill(other, KEYS[1], KEYS[2])
    assert export(other, file) == 2
    assert b"derivation" not in file.read_bytes()
    assert merge(file, mine, pytest.fail) == Merged(1, 1, 0)
    assert held(mine) == KEYS[:3]
    assert held(other) == KEYS[1:3]


def test_rows_of_another_key_are_not_taken(
    cache: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(cache / LEDGER_NAME, KEYS[0])
    theirs = tmp_path / "theirs"
    theirs.write_text("the key of somebody else", "ascii")
    theirs.chmod(0o600)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv(KEY_FILE, str(theirs))
        fill(other, KEYS[1])
        export(other, tmp_path / "shared")
    told: list[str] = []
    assert merge(tmp_path / "shared", cache / LEDGER_NAME, told.append) == Merged(0, 0, 1)
    assert told == ["1 of 1 rows are not written under your key, and do not count"]
    assert held(cache / LEDGER_NAME) == KEYS[:1]


def test_a_row_that_was_altered_on_the_way_is_not_taken(
    cache: Path, other: Path, tmp_path: Path
) -> None:
    fill(other, KEYS[0], KEYS[1])
    export(other, tmp_path / "shared")
    with sqlite3.connect(tmp_path / "shared") as connection:
        connection.execute("UPDATE verified SET key = ? WHERE key = ?", (KEYS[3], KEYS[1]))
    connection.close()
    assert merge(tmp_path / "shared", cache / LEDGER_NAME, lambda _: None) == Merged(1, 0, 1)
    assert held(cache / LEDGER_NAME) == KEYS[:1]


def test_a_foreign_schema_is_refused(cache: Path, other: Path, tmp_path: Path) -> None:
    fill(other, KEYS[0])
    export(other, tmp_path / "shared")
    with sqlite3.connect(tmp_path / "shared") as connection:
        connection.execute("CREATE VIEW v AS SELECT * FROM verified")
    connection.close()
    with pytest.raises(Unusable, match="tables"):
        merge(tmp_path / "shared", cache / LEDGER_NAME, pytest.fail)


def test_the_command_exports_and_merges(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(cache / LEDGER_NAME, KEYS[0])
    file = str(tmp_path / "shared")
    assert run("cache", "export", file) == 0
    (cache / LEDGER_NAME).unlink()
    assert run("cache", "merge", file) == 0
    said = capsys.readouterr().out
    assert said == f"{file}: 1 verified theorems\n{file}: 1 new, 0 known\n"
    assert held(cache / LEDGER_NAME) == KEYS[:1]


@pytest.mark.parametrize(
    "call", [("export",), ("export", "a", "b"), ("merge",), ("clear", "a"), ("merge", "missing")]
)
def test_a_wrong_call_is_refused(cache: Path, call: tuple[str, ...]) -> None:
    fill(cache / LEDGER_NAME, KEYS[0])
    assert run("cache", *call) == 2
    assert held(cache / LEDGER_NAME) == KEYS[:1]


def test_what_is_no_ledger_is_refused(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no ledger" * 1000)
    assert run("cache", "merge", str(tmp_path / "text")) == 2
