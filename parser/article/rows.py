"""The rows of a display, and what their tokens show of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lark import Token

from shomei.parser.article.formulas import top_level
from shomei.parser.article.pieces import (
    Formula,
    Row,
    place_of,
)
from shomei.parser.article.recursions import counts_by_one
from shomei.parser.article.trailing import trailing_condition
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.reason_nodes import Reason

GOES_ON: Final = RELATION_TERMINALS | LOGIC_TERMINALS


SIGNS: Final = frozenset(("PLUS", "PM", "MP", "TIMES", "SLASH"))
#: What may follow the last row of a display.
AFTER: Final = frozenset(("ROW", "END", "ALIGN"))
#: What stands in a list of values.
_LISTED: Final = frozenset(("NUMBER", "COMMA", "DOTS", "ALIGN"))


@dataclass(slots=True)
class DraftRow:
    """A row of a chain that is not closed, without its words."""

    tokens: list[Token]
    reasons: tuple[Reason, ...] = ()
    #: Whether it holds under a condition of its own, so that it defines nothing.
    conditioned: bool = False


def split_condition(row: Row) -> tuple[Row, Formula | None]:
    """`|x| = x \\quad (x \\ge 0)`: the row, and the condition in brackets at its end."""
    tokens = row.tokens
    tags = tuple(token for token in tokens if token.type == "TAG")
    body = tuple(token for token in tokens if token.type not in {"TAG", "PERIOD"})
    index = trailing_condition(body)
    if index is None:
        return row, None
    inner = body[index + 1 : -1]
    return Row((*body[:index], *tags), row.indented), Formula(inner, place_of(inner))


def counts_from(tokens: tuple[Token, ...]) -> int | None:
    """The first of the values `n = 1, 2, \\dots` or `n \\ge 1`."""
    kinds = [token.type for token in tokens]
    if kinds[:3] == ["NAME", "EQ", "NUMBER"]:
        listed = kinds[3:4] == ["COMMA"] and "DOTS" in kinds[4:]
        listed = listed and counts_by_one([str(t.value) for t in tokens if t.type == "NUMBER"])
        return int(str(tokens[2].value)) if listed and set(kinds[3:]) <= _LISTED else None
    if kinds == ["NAME", "GE", "NUMBER"]:
        return int(str(tokens[2].value))
    return None


def is_open(tokens: list[Token]) -> bool:
    """Whether a row ends in the middle of an expression: with a sign, or inside a bracket."""
    if tokens[-1].type in {*SIGNS, "MINUS", *RELATION_TERMINALS}:
        return True
    depth = sum(
        (token.type in {"LPAR", "LBRACE", "LBRACKET"})
        - (token.type in {"RPAR", "RBRACE", "RBRACKET"})
        for token in tokens
    )
    return depth > 0


def has_comma(tokens: list[Token]) -> bool:
    """Whether a comma outside all brackets divides a row."""
    body = tokens[:-1] if tokens[-1].type in {"COMMA", "PERIOD"} else tokens
    return any(token.type == "COMMA" for _, token in top_level(tuple(body)))


def names_listed(rows: Sequence[Row]) -> tuple[str, ...]:
    """The letters of a display that does nothing but give several of them a value each, in terms of
    others.
    """
    names: list[str] = []
    for row in rows:
        tokens = [token for token in row.tokens if token.type not in AFTER]
        first, *rest = tokens
        letters = {str(token.value) for token in rest if token.type == "NAME"}
        signs = [token.type for token in rest if token.type in RELATION_TERMINALS]
        if first.type != "NAME" or signs != ["EQ"] or rest[0].type != "EQ":
            return ()
        if not letters or str(first.value) in letters:
            return ()
        names.append(str(first.value))
    return tuple(names) if len(set(names)) == len(rows) > 1 else ()
