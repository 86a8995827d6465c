"""Installs are whole or absent."""

import errno
import json
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from shomei.lean.backend import EnvironmentFailure
from shomei.lean.portable import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHOMEI_CACHE", str(tmp_path / "cache"))
    return cache.cache_folder() / "thing-1"


def build(scratch: Path) -> None:
    (scratch / "inner").mkdir()
    (scratch / "inner" / "file").write_bytes(b"content")


def never(_: Path) -> None:
    raise AssertionError("it was there already")


def test_the_folder_is_the_owners_alone() -> None:
    assert cache.cache_folder().stat().st_mode & 0o777 == 0o700


def test_what_is_installed_is_not_built_again(folder: Path) -> None:
    cache.install(folder, "key", build)
    assert (cache.install(folder, "key", never) / "inner" / "file").read_bytes() == b"content"


def damage_size(folder: Path) -> None:
    (folder / "inner" / "file").write_bytes(b"cont")


def damage_content(folder: Path) -> None:
    (folder / "inner" / "file").write_bytes(b"CONTENT")


def damage_absence(folder: Path) -> None:
    (folder / "inner" / "file").unlink()


def damage_stamp(folder: Path) -> None:
    (folder / cache.STAMP).write_text('{"key": "key", "fi')


def damage_stamp_form(folder: Path) -> None:
    (folder / cache.STAMP).write_text(json.dumps({"key": "key", "files": ["inner/file"]}))


@pytest.mark.parametrize(
    "damage", [damage_size, damage_content, damage_absence, damage_stamp, damage_stamp_form]
)
def test_damage_is_noticed_and_mended(folder: Path, damage: object) -> None:
    cache.install(folder, "key", build)
    time.sleep(0.01)  # so that the time of the change differs
    assert callable(damage)
    damage(folder)
    assert not cache.is_installed(folder, "key")
    cache.install(folder, "key", build)
    assert (folder / "inner" / "file").read_bytes() == b"content"


def test_a_copy_with_other_times_counts_by_its_content(folder: Path) -> None:
    cache.install(folder, "key", build)
    os.utime(folder / "inner" / "file", (1, 1))
    assert cache.is_installed(folder, "key")


def test_another_key_is_another_thing(folder: Path) -> None:
    cache.install(folder, "key", build)
    assert not cache.is_installed(folder, "other key")


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), RuntimeError(), EnvironmentFailure("no network")]
)
def test_a_failure_leaves_nothing_and_spoils_nothing(folder: Path, error: BaseException) -> None:
    other = folder.with_name("thing-2")
    cache.install(other, "key", build)

    def fail(scratch: Path) -> None:
        build(scratch)
        raise error

    with pytest.raises(type(error)):
        cache.install(folder, "key", fail)
    assert sorted(path.name for path in folder.parent.iterdir() if path.is_dir()) == ["thing-2"]
    assert cache.is_installed(other, "key")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_disk_that_fails_is_one_clear_sentence(folder: Path, number: int) -> None:
    def fail(scratch: Path) -> None:
        build(scratch)
        raise OSError(number, os.strerror(number))

    with pytest.raises(EnvironmentFailure, match=os.strerror(number)):
        cache.install(folder, "key", fail)
    assert not folder.exists()


def test_a_cache_that_cannot_be_made_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SHOMEI_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(EnvironmentFailure, match="cannot be made"):
        cache.cache_folder()


def test_what_a_killed_process_left_is_cleared(folder: Path) -> None:
    left = folder.parent / f".{folder.name}.abc"
    left.mkdir()
    (left / "half").write_text("half")
    cache.install(folder, "key", build)
    assert not left.exists()


def build_slowly(scratch: Path) -> None:
    with (scratch.parent / "builds").open("a") as stream:
        stream.write("x")
    time.sleep(0.3)
    build(scratch)


def test_two_processes_at_once_build_once(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [
        context.Process(target=cache.install, args=(folder, "key", build_slowly)) for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert (folder.parent / "builds").read_text() == "x"


def test_old_ones_are_pruned_by_their_last_use(folder: Path) -> None:
    made = [
        cache.install(folder.with_name(f"thing-{number}"), "key", build)
        for number in range(cache.KEPT)
    ]
    for age, one in enumerate(made):
        os.utime(one / cache.STAMP, (1000 - age, 1000 - age))
    cache.mark_used(made[-1])
    unrelated = cache.install(folder.with_name("other-1"), "key", build)
    cache.install(folder.with_name("thing-new"), "key", build)
    left = {path.name for path in folder.parent.glob("thing-*") if path.is_dir()}
    assert left == {"thing-new", *(one.name for one in made if one != made[-2])}
    assert unrelated.exists()


def test_keys_tell_parts_apart() -> None:
    assert cache.short_key([b"ab", b"c"]) != cache.short_key([b"a", b"bc"])
