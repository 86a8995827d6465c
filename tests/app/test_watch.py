from pathlib import Path

import pytest

from shomei.app.watch import changed, folders_of


def test_the_folders_are_watched_once_each(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    paths = [tmp_path / "a" / "one.txt", tmp_path / "a" / "two.txt", tmp_path / "three.txt"]
    assert folders_of(paths) == [tmp_path / "a", tmp_path]


def test_only_the_named_files_count(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.touch()
    two.touch()
    assert changed([one, two], {tmp_path / "two.txt", tmp_path / "other.txt"}) == [two]
    assert changed([one, two], {tmp_path / "one.txt.swp"}) == []


def test_a_file_that_is_gone_for_a_moment_is_not_read(tmp_path: Path) -> None:
    assert changed([tmp_path / "gone.txt"], {tmp_path / "gone.txt"}) == []


def test_a_link_changes_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "file.txt", tmp_path / "link.txt"
    real.touch()
    link.symlink_to(real)
    assert folders_of([link]) == [tmp_path, tmp_path / "real"]
    assert changed([link], {real}) == [link]
    assert changed([link], {link}) == [link]


def test_relative_paths_are_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").touch()
    assert changed([Path("one.txt")], {tmp_path / "one.txt"}) == [Path("one.txt")]
