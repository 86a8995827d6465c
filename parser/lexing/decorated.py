"""Names in upright letters, under accents and dots, and in blackboard letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lark import Token

from shomei.operations.letters import GREEK, Letter, is_letter
from shomei.operations.registry import FUNCTIONS
from shomei.parser.errors import OtherThings
from shomei.parser.lexing.found import Found
from shomei.parser.lexing.refusals import OTHER_SETS, UNSUPPORTED
from shomei.parser.lexing.vocabulary import ACCENT_COMMANDS, FUNCTION_SYNONYMS, GREEK_CHARACTERS

ONE_LETTER: Final = "an accent is part of a name over one letter only"


#: The upper number of `{}_n \\mathrm{C}_k`.
_COUNTED: Final = re.compile(r"_\s*(?:\{[^{}]{1,12}\}|[A-Za-z0-9])\s*\Z")


def named(found: Found) -> Iterator[Token]:
    """`\\operatorname{f}`, `\\mathrm{e}`."""
    word = found.match["word"] or found.match["old_word"] or found.match["differential"]
    word = FUNCTION_SYNONYMS.get(word, word)
    if word in FUNCTIONS or word in {"log", "ln"}:
        yield found.word(word)
    elif word == "e":
        yield found.token("CONSTANT", "e")
    elif word == "lim":
        yield found.token("LIM", word)
    elif len(word) > 1 and word not in GREEK and is_letter(word):
        printed = Letter.of(word)
        raise found.problem(f"the name `{word}` is that of a letter", f"write {printed}")
    elif word in GREEK or word == "pi":
        raise found.problem(f"the name `{word}` is the Greek letter's", f"write \\{word}")
    elif word in {"C", "P", "H"} and _COUNTED.search(found.match.string, 0, found.match.start()):
        yield found.token("NAME", word)
    elif len(word) == 1 and word != "d" and word not in found.operators:
        raise found.unsupported(
            f"an upright `{word}` cannot be distinguished from the variable {word}",
            f"write {word}, or a longer name",
        )
    else:
        yield found.token("NAME", word)


#: Letters whose bar is the complex conjugate where nothing else is said.
_CONJUGATED: Final = frozenset(("z", "w"))


def accent(found: Found) -> Iterator[Token]:
    """`\\bar x`, one letter, and `\\bar{x_1}`."""
    match = found.match
    letter = (match["accented"] or match["accented_bare"]).removeprefix("\\")
    letter = GREEK_CHARACTERS.get(letter, letter)
    accent = ACCENT_COMMANDS[match["accent_name"]]
    if not (letter in GREEK or (len(letter) == 1 and letter.isascii())):
        raise found.unsupported(ONE_LETTER)
    if accent == "bar" and letter in _CONJUGATED:
        raise found.other_things(
            f"`{found.text}` can be a complex conjugate, or a letter of its own",
            "take another letter, such as u",
        )
    yield found.token("NAME", accent + letter)
    if match["accented_index"]:
        index = match["accented_index"]
        yield found.token("UNDERSCORE", "_")
        yield found.token("NUMBER" if index.isdigit() else "NAME", index)


def dotted(found: Found) -> Iterator[Token]:
    """`\\dot x`, `\\ddot{\\theta}_1`: the letter, and a mark with the number of its dots."""
    match = found.match
    letter = (match["dotted_letter"] or match["dotted_bare"]).removeprefix("\\")
    letter = GREEK_CHARACTERS.get(letter, letter)
    if not (letter in GREEK or (len(letter) == 1 and letter.isascii())):
        raise found.unsupported(UNSUPPORTED["dot"])
    yield found.token("NAME", letter)
    index = match["inner_index"] or match["outer_index"] or match["bare_index"]
    if index:
        yield found.token("UNDERSCORE", "_")
        yield found.token("NUMBER" if index.isdigit() else "NAME", index)
    yield found.token("DOTTED", len(match["dots"]) - 2)


def extremum(found: Found) -> Iterator[Token]:
    """`x_\\max`, a name."""
    yield found.token("NAME", found.match["extremum_name"] or found.match["extremum_named"])


def blackboard(found: Found) -> Iterator[Token]:
    """`\\mathbb{E}`, where it is the expectation of a random variable with a distribution."""
    letter = found.match["blackboard_letter"] or found.match["blackboard_bare"]
    if letter not in found.operators:
        start, end = found.place
        own = start, min(end, start + len("\\mathbb"))
        raise OtherThings.of(found.source.problem(*own, OTHER_SETS[letter]))
    yield found.token("NAME", letter)
