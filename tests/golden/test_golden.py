"""Emission and refutations are as they were. After an intended change, `make golden` renews the
files, and their diff shows what has changed.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.golden.emission import emission
from tests.golden.sources import Text, groups

FOLDER = Path(__file__).parent


def kept(group: str) -> dict[str, str]:
    """What the golden file of a group holds, by the names of its texts."""
    whole = (FOLDER / f"{group}.golden").read_text("utf-8")
    parts = whole.split("==== ")[1:]
    return {name: lines for name, _, lines in (part.partition("\n") for part in parts)}


def made(text: Text) -> str:
    _, *lines = emission(*text)
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("group", groups())
def test_the_emission_is_as_before(group: str) -> None:
    before = kept(group)
    texts = list(groups()[group])
    assert list(before) == [name for name, _ in texts]
    differences: list[str] = []
    for text in texts:
        old, new = before[text[0]].splitlines(), made(text).splitlines()
        differences += list(
            difflib.unified_diff(old, new, f"{text[0]} before", f"{text[0]} now", lineterm="", n=1)
        )[:40]
    assert differences == []


def test_a_changed_step_is_seen() -> None:
    name, text = "equation.txt", "x + x = 2 x\n"
    assert made((name, text)) != made((name, text.replace("2 x", "x \\times 2")))
    assert "theorem line_1" in made((name, text))
