"""The tables of a grammar are kept beside it, and texts are read the same whatever stands there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lark import Lark

from shomei.storage.tables import tables_of

SUM = 'start: N ("+" N)*\nN: /[0-9]+/\n'


@pytest.fixture
def grammar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "sum.lark").write_text(SUM, "utf-8")
    return tmp_path / "sum.lark"


def leaves(grammar: Path, text: str) -> list[str]:
    read = Lark(grammar.read_text("utf-8"), parser="lalr", cache=tables_of(grammar))
    return [str(each) for each in read.parse(text).children]


def test_a_grammar_is_read_from_its_tables(grammar: Path) -> None:
    assert leaves(grammar, "1+23") == ["1", "23"]
    kept = Path(str(tables_of(grammar)))
    assert kept.parent == grammar.parent / "__pycache__"
    before = kept.read_bytes()
    assert leaves(grammar, "1+23") == ["1", "23"]
    assert kept.read_bytes() == before


@pytest.mark.parametrize("left", [0, 10, 200])
def test_what_is_broken_there_does_no_harm(grammar: Path, left: int) -> None:
    leaves(grammar, "1")
    kept = Path(str(tables_of(grammar)))
    kept.write_bytes(kept.read_bytes()[:left])
    assert leaves(grammar, "4+5") == ["4", "5"]


def test_the_tables_of_another_text_are_made_anew(grammar: Path) -> None:
    leaves(grammar, "1")
    grammar.write_text(SUM.replace('"+"', '"*"'), "utf-8")
    assert leaves(grammar, "4*5") == ["4", "5"]


def test_nothing_is_written_where_python_writes_nothing(
    grammar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert tables_of(grammar) is False
    assert not (grammar.parent / "__pycache__").exists()


def test_a_folder_that_may_not_be_written_is_none(
    grammar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (grammar.parent / "__pycache__").write_text("no folder", "utf-8")
    assert leaves(grammar, "1+2") == ["1", "2"]
