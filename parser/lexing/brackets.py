"""Matches brackets: their kinds, their depth, and `|` as opening or closing."""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings
from shomei.parser.lexing.terminals import OPERAND_ENDS
from shomei.parser.lexing.tokens import end_of, retyped, start_of
from shomei.parser.limits import MAX_BRACKETS
from shomei.parser.source import Source

_CLOSERS: Final = {
    "LPAR": "RPAR",
    "LBRACKET": "RBRACKET",
    "LBRACE": "RBRACE",
    "LEFT_BAR": "RIGHT_BAR",
}
_OPENERS: Final = {closer: opener for opener, closer in _CLOSERS.items()}
_SHOWN: Final = {
    "LPAR": "(",
    "RPAR": ")",
    "LBRACKET": "[",
    "RBRACKET": "]",
    "LBRACE": "{",
    "RBRACE": "}",
    "LEFT_BAR": "|",
    "RIGHT_BAR": "|",
}
_ROUND: Final = frozenset(("LPAR", "LBRACKET"))
#: After one of these a `|` closes, since an expression has just ended.
_CLOSED_AFTER: Final = OPERAND_ENDS | {"INFINITY"}


def match_brackets(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens with each `BAR` turned into LEFT_BAR or RIGHT_BAR. Raises if a bracket is
    unmatched or nested too deeply.

    Brackets of different shapes match only in notation such as `[0, 1)`, which the language does
    not have, so that is an error too.
    """
    open_ones: list[Token] = []
    matched: list[Token] = []
    for index, token in enumerate(tokens):
        current = token
        if token.type == "BAR":
            closes = (
                bool(open_ones)
                and open_ones[-1].type == "LEFT_BAR"
                and index > 0
                and matched[-1].type in _CLOSED_AFTER
            )
            current = retyped(token, "RIGHT_BAR" if closes else "LEFT_BAR")
        matched.append(current)
        if current.type in _CLOSERS:
            open_ones.append(current)
            if len(open_ones) > MAX_BRACKETS:
                raise source.problem(
                    start_of(current),
                    end_of(current),
                    f"brackets are nested more than {MAX_BRACKETS} deep",
                    hint="name an inner part with `define` or `let`",
                )
        elif current.type in _OPENERS:
            if not open_ones:
                raise _unopened(source, current)
            opener = open_ones.pop()
            if _CLOSERS[opener.type] != current.type:
                if opener.type == "LEFT_BAR" and open_ones and open_ones[-1].type in _ROUND:
                    raise _divided(source, opener)
                raise _mismatched(source, opener, current)
    if open_ones:
        opener = open_ones[-1]
        closer = _SHOWN[_CLOSERS[opener.type]]
        raise source.problem(
            start_of(opener),
            end_of(opener),
            f"`{_SHOWN[opener.type]}` is never closed",
            expected=(f"`{closer}`",),
            hint=f"add the missing `{closer}`",
        )
    return matched


def _divided(source: Source, bar: Token) -> Exception:
    """`P(A | B)`."""
    return OtherThings.of(
        source.problem(
            start_of(bar),
            end_of(bar),
            "a bar between two things in brackets, as in `P(A | B)`, is not part of the language",
            hint="write absolute values as \\lvert x \\rvert",
        )
    )


def _unopened(source: Source, closer: Token) -> Exception:
    shown = _SHOWN[closer.type]
    opener = _SHOWN[_OPENERS[closer.type]]
    return source.problem(
        start_of(closer),
        end_of(closer),
        f"`{shown}` closes nothing",
        hint=f"delete it, or add the `{opener}` that it should close",
    )


def _mismatched(source: Source, opener: Token, closer: Token) -> Exception:
    place = source.span(start_of(opener), end_of(opener))
    line, wanted = source.cells.told(place.line), _SHOWN[_CLOSERS[opener.type]]
    return source.problem(
        start_of(closer),
        end_of(closer),
        (
            f"`{_SHOWN[closer.type]}` where the `{_SHOWN[opener.type]}` of line {line}, "
            f"column {place.column} is still open"
        ),
        expected=(f"`{wanted}`",),
        hint=f"close it with `{wanted}` first",
    )
