"""Emission and refutations are as they were. After an intended change, `make golden` renews the
files, and their diff shows what has changed.
"""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path

import pytest

from tests.golden.emission import emission
from tests.golden.sources import Text, groups

FOLDER = Path(__file__).parent


TEXTS: dict[str, list[Text]] = {group: list(texts) for group, texts in groups().items()}


@cache
def kept(group: str) -> dict[str, str]:
    """What the golden file of a group holds, by the names of its texts."""
    whole = (FOLDER / f"{group}.golden").read_text("utf-8")
    parts = whole.split("==== ")[1:]
    return {name: lines for name, _, lines in (part.partition("\n") for part in parts)}


def made(text: Text) -> str:
    _, *lines = emission(*text)
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("group", TEXTS)
def test_the_texts_are_those_that_are_kept(group: str) -> None:
    assert list(kept(group)) == [name for name, _ in TEXTS[group]]


@pytest.mark.parametrize(
    ("group", "text"),
    [
        pytest.param(group, text, id=f"{group} {text[0]}")
        for group, texts in TEXTS.items()
        for text in texts
    ],
)
def test_the_emission_is_as_before(group: str, text: Text) -> None:
    old, new = kept(group)[text[0]].splitlines(), made(text).splitlines()
    differences = list(
        difflib.unified_diff(old, new, f"{text[0]} before", f"{text[0]} now", lineterm="", n=1)
    )
    assert differences[:40] == []


def test_a_changed_step_is_seen() -> None:
    name, text = "equation.txt", "x + x = 2 x\n"
    assert made((name, text)) != made((name, text.replace("2 x", "x \\times 2")))
    assert "theorem line_1" in made((name, text))
