"""The grammar of formulas, and which of its terminals fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias, cast

from lark import Lark, Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from shomei.storage.tables import tables_of

Start: TypeAlias = Literal[
    "expression", "statement", "conditions", "opening", "continuation", "definition", "claim"
]
_STARTS: Final = [
    "expression",
    "statement",
    "conditions",
    "opening",
    "continuation",
    "definition",
    "claim",
]


class NotationLexer(Lexer):
    """Lark's lexer for the notation. `lexing` has already made the tokens, because its passes look
    ahead and back and know which names are functions.
    """

    def __init__(self, _: LexerConf) -> None:
        pass

    def lex(self, tokens: list[Token]) -> Iterator[Token]:  # type: ignore[override]
        """The tokens one by one."""
        return iter(tokens)


@cache
def grammar() -> Lark:
    """The grammar of expressions and statements."""
    folder = files("shomei.parser") / "grammar"
    text = "\n".join(
        (folder / name).read_text(encoding="utf-8")
        for name in ("expression.lark", "statement.lark")
    )
    return Lark(
        text,
        parser="lalr",
        lexer=NotationLexer,
        start=_STARTS,
        maybe_placeholders=False,
        cache=tables_of(folder / "expression.lark"),
    )


def fits(start: Start, tokens: list[Token]) -> bool:
    """Whether the grammar takes some tokens as a whole."""
    try:
        grammar().parse(cast("Any", tokens), start=start)
    except UnexpectedToken:
        return False
    return True


# --------------------------------------------------------------------------------------------------
# Errors in words


def accepted_instead(start: Start, tokens: list[Token], refused: Token) -> set[str]:
    """The terminals that could have come instead of the rejected one. The parser is run again,
    since the rejection has already moved it on.
    """
    parser = grammar().parse_interactive(start=start)
    for token in tokens:
        if token is refused:
            break
        parser.feed_token(token)
    return cast("set[str]", cast("Any", parser).accepts())
