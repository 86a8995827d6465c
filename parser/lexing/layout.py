"""Rows, alignment marks and the punctuation of displays: what stands in formulas without being
mathematics.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import InexactStatement
from shomei.parser.lexing.refusals import INEXACT
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.source import Source

#: Terminals that only set a formula out.
LAYOUT: Final = frozenset(("ALIGN", "ROW", "BEGIN", "END", "LABEL"))
_SIGNS: Final = frozenset(("PLUS", "MINUS", "PM", "MP", "TIMES", "SLASH", "AND", "OR", "COMMA"))
#: What a row may begin with, and what it may end with, so that the next row belongs to it.
_GOES_ON: Final = (
    RELATION_TERMINALS
    | LOGIC_TERMINALS
    | _SIGNS
    | {
        "RPAR",
        "RBRACE",
        "RBRACKET",
        "RIGHT_BAR",
        "BAR",
        "TAG",
        "PERIOD",
        "IF",
        "CARET",
        "UNDERSCORE",
    }
)
_UNFINISHED: Final = (
    RELATION_TERMINALS
    | LOGIC_TERMINALS
    | _SIGNS
    | {"LPAR", "LBRACE", "LBRACKET", "LEFT_BAR", "BAR", "CARET", "UNDERSCORE", "IF"}
)
_OPENING: Final = frozenset(("LPAR", "LBRACE", "LBRACKET", "LEFT_BAR"))
_CLOSING: Final = frozenset(("RPAR", "RBRACE", "RBRACKET", "RIGHT_BAR"))
_PUNCTUATION: Final = frozenset(("PERIOD", "COMMA", "SEMICOLON"))


def refuse_unread(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens themselves. Raises for the first one that is no notation, or claims nothing
    exact.
    """
    for token in tokens:
        if token.type == "UNREAD":
            raise token.value
        if token.type == "OVER":
            raise source.problem(
                start_of(token),
                end_of(token),
                "`\\over` divides what stands between braces",
                hint="write \\frac{a}{b}",
            )
        if token.type == "INEXACT":
            raise InexactStatement.of(
                source.problem(start_of(token), end_of(token), INEXACT[str(token.value)])
            )
    return tokens


def columns(tokens: Sequence[Token]) -> list[int]:
    """Where the further statements of a row begin: after an `ALIGN` (`&`, `\\quad`) that has a
    whole statement on its left, and one on its right.
    """
    found: list[int] = []
    depth = 0
    stated = False
    previous: Token | None = None
    before: Token | None = None
    for index, token in enumerate(tokens):
        if token.type == "ALIGN":
            rest = tokens[index + 1 :]
            ended = before if previous is not None and previous.type == "COMMA" else previous
            following = next((each.type for each in rest if each.type not in LAYOUT), "")
            if (
                depth == 0
                and stated
                and ended is not None
                and ended.type not in _UNFINISHED
                and following not in _GOES_ON | {"", "MINUS", "PROSE"}
                and _states(rest)
            ):
                found.append(index)
                stated = False
            continue
        if token.type in LAYOUT:
            continue
        depth += (token.type in _OPENING) - (token.type in _CLOSING)
        stated = stated or (depth == 0 and token.type in RELATION_TERMINALS)
        before, previous = previous, token
    return found


def _states(tokens: Sequence[Token]) -> bool:
    depth = 0
    for token in tokens:
        depth += (token.type in _OPENING) - (token.type in _CLOSING)
        if depth == 0 and token.type in RELATION_TERMINALS:
            return True
        if token.type in {"ROW", "PROSE", "IF"} or token.value in {"quad", "qquad"}:
            return False
    return False


def join_rows(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens without layout. Raises where a row ends and the next one goes on with neither a
    sign nor a bracket: read as one line the two would be a product.
    """
    previous: Token | None = None
    row_ended = False
    ends = set(columns(tokens))
    for index, token in enumerate(tokens):
        if token.type in LAYOUT:
            row_ended = row_ended or token.type == "ROW" or index in ends
            continue
        if (
            row_ended
            and previous is not None
            and token.type not in _GOES_ON
            and previous.type not in _UNFINISHED
        ):
            raise source.problem(
                start_of(token),
                end_of(token),
                "a new statement begins in this row",
                hint="write each statement on its own",
            )
        previous, row_ended = token, False
    return [token for token in tokens if token.type not in LAYOUT]


def drop_punctuation(_: Source, tokens: list[Token], __: Declarations) -> list[Token]:
    """A display may end as a sentence does, with a full stop or a comma, before its tag or after
    it.
    """
    return _without_punctuation(tokens)


def _without_punctuation(tokens: list[Token]) -> list[Token]:
    tag = tokens[-1:] if tokens and tokens[-1].type == "TAG" else []
    body = tokens[: len(tokens) - len(tag)]
    if not tag and body and body[-1].type == "PERIOD" and len(body) > 1 and body[-2].type == "TAG":
        return _without_punctuation(body[:-1])
    while body and body[-1].type in _PUNCTUATION:
        body = body[:-1]
    return body + tag
