"""Braces that TeX does not print: `x {+ 1}` is printed as x + 1, and `{x + 1}^2` as x + 1².

Braces after a command that takes an argument, after `^` and after `_` belong to it. All others only
group: a reader sees what stands in them and not that they are there.
"""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.lexing.layout import LAYOUT
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, OPERAND_ENDS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, make, retyped, start_of

_TAKES: Final = {"FRAC": 2, "BINOM": 2, "SQRT": 1, "ROOT": 1, "CARET": 1, "UNDERSCORE": 1}
_OPENERS: Final = frozenset(("LBRACE", "LPAR", "LBRACKET", "LEFT_BAR"))
_CLOSERS: Final = frozenset(("RBRACE", "RPAR", "RBRACKET", "RIGHT_BAR"))
_JOINS: Final = RELATION_TERMINALS | LOGIC_TERMINALS | {"AND", "OR", "COMMA", "TO"}
_SIGNS: Final = frozenset(("PLUS", "MINUS", "PM", "MP", "TIMES", "SLASH"))
_HEADS: Final = frozenset(("LIM", "SUM", "PROD", "FUNCTION", "LOG", "LN"))
#: What an expression can end with, so that a sign after it joins it to the next one.
_EXPRESSION_ENDS: Final = OPERAND_ENDS | {"BAR", "INFINITY"}


def partners(tokens: list[Token]) -> dict[int, int]:
    """The index of each opening bracket's closing one."""
    pairs: dict[int, int] = {}
    open_ones: list[int] = []
    for index, token in enumerate(tokens):
        if token.type in _OPENERS:
            open_ones.append(index)
        elif token.type in _CLOSERS and open_ones:
            pairs[open_ones.pop()] = index
    return pairs


def plain_groups(tokens: list[Token]) -> dict[int, int]:
    """The index of each brace that only groups, opening and closing, with its partner's."""
    groups: dict[int, int] = {}
    open_ones: list[tuple[int, bool, int]] = []
    wanted = 0
    degree = False
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in LAYOUT:
            continue
        if kind in _CLOSERS:
            wanted = 0
            if kind == "RBRACE" and open_ones:
                start, plain, wanted = open_ones.pop()
                if plain:
                    groups[start], groups[index] = index, start
            elif kind == "RBRACKET" and degree:
                degree, wanted = False, 1
        elif kind == "LBRACE":
            open_ones.append((index, wanted == 0, max(0, wanted - 1)))
            wanted = 0
        elif kind in _TAKES:
            wanted = _TAKES[kind]
        elif kind == "LBRACKET" and index and tokens[index - 1].type == "SQRT":
            degree, wanted = True, 0
        elif kind == "NUMBER" and wanted == 2:
            wanted -= min(wanted, len(str(token.value)))
        else:
            wanted = max(0, wanted - 1)
    return groups


def drop_annotations(tokens: list[Token]) -> list[Token]:
    """`\\underbrace{a}_{b}` and `\\overbrace{a}^{b}` as `{a}`: what is written under the brace says
    something about a, and is no index.
    """
    pairs = partners(tokens)
    dropped: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type != "ANNOTATED":
            continue
        dropped.add(index)
        after = pairs.get(index + 1, index) + 1
        sign = "UNDERSCORE" if token.value == "underbrace" else "CARET"
        if after < len(tokens) and tokens[after].type == sign:
            dropped |= set(range(after, pairs.get(after + 1, after + 1) + 1))
    return [token for index, token in enumerate(tokens) if index not in dropped]


def write_fractions(tokens: list[Token]) -> list[Token]:
    """`{a \\over b}` as `{\\frac{a}{b}}`."""
    if not any(token.type == "OVER" for token in tokens):
        return tokens
    pairs = partners(tokens)
    opened: dict[int, Token] = {}
    closed: dict[int, Token] = {}
    for index, token in enumerate(tokens):
        if token.type != "OVER":
            continue
        around = [start for start, end in pairs.items() if start < index < end]
        start = max(around, default=-1)
        if start < 0 or tokens[start].type != "LBRACE":
            return tokens  # TeX reads on to the next brace, and a reader does not
        end = pairs[start]
        if start in opened:
            return tokens  # `a \\over b \\over c` is ambiguous in TeX too
        opened[start], closed[end] = token, token
    written: list[Token] = []
    for index, token in enumerate(tokens):
        if index in closed:
            written.append(_brace("RBRACE", closed[index]))
        if token.type == "OVER":
            written += [_brace("RBRACE", token), _brace("LBRACE", token)]
        else:
            written.append(token)
        if index in opened:
            written += [retyped(opened[index], "FRAC"), _brace("LBRACE", opened[index])]
    return written


def _brace(kind: str, place: Token) -> Token:
    return make(kind, "{" if kind == "LBRACE" else "}", start_of(place), start_of(place))


def dissolve_groups(tokens: list[Token], text: str) -> list[Token]:
    """The tokens without the braces around nothing, around a relation, or around what begins with a
    sign after an expression or ends with one: `x {+ 1}`, `a {=} b`, `{a = b}`,
    `x \\textcolor{red}{- 1}`. Bare braces around a minus stay, since `x {-1}` may be meant as a
    product. `text` is what the offsets of the tokens point into.
    """
    groups = plain_groups(tokens)
    if not groups:
        return tokens
    dropped: set[int] = set()
    for start, end in groups.items():
        if start < end and _dissolves(tokens, start, end, groups, text):
            dropped |= {start, end}
    return [token for index, token in enumerate(tokens) if index not in dropped]


def _dissolves(
    tokens: list[Token], start: int, end: int, groups: dict[int, int], text: str
) -> bool:
    inner = [
        index
        for index in range(start + 1, end)
        if index not in groups and tokens[index].type not in LAYOUT
    ]
    if not inner:
        return True
    if tokens[inner[-1]].type in _SIGNS | _JOINS:
        return True
    first = tokens[inner[0]].type
    if first in _JOINS:
        return True
    if first in _SIGNS:
        before = start - 1
        while before >= 0 and (before in groups or tokens[before].type in LAYOUT):
            before -= 1
        if before < 0 or tokens[before].type not in _EXPRESSION_ENDS or _is_head(tokens, before):
            return False
        dressed = text[end_of(tokens[before]) : start_of(tokens[inner[0]])]
        return first != "MINUS" or "\\" in dressed or tokens[before].type in {"BAR", "RIGHT_BAR"}
    return _holds_relation([tokens[index] for index in inner])


def _is_head(tokens: list[Token], end: int) -> bool:
    """Whether what ends here are the bounds of a sum or limit, or the base or power of a function:
    its argument comes after it.
    """
    pairs = {close: opening for opening, close in partners(tokens).items()}
    while end >= 0:
        start = pairs.get(end, end) - 1
        if start < 0 or tokens[start].type not in {"CARET", "UNDERSCORE"}:
            return False
        end = start - 1
        if tokens[end].type in _HEADS:
            return True
    return False


def _holds_relation(tokens: list[Token]) -> bool:
    depth = 0
    for token in tokens:
        depth += (token.type in _OPENERS) - (token.type in _CLOSERS)
        if depth == 0 and token.type in RELATION_TERMINALS | LOGIC_TERMINALS:
            return True
    return False


def as_printed(tokens: list[Token]) -> list[Token] | None:
    """The tokens as a reader sees them, without the braces that only group; None where there are no
    such braces.
    """
    groups = plain_groups(tokens)
    for start in list(groups):
        # `{n \\choose k}` is a command in spite of its form.
        end = groups.get(start, start)
        if start < end and any(token.type == "CHOOSE" for token in tokens[start:end]):
            del groups[start], groups[end]
    if not groups:
        return None
    seen: list[Token] = []
    for index, token in enumerate(tokens):
        if index in groups:
            continue
        if token.type == "DIFFERENTIAL_GROUP" and index + 1 in groups:
            following = next((i for i in range(index + 1, len(tokens)) if i not in groups), None)
            if following is not None and tokens[following].type != "LPAR":
                token = retyped(token, "DIFFERENTIAL")  # noqa: PLW2901 -- no bracket is seen
        seen.append(token)
    return seen
