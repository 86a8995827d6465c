"""Numerals with a second reading: `x1` may be `x_1`, `2\\frac{1}{3}` a mixed number."""

from __future__ import annotations

import re

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem
from shomei.parser.lexing.tokens import end_of, kinds, start_of
from shomei.parser.lexing.unclear import unclear
from shomei.parser.source import Source


def _is_written(source: Source, token: Token) -> bool:
    """Whether a token stands in the text as it is, and comes from no command."""
    return source.text[start_of(token) : end_of(token)] == str(token.value)


def _touch(source: Source, one: Token, other: Token) -> bool:
    return (
        end_of(one) == start_of(other) and _is_written(source, one) and _is_written(source, other)
    )


def glued(source: Source, tokens: list[Token], index: int, _: Declarations) -> SyntaxProblem | None:
    """`x1`, `2x3`, `1e3`, but `n2^n`, and `\\frac x2`, whose arguments these are."""
    if (
        not index
        or tokens[index].type != "NUMBER"
        or tokens[index - 1].type not in {"NAME", "CONSTANT"}
        or (index > 1 and tokens[index - 2].type in {"FRAC", "BINOM"})
        or not _touch(source, tokens[index - 1], tokens[index])
        or kinds(tokens, index + 1, 1) == ["CARET"]
    ):
        return None
    letter, number = tokens[index - 1], tokens[index]
    return unclear(
        source,
        letter,
        number,
        f"`{letter.value}{number.value}` can be read as `{letter.value}_{number.value}`, or as "
        f"`{letter.value} \\cdot {number.value}`",
        hint="write the index with `_`, the product with \\cdot or a blank",
    )


def leading_zero(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`01`."""
    token = tokens[index]
    if token.type != "NUMBER" or not re.match(r"0\d", source.text[start_of(token) : end_of(token)]):
        return None
    return unclear(source, token, token, "a numeral that begins with 0 may be part of a date")


def grouped(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`2\\,100`."""
    if kinds(tokens, index, 2) != ["NUMBER", "NUMBER"]:
        return None
    first, second = tokens[index : index + 2]
    between = source.text[end_of(first) : start_of(second)]
    if re.fullmatch(r"\\[,;:]|~", between) is None or len(str(second.value)) != 3:
        return None
    shown = source.text[start_of(first) : end_of(second)]
    return unclear(
        source,
        first,
        second,
        f"`{shown}` can be read as one number, or as a product",
        hint="write the digits without a space, or \\cdot between the numbers",
    )


def mixed(source: Source, tokens: list[Token], index: int, _: Declarations) -> SyntaxProblem | None:
    """`2\\frac{1}{3}`."""
    if (
        tokens[index].type != "NUMBER"
        or not str(tokens[index].value).isdigit()
        or (index and tokens[index - 1].type in {"CARET", "UNDERSCORE", "FRAC", "BINOM"})
    ):
        return None
    found = _plain_fraction(tokens, index + 1)
    if found is None or found[0] >= found[1]:
        return None
    above, below, last = found
    whole = tokens[index].value
    return unclear(
        source,
        tokens[index],
        last,
        f"this can be read as `{whole} + \\frac{{{above}}}{{{below}}}`, or as "
        f"`{whole} \\cdot \\frac{{{above}}}{{{below}}}`",
        hint="write the sign between them",
    )


def _plain_fraction(tokens: list[Token], index: int) -> tuple[int, int, Token] | None:
    """The two numbers of `\\frac{1}{3}` or `\\frac13` at `index`, and the last token."""
    if kinds(tokens, index, 1) != ["FRAC"]:
        return None
    if kinds(tokens, index + 1, 6) == ["LBRACE", "NUMBER", "RBRACE"] * 2:
        above, below, last = tokens[index + 2], tokens[index + 5], tokens[index + 6]
    elif kinds(tokens, index + 1, 1) == ["NUMBER"] and len(str(tokens[index + 1].value)) == 2:
        last = tokens[index + 1]
        digits = str(last.value)
        return (int(digits[0]), int(digits[1]), last) if digits.isdigit() else None
    else:
        return None
    if not (str(above.value).isdigit() and str(below.value).isdigit()):
        return None
    return int(above.value), int(below.value), last
