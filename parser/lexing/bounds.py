"""Sums and products without both bounds: `\\sum_i`, `\\sum_{i,j}`, `\\sum_{i<j}`.

Their indices count from 1 to where the text's indices count, if that is one and the same letter.
"""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import note

_BIG: Final = frozenset(("SUM", "PROD"))
#: What may stand under the sign: the index alone, two of them, or one that another one bounds.
_FORMS: Final = (
    ["NAME"],
    ["NAME", "COMMA", "NAME"],
    ["NAME", "LT", "NAME"],
    ["NAME", "NE", "NAME"],
)


def complete_bounds(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with both bounds at each sum and product whose index the text counts elsewhere."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        made = _completed(source, tokens, index, declarations)
        if made is None:
            found.append(tokens[index])
            index += 1
        else:
            found += made[0]
            index = made[1]
    return found


def _completed(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> tuple[list[Token], int] | None:
    sign = tokens[index]
    if sign.type not in _BIG or kinds(tokens, index + 1, 1) != ["UNDERSCORE"]:
        return None
    if kinds(tokens, index + 2, 1) == ["NAME"]:
        under, after = tokens[index + 2 : index + 3], index + 3
    elif kinds(tokens, index + 2, 1) == ["LBRACE"]:
        end = next(
            (at for at in range(index + 3, len(tokens)) if tokens[at].type == "RBRACE"), None
        )
        if end is None:
            return None
        under, after = tokens[index + 3 : end], end + 1
    else:
        return None
    form = [token.type for token in under]
    if form not in _FORMS or kinds(tokens, after, 1) == ["CARET"]:
        return None
    names = [str(token.value) for token in under if token.type == "NAME"]
    ends = [declarations.lengths.get(name, declarations.lengths.get("")) for name in names]
    place = start_of(sign), end_of(tokens[after - 1])
    made = _written(sign, form, names, ends, place)
    if made is None:
        return None
    shown = "".join(str(_latex(token)) for token in made)
    declarations.warnings.append(note("bounds", f"read as `{shown}`", source.span(*place)))
    return made, after


def _written(
    sign: Token, form: list[str], names: list[str], ends: list[str | None], place: tuple[int, int]
) -> list[Token] | None:
    """The sums with their bounds; None where the text does not show them."""
    first, upper = names[0], ends[0]
    if form == ["NAME"]:
        return None if upper is None else _counted(sign, first, [("NAME", upper)], place)
    other, last = names[1], ends[1]
    if form[1] == "COMMA":
        if upper is None or last is None:
            return None
        outer = _counted(sign, first, [("NAME", upper)], place)
        return [*outer, *_counted(sign, other, [("NAME", last)], place)]
    if sign.type != "SUM" or last is None:
        return None
    if form[1] == "LT":
        below = [("NAME", other), ("MINUS", "-"), ("NUMBER", "1")]
        outer = _counted(sign, other, [("NAME", last)], place)
        return [*outer, *_counted(sign, first, below, place)]
    return None


def _counted(
    sign: Token, index: str, upper: list[tuple[str, str]], place: tuple[int, int]
) -> list[Token]:
    """`\\sum_{index=1}^{upper}`."""
    parts = [
        (sign.type, str(sign.value)),
        ("UNDERSCORE", "_"),
        ("LBRACE", "{"),
        ("NAME", index),
        ("EQ", "="),
        ("NUMBER", "1"),
        ("RBRACE", "}"),
        ("CARET", "^"),
        ("LBRACE", "{"),
        *upper,
        ("RBRACE", "}"),
    ]
    return [make(kind, value, *place) for kind, value in parts]


def _latex(token: Token) -> str:
    return {"SUM": "\\sum", "PROD": "\\prod"}.get(token.type, str(token.value))
