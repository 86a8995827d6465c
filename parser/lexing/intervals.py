"""`x \\in [0, 1)`: the interval that a term lies in.

`(0, 1)` after `\\in` is an interval, unless the text speaks of ideals. French and German texts
write `]0, 1[`, and part the bounds with a semicolon, too.
"""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source

_BRACKETS: Final = frozenset(("LPAR", "LBRACKET", "RBRACKET"))
_OPENERS: Final = frozenset(("LPAR", "LBRACKET", "LBRACE"))
_CLOSERS: Final = frozenset(("RPAR", "RBRACKET", "RBRACE"))
_COMMAS: Final = frozenset(("COMMA", "SEMICOLON"))
#: What may follow an interval; `(0, 1)^2` is none.
_AFTER: Final = frozenset(("", "COMMA", "AND", "OR", "IFF", "IMPLIES", "IF", "TAG", "RPAR"))
#: Brackets that leave the bound out.
_OPEN: Final = {"lower": ("LPAR", "RBRACKET"), "upper": ("RPAR", "LBRACKET")}
_CLOSED_NAMES: Final = frozenset(("lbrack", "rbrack"))
#: Those of a set, which are round ones to the grammar.
_BRACES: Final = frozenset(("\\{", "\\}", "{", "}", "lbrace", "rbrace"))
_OTHER_PAIRS: Final = re.compile(r"ideal|イデアル|理想", re.IGNORECASE)


def find_intervals(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens with the brackets of intervals as such, and infinite bounds as one token each."""
    if not any(token.type == "IN" for token in tokens) or _OTHER_PAIRS.search(source.text):
        return tokens
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        marked, after = _interval(tokens, index)
        found += marked
        index = after
    return found


def _interval(tokens: list[Token], index: int) -> tuple[list[Token], int]:
    """The tokens of `\\in [a, b]` that begin at `index`, and the index after them; the token alone
    where it is another one.
    """
    alone = tokens[index : index + 1], index + 1
    if tokens[index].type != "IN" or index + 1 == len(tokens):
        return alone
    opener = tokens[index + 1]
    comma = _end(tokens, index + 2, _COMMAS)
    if opener.type not in _BRACKETS or str(opener.value) in _BRACES or comma is None:
        return alone
    end = _end(tokens, comma + 1, _CLOSERS | {"LBRACKET"})
    if (
        end is None
        or str(tokens[end].value) in _BRACES
        or (kinds(tokens, end + 1, 1) or [""])[0] not in _AFTER
    ):
        return alone
    lower, upper = tokens[index + 2 : comma], tokens[comma + 1 : end]
    if not lower or not upper:
        return alone
    within = make("WITHIN", "in", start_of(tokens[index]), end_of(tokens[index]))
    return [
        within,
        _bracket(opener, "lower"),
        *_bound(lower, "MINUS"),
        make("COMMA", ",", start_of(tokens[comma]), end_of(tokens[comma])),
        *_bound(upper, "PLUS"),
        _bracket(tokens[end], "upper"),
    ], end + 1


def _end(tokens: list[Token], index: int, ends: frozenset[str]) -> int | None:
    """The first of such tokens outside of brackets that open from `index` on."""
    depth = 0
    for at in range(index, len(tokens)):
        kind = tokens[at].type
        if depth == 0 and kind in ends and (kind != "LBRACKET" or _ends_here(tokens, at)):
            return at
        if depth == 0 and kind in _CLOSERS:
            return None
        depth += (kind in _OPENERS) - (kind in _CLOSERS)
    return None


def _ends_here(tokens: list[Token], index: int) -> bool:
    """Whether a `[` closes an interval: nothing that it could open comes after it."""
    return (kinds(tokens, index + 1, 1) or [""])[0] in _AFTER - {"RPAR"}


def _bracket(token: Token, side: str) -> Token:
    is_open = token.type in _OPEN[side] and str(token.value) not in _CLOSED_NAMES
    kind = "INTERVAL_BEGIN" if side == "lower" else "INTERVAL_END"
    return make(kind, "<" if is_open else "<=", start_of(token), end_of(token))


def _bound(tokens: list[Token], sign: str) -> list[Token]:
    """A bound; `-\\infty` below and `\\infty` or `+\\infty` above are none."""
    types = [token.type for token in tokens]
    if types == [sign, "INFINITY"] or (sign == "PLUS" and types == ["INFINITY"]):
        return [make("UNBOUNDED", "infty", start_of(tokens[0]), end_of(tokens[-1]))]
    return tokens
