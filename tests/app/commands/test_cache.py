"""`shomei cache`."""

from pathlib import Path

import pytest

from shomei.app.commands.cache import size
from tests.app.calls import GOOD, run, write
from tests.fakes import FakeLean


def test_cache_shows_and_clears_what_is_ours(
    lean: FakeLean, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", write("good.txt", GOOD))
    (cache / "lean-abc").mkdir()
    (cache / "lean-abc" / "lean.wasm").write_bytes(b"x" * 2_500_000)
    (cache / "precious.doc").write_text("not ours")
    (cache / "engine-link").symlink_to("precious.doc")
    (cache / "engine-abc.lock").touch()
    capsys.readouterr()
    assert run("cache") == 0
    out = capsys.readouterr().out
    assert (
        out.startswith(f"{cache}: ")
        and "2 MB  lean-abc (the portable Lean)" in out
        and "verified steps" in out
        and "precious" not in out
        and ".lock" not in out
    )
    assert run("cache", "where") == 0
    assert capsys.readouterr().out == f"{cache}\n"
    assert run("cache", "clear") == 0
    assert sorted(path.name for path in cache.iterdir()) == ["engine-abc.lock", "precious.doc"]
    assert (cache / "precious.doc").read_text() == "not ours"


def test_where_there_is_nothing_nothing_is_shown_or_removed(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("cache") == 0
    assert run("cache", "clear") == 0
    assert capsys.readouterr().out == f"{cache}: 0 B\n0 B removed from {cache}\n"


def test_a_link_is_removed_and_not_what_it_leads_to(cache: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_text("kept")
    (cache / "library-1").symlink_to(elsewhere)
    (cache / "engine-1").mkdir()
    (cache / "engine-1" / "inner").symlink_to(elsewhere)
    assert run("cache", "clear") == 0
    assert list(cache.iterdir()) == []
    assert (elsewhere / "file").read_text() == "kept"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (2.5e6, "2 MB"), (3e9, "3.0 GB")],
)
def testsizes_are_rounded(count: float, shown: str) -> None:
    assert size(int(count)) == shown
