"""Which words are known to leave a claim alone."""

from __future__ import annotations

import pytest

from shomei.parser.prose.coverage import unknown_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Multiplying both sides by the denominator, we therefore obtain", "en"),
        ("By the **Cauchy-Schwarz** inequality,", "en"),
        ("see \\cite{knuth} and [this page](https://example.org/no)", "en"),
        ("両辺を微分して整理すると、次の式が得られます。", "ja"),
        ("分母を払って計算していきましょう。", "ja"),
        ("en développant le carré, on obtient", "fr"),
    ],
)
def test_plain_words(text: str, code: str) -> None:
    assert unknown_words(text, code) == ()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Some lunatic writes", "en", ("lunatic",)),
        ("This is not so", "en", ("not so",)),
        ("the value is wrong", "en", ("is wrong",)),
        ('he says "yes"', "en", ('"',)),
        ("これは成り立たない", "ja", ("成り立たない",)),
        ("俗説によれば", "ja", ("俗説",)),
        ("「はい」という", "ja", ("「",)),
        ("on croit que", "fr", ("croit",)),
    ],
)
def test_other_words(text: str, code: str, words: tuple[str, ...]) -> None:
    found = unknown_words(text, code)
    assert found
    assert any(word in found or word in text for word in words)
