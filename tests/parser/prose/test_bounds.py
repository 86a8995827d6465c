"""Reading a sentence takes bounded time, whatever its words."""

import time
from contextlib import suppress

import pytest

from shomei.parser import parse
from shomei.parser.errors import SyntaxProblem


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
    with suppress(SyntaxProblem):  # so many brackets may be refused
        parse(words + ".\n", "text.md")
    assert time.process_time() - begin < 1.5


def test_the_time_of_a_long_sentence() -> None:
    words = "and the square of the sum over all terms is then by the first step as large as "
    sentence = "Now " + words * 12 + "$x = x$, where $x > 0$"
    begin = time.process_time()
    parse(f"{sentence}.\n", "text.md")
    assert time.process_time() - begin < 0.5
