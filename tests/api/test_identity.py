from pathlib import Path

import pytest

from shomei.api.identity import tool_identity


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "shomei"
    for room in ("obligations", "verdicts"):
        (folder / room / "inner").mkdir(parents=True)
    for room in ("parser", "emitter"):
        (tmp_path / room / "inner").mkdir(parents=True)
        (folder / room).symlink_to(tmp_path / room)
    (folder / "parser" / "inner" / "grammar.lark").write_text("start: x")
    (folder / "emitter" / "emit.py").write_text("x = 1")
    return folder


def fresh(root: Path) -> str:
    tool_identity.cache_clear()
    return tool_identity(root)


@pytest.mark.parametrize(
    "name",
    [
        "parser/inner/grammar.lark",
        "emitter/emit.py",
        "verdicts/new.py",
        "__main__.py",
        "emitter/inner/theorem.lean.jinja",
        "emitter/rules.toml",
    ],
)
def test_it_changes_with_every_source(root: Path, name: str) -> None:
    before = fresh(root)
    (root / name).write_text("changed")
    assert fresh(root) != before


def test_it_changes_when_a_file_moves(root: Path) -> None:
    before = fresh(root)
    (root / "emitter" / "emit.py").rename(root / "emitter" / "other.py")
    assert fresh(root) != before


def test_it_does_not_change_with_what_is_no_source(root: Path) -> None:
    before = fresh(root)
    (root / "emitter" / "notes.md").write_text("x")
    (root.parent / "derivation.py").write_text("x")
    (root / "verdicts" / "emit.cpython-311.pyc").write_bytes(b"x")
    assert fresh(root) == before


def test_the_real_one_is_the_same_twice() -> None:
    tool_identity.cache_clear()
    one = tool_identity()
    tool_identity.cache_clear()
    assert tool_identity() == one
