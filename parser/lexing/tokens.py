"""Lark's tokens with absolute offsets into the text, which every token has here."""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.parser.source import Source


def make(terminal: str, value: object, start: int, end: int) -> Token:
    """A token of this terminal; lines and columns are computed from the offsets when needed."""
    return Token(
        terminal, value, start_pos=start, end_pos=end, line=0, column=0, end_line=0, end_column=0
    )


def start_of(token: Token) -> int:
    """The offset of a token's first character."""
    return token.start_pos or 0


def end_of(token: Token) -> int:
    """The offset after a token's last character."""
    return token.end_pos or 0


def retyped(token: Token, terminal: str) -> Token:
    """The same token under another terminal."""
    return make(terminal, token.value, start_of(token), end_of(token))


def kinds(tokens: list[Token], start: int, count: int) -> list[str]:
    """The terminals of up to `count` tokens from `start`."""
    return [token.type for token in tokens[start : start + count]]


#: What may stand between a name and the brackets of its argument.
_SIZE: Final = re.compile(r"(?:(?:\\left|\\[bB]igg?l?)\s*)?")


def touches(source: Source, before: Token, bracket: Token) -> bool:
    """Whether nothing but the size of a bracket stands between it and the token before it."""
    return _SIZE.fullmatch(source.text, end_of(before), start_of(bracket)) is not None
