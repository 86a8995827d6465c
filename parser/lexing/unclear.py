"""Notation with a second reading: how it is looked for, and how it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source

Doubt: TypeAlias = Callable[[Source, list[Token], int, Declarations], SyntaxProblem | None]


def unclear(
    source: Source, first: Token, last: Token, message: str, *, hint: str | None = None
) -> UnsupportedNotation:
    """The problem with what stands from one token to another."""
    return UnsupportedNotation.of(source.problem(start_of(first), end_of(last), message, hint=hint))
