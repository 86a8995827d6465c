"""The time that a sentence takes is bounded, whatever its words are."""

import time

import pytest

from shomei.parser import parse


@pytest.mark.parametrize(
    "words",
    [
        "((((((((((((((((((((((((((((((((((((((((((((((((((( x} 商の微分法より",
        "so, then, hence, " * 40 + "$x = x$ holds",
        "すなわち、したがって、" * 40 + "$x = x$ が成り立つ",
    ],
)
def test_many_words_without_a_meaning_cost_little(words: str) -> None:
    parse("Let $x > 0$.\n", "warm.md")
    begin = time.process_time()
    parse(words + ".\n", "text.md")
    assert time.process_time() - begin < 1.5
