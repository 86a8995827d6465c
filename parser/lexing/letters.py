"""Letters that are none by themselves: `\\Delta x` and `dx` are one letter each, the i of `e^{i x}`
is no real number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.languages.language import merged
from shomei.operations.letters import is_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, UnsupportedNotation
from shomei.parser.imaginary import is_quantity
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source
from shomei.terms.functions import is_family

_INCREMENTS: Final = frozenset(("Delta", "delta"))


def join_increments(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """`\\Delta x` and `dx` made one NAME, where no `\\Delta` or d stands by itself, here or above.
    Raises where x varies in the same formula.
    """
    joined = tokens
    for sign in (*sorted(_INCREMENTS), "d"):
        if sign in declarations.variables or sign in declarations.renamed:
            continue
        places = [
            index
            for index, token in enumerate(joined)
            if token.type == "NAME" and token.value == sign
        ]
        if places and all(_is_increment(source, joined, index) for index in places):
            joined = _joined(source, joined, frozenset(places))
    return joined


def _is_increment(source: Source, tokens: list[Token], index: int) -> bool:
    sign = tokens[index]
    if kinds(tokens, index + 1, 1) != ["NAME"]:
        return False
    if not is_letter(str(tokens[index + 1].value)):
        return False
    if sign.value != "d" or source.text[start_of(sign) : end_of(sign)] != "d":
        return True  # an upright d is no variable
    touching = end_of(sign) == start_of(tokens[index + 1])
    return touching and not (
        index and tokens[index - 1].type == "NAME" and end_of(tokens[index - 1]) == start_of(sign)
    )


def _joined(source: Source, tokens: list[Token], places: frozenset[int]) -> list[Token]:
    varying = _varying(tokens)
    joined: list[Token] = []
    for index, token in enumerate(tokens):
        if index - 1 in places:
            continue
        if index in places:
            letter = tokens[index + 1]
            start, end = start_of(token), end_of(letter)
            if letter.value in varying:
                raise UnsupportedNotation.of(
                    source.problem(
                        start, end, f"`{source.text[start:end]}` may vary with `{letter.value}`"
                    )
                )
            token = make("NAME", f"{token.value}{letter.value}", start, end)  # noqa: PLW2901
        joined.append(token)
    return joined


def _varying(tokens: list[Token]) -> set[str]:
    """The letters that a limit, sum, product or derivative varies."""
    found: set[str] = set()
    for index, token in enumerate(tokens):
        if kinds(tokens, index, 3) == ["UNDERSCORE", "LBRACE", "NAME"] and kinds(
            tokens, index + 3, 1
        ) in (["TO"], ["EQ"]):
            found.add(str(tokens[index + 2].value))
        if token.type.startswith("DIFFERENTIAL"):
            found |= {name for name, _ in token.value.variables}
    return found


def _indices(tokens: list[Token]) -> set[str]:
    """The letters that stand in the indices of families."""
    pairs = partners(tokens)
    return {
        str(each.value)
        for at, token in enumerate(tokens)
        if token.type == "KRONECKER" or (token.type == "NAME" and is_family(str(token.value)))
        for each in tokens[at + 1 : pairs.get(at + 1, at)]
        if each.type == "NAME"
    } | {
        index
        for token in tokens
        if token.type.startswith("DIFFERENTIAL")
        for name, _ in token.value.variables
        for index in name.partition("_")[2].split("_")
    }


@lru_cache(maxsize=8)
def _speaks_of_complex_numbers(text: str) -> bool:
    named = merged("other_kinds").get("complex numbers", ())
    said = [re.escape(word) for word in named if word != "complex"]
    return re.search("|".join((*said, _IMAGINARY)), text, re.IGNORECASE) is not None


#: `e^{i x}` and `e^{2 \\pi i}`, read or not: the i of the whole text.
_IMAGINARY: Final = (
    r"e\s*\^\s*\{\s*[-+]?\s*(?:\d*\s*\\pi\s*i|i\s*(?:\\[a-z]+|[A-Za-z]))(?![A-Za-z])"
    r"|\\sqrt\{\s*-\s*1\s*\}"
)


def refuse_imaginary(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens themselves. Raises for `e^{i x}` where i is no index of the formula, and for any i
    where the text speaks of complex numbers.
    """
    if is_quantity(source.text) or "i" in _varying(tokens) | _indices(tokens):
        return tokens
    imaginary = next(
        (token for token in tokens if token.type == "NAME" and token.value == "i"), None
    )
    if imaginary is not None and _speaks_of_complex_numbers(source.text):
        raise OtherThings.of(
            source.problem(
                start_of(imaginary),
                end_of(imaginary),
                "complex numbers are not part of the language",
                hint="give the letter i another name if it is a real number",
            )
        )
    pairs = partners(tokens)
    for index, token in enumerate(tokens):
        if (
            token.type != "CONSTANT"
            or token.value != "e"
            or kinds(tokens, index + 1, 1) != ["CARET"]
        ):
            continue
        exponent = tokens[index + 2 : pairs.get(index + 2, index + 2) + 1]
        if any(each.type == "NAME" and each.value == "i" for each in exponent):
            raise OtherThings.of(
                source.problem(
                    start_of(token),
                    end_of(exponent[-1]),
                    "complex numbers are not part of the language",
                    hint="give the exponent's letter i another name if it is a real number",
                )
            )
    return tokens
