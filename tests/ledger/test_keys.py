"""Rows count only under the key that they were written under, and a key only if it is kept safe."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from shomei.api.checker import Checker
from shomei.ledger import LEDGER_NAME, Entry, open_ledger
from shomei.ledger.keys import KEY_FILE, KeyProblem, ledger_key, mac, read
from shomei.report import archive
from shomei.verdicts.model import Text
from tests.fakes import FakeLean

ROOT = Path(__file__).parents[2]
KEY = "a" * 64


def key_file(path: Path, content: str) -> Path:
    path.write_text(content, "ascii")
    path.chmod(0o600)
    return path


def test_a_forged_report_makes_nothing_verified(
    lean: FakeLean, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_FILE, str(key_file(tmp_path / "theirs", "the key of the forger")))
    wrong = Text("1 + 1 = 3\n", "sum.txt")
    with Checker() as checker:
        report = checker.check("1 + 1 = 2\n", suffix=".txt")
        forged = replace(report, text=wrong.text)
        key = checker._report_key(wrong, wrong.text, lean)
        checker._ledger.record_report(key, archive.dump(forged))
        # The forgery itself is good: whoever has the forger's key believes it.
        assert checker.check(wrong.text, suffix=".txt").verified
    monkeypatch.setenv(KEY_FILE, str(key_file(tmp_path / "mine", "a key of my own, and long")))
    warned: list[str] = []
    with Checker(on_warning=warned.append) as checker:
        found = checker.check(wrong.text, suffix=".txt")
    assert [step.verdict for step in found.steps] == ["refuted"]
    assert len(warned) == 1 and "under another key" in warned[0]


def test_a_row_without_the_key_is_not_believed(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cache / LEDGER_NAME
    keys = [key_file(tmp_path / name, f"the key of the {name} user") for name in ("one", "other")]
    warned: list[str] = []
    for file in keys:
        monkeypatch.setenv(KEY_FILE, str(file))
        ledger = open_ledger(path, warned.append)
        assert ledger.find(KEY) is None
        ledger.record([Entry(KEY)])
        assert ledger.find(KEY) == Entry(KEY)
        ledger.close()
    assert len(warned) == 1


def test_the_users_own_key_is_made_once_and_only_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY_FILE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code = "from shomei.ledger.keys import ledger_key; print(ledger_key().decode())"
    makers = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    made = {maker.communicate(timeout=60)[0].strip() for maker in makers}
    assert made == {ledger_key().decode()} and len(ledger_key()) == 64
    path = tmp_path / "shomei" / "ledger.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("bits", [0o004, 0o002, 0o020])
def test_a_key_that_others_see_or_change_is_none(tmp_path: Path, bits: int) -> None:
    path = key_file(tmp_path / "key", "a good long key")
    path.chmod(0o600 | bits)
    with pytest.raises(KeyProblem, match="other users"):
        read(path)


@pytest.mark.parametrize("content", ["", "short\n", "x" * 5000])
def test_a_key_of_no_length_is_none(tmp_path: Path, content: str) -> None:
    with pytest.raises(KeyProblem, match="bytes"):
        read(key_file(tmp_path / "key", content))


def test_a_pipe_is_no_key(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(KeyProblem, match="no file"):
        read(tmp_path / "pipe")


def test_without_a_key_every_step_is_checked(
    lean: FakeLean, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_FILE, str(tmp_path / "missing"))
    warned: list[str] = []
    for _ in range(2):
        with Checker(on_warning=warned.append) as checker:
            assert checker.check("1 + 1 = 2\n", suffix=".txt").verified
    assert len(warned) == 2 and "cannot be read" in warned[0]
    assert not (cache / LEDGER_NAME).exists()


def test_a_code_says_where_one_part_ends(tmp_path: Path) -> None:
    key = read(key_file(tmp_path / "key", "0123456789abcdef"))
    assert mac(key, "ab", "c") != mac(key, "a", "bc")
    assert mac(key, "ab") == mac(key, "ab")
