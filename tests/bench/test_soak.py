"""The soak's own judgement: it finds what a soak is for, in answers that are made up here."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from bench.soak import Told, growth, texts, undecided, wrongly_verified


def test_a_false_step_that_is_verified_is_found() -> None:
    text = "x + x = 2x\nx + 1 = x\n"
    verified = Told(text, 0, (("line_1", "verified"), ("line_2", "verified")))
    assert len(wrongly_verified(verified)) == 1
    refuted = Told(text, 1, (("line_1", "verified"), ("line_2", "refuted")))
    assert wrongly_verified(refuted) == []


def test_a_verdict_on_what_cannot_be_read_is_found() -> None:
    assert len(wrongly_verified(Told("x = = 2\n", 0, (("line_1", "verified"),)))) == 1


def test_two_verdicts_on_one_text_are_found() -> None:
    one = Told("x = x\n", 0, (("line_1", "verified"),))
    other = Told("x = x\n", 1, (("line_1", "unproved"),))
    assert undecided([one, one]) == []
    assert undecided([one, other, one]) == ["x = x\n"]


def test_memory_that_grows_is_found() -> None:
    assert growth([10, 90, 100, 100, 101, 99, 100, 100]) == pytest.approx(1)
    assert growth([10, 10, 100, 100, 110, 115, 120, 120]) == pytest.approx(1.2)


def test_most_copies_differ_in_one_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("assume x \\le 3\nx + x = 2x\n", "utf-8")
    original = path.read_text("utf-8")
    copies = list(islice(texts([path], 1), 40))
    assert copies == list(islice(texts([path], 1), 40))
    assert original in copies
    assert len(set(copies)) == 5  # `\le`, `3`, `+`, `2`, and the text itself
