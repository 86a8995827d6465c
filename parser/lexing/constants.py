"""The letters e and pi where a text uses them for numbers of its own: an eccentricity `0 < e < 1`,
an error `e > 0`, a share `0 < \\pi < 1`. What they stand for is then not decided.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source

_E: Final = r"(?<![A-Za-z\\_^.\d}])e(?![A-Za-z_^])"
_PI: Final = r"(?<![A-Za-z_^.\d}])(?:\\pi(?![A-Za-z])|π)(?![_^])"
#: Where a formula or one side of it begins, and where one ends.
_BEGIN: Final = r"(?:^|[$\n,、;:]|\\[(\[]|&|\\\\|\{aligned\}|\b(?:assume|let|that|if|for)\s)\s*"
_END: Final = r"\s*(?=$|[$\n,、;.。)]|\\[)\]]|\\\\|\\text|\\q?quad|\\land|\\(?:to|[Rr]ightarrow)\b)"
_NOT_ZERO: Final = r"(?:\\neq?(?![a-z])|≠|!=|\\not\s*=)"
_BOUND: Final = r"(?:[<>≤≥]=?|\\(?:leq?|geq?|leqslant|geqslant)(?![a-z]))"
_BELOW: Final = r"(?:[<≤]=?|\\(?:leq?|leqslant)(?![a-z]))"
_IN: Final = r"\\in(?![a-z])\s*[\\(\[A-Z]"
#: What authors say of a letter: that it is not 0 or less than 1, or that it is a quotient. The
#: number e equals limits, sums and numerals.
_USED: Final = {
    "e": (
        rf"{_E}\s*(?:(?:{_NOT_ZERO}|{_BOUND})\s*[01]{_END}|{_IN})",
        rf"{_BEGIN}-?[01]\s*{_BOUND}\s*{_E}\s*(?:{_BOUND}\s*1)?{_END}",
        rf"{_BEGIN}{_E}\s*:?=\s*(?!\s*(?:\d|\.|\\(?:lim|sum|int|exp|prod|displaystyle)))",
    ),
    "pi": (
        rf"{_PI}\s*(?:{_BELOW}\s*1{_END}|{_IN})",
        rf"{_BEGIN}-?[01]\s*{_BELOW}\s*{_PI}\s*{_BELOW}\s*1{_END}",
    ),
}
_LETTER: Final = {name: re.compile("|".join(each), re.MULTILINE) for name, each in _USED.items()}
#: What only the numbers are used for: powers of e, angles.
_NUMBER: Final = {
    "e": re.compile(
        r"(?<![A-Za-z\\])e\s*\^\s*(?:\{[^{}]*[A-Za-z]|\\?[A-Za-z])"
        r"|\\(?:ln|log)\s*\(?\s*e(?![A-Za-z])|\\log\s*_\s*\{?e"
    ),
    "pi": re.compile(
        r"\\(?:sin|cos|tan)\s*(?:\\left)?[({]?\s*(?:\\d?frac\s*\{)?\s*\d?\s*(?:\\pi|π)"
    ),
}


#: What defines a function of that name, with an index or without: a profit `\\pi(x) = …`.
_ARGUMENT: Final = r"\s*[A-Za-z](?:_\w)?\s*"
_FUNCTION: Final = re.compile(rf"{_PI}\s*\({_ARGUMENT}(?:,{_ARGUMENT})*\)\s*:?=")
#: What the number is used for: angles, circles, multiples.
_CIRCLE: Final = r"(?:\\pi(?![A-Za-z])|π)"
_OF_CIRCLES: Final = re.compile(rf"\d\s*{_CIRCLE}(?!\s*[_(])|{_CIRCLE}\s*(?:r|R|/|\}})")
#: The letter that such a function is read as.
FUNCTION_OF_PROFIT: Final = "varpi"


def name_functions(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with a letter for each pi that the text uses for a function of its own."""
    if not _is_function(text):
        return tokens
    return [
        token.update("NAME", FUNCTION_OF_PROFIT)
        if (token.type, token.value) == ("CONSTANT", "pi")
        else token
        for token in tokens
    ]


@lru_cache(maxsize=16)
def _is_function(text: str) -> bool:
    return (
        _FUNCTION.search(text) is not None
        and _NUMBER["pi"].search(text) is None
        and _OF_CIRCLES.search(text) is None
    )


def refuse_letters(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens themselves. Raises for an e or pi that the text uses for a number of its own."""
    for token in tokens:
        name = str(token.value)
        if token.type != "CONSTANT" or not is_letter(source.text, name):
            continue
        start, end = start_of(token), end_of(token)
        raise UnsupportedNotation.of(
            source.problem(
                start,
                end,
                f"`{source.text[start:end]}` can be read as the number, or as a letter of the text",
                hint="give the letter another name",
            )
        )
    return tokens


@lru_cache(maxsize=16)
def is_letter(text: str, name: str) -> bool:
    """Whether `text` uses the constant `name`, e or pi, for a number of its own."""
    return (
        name in _LETTER
        and _LETTER[name].search(text) is not None
        and _NUMBER[name].search(text) is None
    )
