"""The condition in brackets at the end of a formula: `|x| = x \\quad (x \\ge 0)`.

In: the tokens of a row or an inline formula, without its tag. Out: where its brackets open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lark import Token

from shomei.parser.article.formulas import top_level
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, start_of

#: What states something.
_STATES: Final = RELATION_TERMINALS | LOGIC_TERMINALS
#: What joins what stands in brackets to the statement before it.
_JOINS: Final = frozenset(("AND", "OR", *LOGIC_TERMINALS))
#: The fewest tokens that state something and have such a condition.
_FEWEST: Final = 6
#: The fewest characters of a blank in a formula, such as `\\ ` and `\\,`.
_BLANK: Final = 2


def trailing_condition(tokens: Sequence[Token], *, apart: bool = False) -> int | None:
    """The index of the bracket that opens a condition at the end; None if there is none. With
    `apart`, a blank has to stand before it: without one, the letter there may be applied to it.
    """
    if len(tokens) < _FEWEST or tokens[-1].type != "RPAR":
        return None
    depth = 0
    for index in range(len(tokens) - 1, 0, -1):
        depth += (tokens[index].type == "RPAR") - (tokens[index].type == "LPAR")
        if depth == 0:
            break
    else:
        return None
    before = tokens[index - 1]
    if before.type in _JOINS or (apart and start_of(tokens[index]) - end_of(before) < _BLANK):
        return None
    inner = tuple(tokens[index + 1 : -1])
    claims = any(token.type in RELATION_TERMINALS | {"IN"} for _, token in top_level(inner))
    states = any(token.type in _STATES for _, token in top_level(tuple(tokens[:index])))
    return index if claims and states else None
