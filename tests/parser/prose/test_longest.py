"""The longest phrase at a place of a text."""

from __future__ import annotations

import pytest

from shomei.parser.prose.longest import Phrases


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("so that it holds", 0, ("so that", 2)),
        ("so it holds", 0, ("so", 1)),
        ("it holds so that", 2, ("so that", 2)),
        ("it holds so", 2, ("so", 1)),
        ("such that", 0, None),
    ],
)
def test_words(text: str, position: int, found: tuple[str, int] | None) -> None:
    phrases = Phrases(["so", "so that", "so that if", "that"], spaced=True)
    assert phrases.at(text.split(" "), position) == found


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("ならば", 0, ("ならば", 3)),
        ("なら", 0, ("なら", 2)),
        ("がなら", 0, None),
        ("がな", 1, None),
    ],
)
def test_characters(text: str, position: int, found: tuple[str, int] | None) -> None:
    assert Phrases(["なら", "ならば", "らば"], spaced=False).at(text, position) == found
