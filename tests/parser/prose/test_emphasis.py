"""Quotation marks that only set off a noun, and those that quote or mock."""

from __future__ import annotations

import pytest

from shomei.parser.prose.coverage import barred_words
from shomei.parser.prose.emphasis import without_emphasis


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("誤差は「偏りの 2 乗＋分散」です", "ja"),
        ("「予測値と実測値の差」が残る", "ja"),
        ("This is the “squared error” of it", "en"),
        ('the "total energy" is', "en"),
    ],
)
def test_a_noun_is_read_as_if_it_stood_without_them(words: str, code: str) -> None:
    assert not set('「」“”"') & set(without_emphasis(words, code))
    assert not barred_words(words, code)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("これは「正しい式」です", "ja"),
        ("「二つの和は積」と言う", "ja"),
        ("「和は積である」という説", "ja"),
        ("「美しい性質」がある", "ja"),
        ("有名な「発見」です", "ja"),
        ("「嘘のような話」です", "ja"),
        ("「どうなるか。」と聞く", "ja"),
        ('the "beautiful identity" is', "en"),
        ('the "discovery" is', "en"),
        ('they say "twice the sum"', "en"),
        ('the textbook reads: "twice the area"', "en"),
        ('"not a square" it is', "en"),
        ('we "always have" it', "en"),
        ('"twice the sum", he said', "en"),
    ],
)
def test_what_is_said_or_judged_stays_quoted(words: str, code: str) -> None:
    assert barred_words(words, code)
