"""The lists of everyday words: how they are read, and that they do not contradict the rest."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from shomei.languages.content import read_words
from shomei.languages.language import Language, languages
from shomei.parser.prose.coverage import barred_words, unknown_words

LISTED = [each for each in languages() if each.content]


def test_a_part_has_a_kind_and_endings() -> None:
    text = "# a comment\n[verbs e ed]\nbak car\n\n[nouns -]\nloaf\n[verbs -]\ngone\n"
    assert read_words(text) == {
        "verbs": ("bake", "baked", "care", "cared", "gone"),
        "nouns": ("loaf",),
    }


def test_endings_have_names() -> None:
    assert read_words("ku = く いた\n[verbs ku]\n歩\n") == {"verbs": ("歩く", "歩いた")}


def test_words_belong_to_a_part() -> None:
    with pytest.raises(ValueError, match="belongs to no part"):
        read_words("loaf bread\n")


def test_english_and_japanese_have_lists() -> None:
    assert {"en", "ja"} <= {each.code for each in LISTED}


@pytest.mark.parametrize("language", LISTED, ids=lambda each: each.code)
def test_no_word_is_barred(language: Language) -> None:
    """An everyday word may hide what is barred in it (不動産), but is not barred itself."""
    words = [word for kind in language.content.values() for word in kind]
    assert [word for word in words if barred_words(word, language.code)] == []
    assert [word for word in words if unknown_words(word, language.code, breadth="everyday")] == []


@pytest.mark.parametrize(
    "path",
    [each for each in files("shomei.languages").iterdir() if each.name.endswith("_words.txt")],
    ids=lambda each: each.name,
)
def test_the_stems_of_a_part_are_in_order(path: Traversable) -> None:
    parts: dict[str, list[str]] = {}
    head = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            head = line
            assert head not in parts
        elif line and not line.startswith("#") and " = " not in line:
            parts.setdefault(head, []).extend(line.split())
    assert [head for head, stems in parts.items() if stems != sorted(set(stems))] == []
