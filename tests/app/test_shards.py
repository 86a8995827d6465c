"""A check in parts says together what it says as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from shomei.app.shards import Shard, merged
from tests.app.calls import BROKEN, FALSE, GOOD, run, write
from tests.fakes import FakeLean

TEXTS = {"a.txt": GOOD, "b.txt": FALSE, "c.txt": GOOD, "d.txt": BROKEN, "e.txt": GOOD}


def timeless(text: str) -> Any:
    document = json.loads(text)
    for file in document["files"]:
        del file["seconds"]
    return document


def test_every_file_is_in_one_part() -> None:
    paths = [Path(f"{number}.txt") for number in range(23)]
    parts = [Shard(number, 5).part(paths[::-1]) for number in range(1, 6)]
    assert sorted(path for part in parts for path in part) == sorted(paths)
    assert {len(part) for part in parts} == {4, 5}


@pytest.mark.parametrize("text", ["", "3", "0/3", "4/3", "a/b", "1/0", "-1/3", "1/2/3", "１/x"])
def test_what_is_no_part(text: str) -> None:
    with pytest.raises(ValueError, match="no part"):
        Shard.of_text(text)


@pytest.mark.parametrize("of", [2, 7])
def test_the_parts_together_are_the_whole(
    lean: FakeLean, of: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in TEXTS.items():
        write(name, text)
    call = ["check", *TEXTS, "--no-ledger", "--format", "json"]
    status = run(*call, "-o", "whole.json")
    names = [f"{number}.json" for number in range(1, of + 1)]
    statuses = [
        run(*call, "-o", name, "--shard", f"{number}/{of}") for number, name in enumerate(names, 1)
    ]
    assert status == max(statuses) == 2
    assert statuses[-1] == (0 if of > len(TEXTS) else statuses[-1])
    capsys.readouterr()
    assert run("merge", *names) == 2
    together = timeless(capsys.readouterr().out)
    assert together == timeless(Path("whole.json").read_text("utf-8"))
    assert run("merge", *names[:-1]) == 2
    assert f"part {of} is missing" in capsys.readouterr().err
    assert run("merge", *names, "-o", "out.json") == 2
    assert timeless(Path("out.json").read_text("utf-8")) == together


def test_a_file_in_two_reports_is_an_error(lean: FakeLean) -> None:
    write("a.txt", GOOD)
    run("check", "a.txt", "--format", "json", "-o", "one.json")
    text = Path("one.json").read_text("utf-8")
    assert timeless(merged({"one": text}))["summary"]["exit_code"] == 0
    with pytest.raises(ValueError, match=r"other: a\.txt is in one, too"):
        merged({"one": text, "other": text})


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"files": [], "summary": {}, "schema": 2}'])
def test_what_is_no_report_is_refused(
    damage: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write("one.json", damage)
    assert run("merge", "one.json") == 2
    assert "one.json" in capsys.readouterr().err


def test_a_report_that_counts_wrongly_is_refused(lean: FakeLean) -> None:
    write("b.txt", FALSE)
    run("check", "b.txt", "--format", "json", "-o", "one.json")
    document = json.loads(Path("one.json").read_text("utf-8"))
    document["files"] = []
    with pytest.raises(ValueError, match="no report of this version"):
        merged({"one": json.dumps(document)})
