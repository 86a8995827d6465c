"""Errors use the reader's words, and the tables of the notation are consistent."""

from __future__ import annotations

import pytest

from shomei.operations.latex import print_name
from shomei.operations.letters import GREEK
from shomei.operations.registry import FUNCTIONS
from shomei.parser.directives import KEYWORDS, find_keyword
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing.refusals import UNSUPPORTED
from shomei.parser.lexing.terminals import TERMINAL_NAMES
from shomei.parser.lexing.vocabulary import CHARACTERS, COMMANDS, GREEK_CHARACTERS, INVISIBLE
from shomei.parser.reading import parse
from shomei.parser.unexpected import describe_terminals


def test_every_terminal_has_a_name_for_readers() -> None:
    for terminal in {*COMMANDS.values(), *CHARACTERS.values()}:
        assert terminal in TERMINAL_NAMES or terminal in {"BAR", "LN"}
    for terminal in TERMINAL_NAMES:
        (words,) = describe_terminals({terminal}) or ("words",)
        assert not words.isupper()


def test_a_command_has_one_meaning() -> None:
    for one, other in (
        (COMMANDS, UNSUPPORTED),
        (COMMANDS, FUNCTIONS),
        (COMMANDS, GREEK),
        (INVISIBLE, COMMANDS),
        (GREEK, FUNCTIONS),
        (UNSUPPORTED, GREEK),
    ):
        assert not set(one) & set(other)


def test_greek_letters_have_a_command_each() -> None:
    assert set(GREEK_CHARACTERS.values()) <= set(GREEK)
    assert print_name("varphi_12") == r"\varphi_{12}"


@pytest.mark.parametrize(
    "spelling", [spelling for spellings in KEYWORDS.values() for spelling in spellings]
)
def test_keywords_are_found_whole(spelling: str) -> None:
    found = find_keyword(f"  {spelling} x", 0, len(spelling) + 4)
    assert found is not None
    assert found[1] == len(spelling) + 3
    if spelling.isascii():
        assert find_keyword(f"{spelling}z x", 0, len(spelling) + 3) is None


def test_expected_things_are_named_in_words() -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse("x = 1 +", "x.txt")
    assert caught.value.expected == ("an expression",)
    with pytest.raises(SyntaxProblem) as caught:
        parse(r"\lim_{x \to 0 x = 1", "x.txt")
    assert caught.value.expected == ("`}`",)
    with pytest.raises(SyntaxProblem) as caught:
        parse(r"\binom{n}{k = 1", "x.txt")
    assert caught.value.expected == ("`}`",)
    with pytest.raises(SyntaxProblem) as caught:
        parse("assume x \\in y", "x.txt")
    assert any("set" in words for words in caught.value.expected)
