"""LaTeX to tokens: a fragment of the text comes in, tokens that the grammar knows go out, with
absolute offsets.

May import `terms`, `parser.ast`, `parser.source`, `parser.errors`, `parser.declarations`, `parser.limits`;
knows nothing of the grammar.
"""

from __future__ import annotations

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.arguments import settle_arguments
from shomei.parser.lexing.brackets import match_brackets
from shomei.parser.lexing.differentials import find_differentials
from shomei.parser.lexing.names import join_names, mark_functions
from shomei.parser.lexing.scanner import scan
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.lexing.vocabulary import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.source import Fragment, Source

__all__ = ["arrange", "scan", "tokenize"]

_LAYOUT = frozenset(("ALIGN", "ROW", "BEGIN", "END", "LABEL"))
_SIGNS = frozenset(("PLUS", "MINUS", "TIMES", "SLASH", "AND", "OR", "COMMA"))
#: What a row may begin with, and what it may end with, so that the next row belongs to it.
_GOES_ON = (
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
_UNFINISHED = (
    RELATION_TERMINALS
    | LOGIC_TERMINALS
    | _SIGNS
    | {"LPAR", "LBRACE", "LBRACKET", "LEFT_BAR", "BAR", "CARET", "UNDERSCORE", "IF"}
)
_PUNCTUATION = frozenset(("PERIOD", "COMMA", "SEMICOLON"))


def tokenize(source: Source, fragment: Fragment, declarations: Declarations) -> list[Token]:
    """The tokens of one statement. Raises `SyntaxProblem` for what is no notation, and for brackets
    without a partner.
    """
    return arrange(source, scan(source, fragment, declarations), declarations)


def arrange(source: Source, raw: list[Token], declarations: Declarations) -> list[Token]:
    """Raw tokens made ready for the grammar: layout dropped, brackets matched, names joined and
    classed, derivatives recognised.
    """
    _refuse_joined_rows(source, raw)
    tokens = _without_punctuation([token for token in raw if token.type not in _LAYOUT])
    tokens = match_brackets(source, tokens)
    tokens = join_names(source, tokens, declarations.warnings)
    tokens = settle_arguments(source, tokens, declarations.warnings)
    tokens = find_differentials(source, tokens, declarations)
    return mark_functions(source, tokens, declarations)


def _refuse_joined_rows(source: Source, raw: list[Token]) -> None:
    """Raise where a row ends and the next one goes on with neither a sign nor a bracket: read as
    one line the two would be a product.
    """
    previous: Token | None = None
    row_ended = False
    for token in raw:
        if token.type in _LAYOUT:
            row_ended = row_ended or token.type == "ROW"
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


def _without_punctuation(tokens: list[Token]) -> list[Token]:
    """A display may end as a sentence does, with a full stop or a comma, before its tag or after
    it.
    """
    tag = tokens[-1:] if tokens and tokens[-1].type == "TAG" else []
    body = tokens[: len(tokens) - len(tag)]
    if not tag and body and body[-1].type == "PERIOD" and len(body) > 1 and body[-2].type == "TAG":
        return _without_punctuation(body[:-1])
    while body and body[-1].type in _PUNCTUATION:
        body = body[:-1]
    return body + tag
