"""`\\left[ F(x) \\right]_a^b`, `F(x) \\Big|_a^b` and `\\left. F(x) \\right|_{x=a}`: the values of a
term at bounds.
"""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.terminals import LOGIC_TERMINALS, RELATION_TERMINALS
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source

_BEGINNINGS: Final = RELATION_TERMINALS | LOGIC_TERMINALS | {"AND", "OR", "COMMA"}
_OPENERS: Final = frozenset(("LPAR", "LBRACE", "LBRACKET"))
_CLOSERS: Final = frozenset(("RPAR", "RBRACE", "RBRACKET"))
_SCRIPTS: Final = (["UNDERSCORE"], ["CARET"])


def open_evaluations(_: Source, tokens: list[Token], __: Declarations) -> list[Token]:
    """The tokens with `F \\Big|_a^b`, whose bar has no partner, as `[F]_a^b`."""
    changed = list(tokens)
    index = 0
    while index < len(changed):
        if changed[index].type == "BAR" and kinds(changed, index + 1, 1) == ["UNDERSCORE"]:
            begin = _beginning(changed, index)
            if begin is not None:
                place = start_of(changed[begin])
                changed[index] = retyped(changed[index], "RBRACKET")
                changed.insert(begin, make("LBRACKET", "[", place, place))
                index += 1
        index += 1
    return changed


def _beginning(tokens: list[Token], bar: int) -> int | None:
    """Where the one term before a bar begins; None if there are more, or another bar."""
    depth = 0
    for index in range(bar - 1, -1, -1):
        kind = tokens[index].type
        depth += (kind in _CLOSERS) - (kind in _OPENERS)
        if kind in {"BAR", "LEFT_BAR", "RIGHT_BAR"}:
            return None
        if depth < 0 or (depth == 0 and kind in _BEGINNINGS):
            return index + 1 if index + 1 < bar else None
        if depth == 0 and kind in {"PLUS", "MINUS"}:
            # `-\\cos x |_a^b` is the same with the sign inside and outside
            first = not index or tokens[index - 1].type in _BEGINNINGS
            return index if first and kind == "MINUS" else None
    return 0 if bar else None


def find_evaluations(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens with `[F]_a^b` as `EVALUATION F EVALUATED {a} {b}`, where EVALUATED has the name
    of the variable as its value if the bounds tell it, and `[F]_{x=a}` with one bound.
    """
    result = list(tokens)
    pairs = partners(result)
    for start in sorted(pairs, reverse=True):
        end = pairs[start]
        if result[start].type != "LBRACKET" or kinds(result, end + 1, 1) not in _SCRIPTS:
            continue
        bounds, after = scripts(source, result, end + 1)
        lower, upper = bounds.get("UNDERSCORE"), bounds.get("CARET")
        if lower is None:
            continue
        named = [_variable(each) for each in (lower, upper) if each is not None]
        name = next((each for each in named if each is not None), None)
        if upper is None and name is None:
            continue
        values = [
            each if _variable(each) is None else [each[0], *each[3:]]
            for each in (lower, upper)
            if each is not None
        ]
        result[start:after] = [
            retyped(result[start], "EVALUATION"),
            *result[start + 1 : end],
            make("EVALUATED", name, start_of(result[end]), end_of(result[end])),
            *values[0],
            *(values[1] if len(values) == 2 else []),
        ]
        pairs = partners(result)
    return result


def _variable(bound: list[Token]) -> str | None:
    """The x of the bound `{x = a}`."""
    return str(bound[1].value) if kinds(bound, 1, 2) == ["NAME", "EQ"] else None


def scripts(source: Source, tokens: list[Token], index: int) -> tuple[dict[str, list[Token]], int]:
    """What stands below and above a sign, each in braces, from `index` on, and the index after
    it.
    """
    pairs = partners(tokens)
    found: dict[str, list[Token]] = {}
    while kinds(tokens, index, 1) in _SCRIPTS:
        kind = tokens[index].type
        end = argument_end(tokens, index + 1, pairs)
        digits = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            kind in found
            or end is None
            or (digits is not None and digits.type == "NUMBER" and len(digits.value) > 1)
        ):
            raise UnsupportedNotation.of(
                source.problem(
                    start_of(tokens[index]), end_of(tokens[index]), "these bounds are unclear"
                )
            )
        found[kind] = _braced(tokens[index + 1 : end])
        index = end
    return found, index


def _braced(tokens: list[Token]) -> list[Token]:
    if tokens[0].type == "LBRACE":
        return tokens
    start, end = start_of(tokens[0]), end_of(tokens[-1])
    return [make("LBRACE", "{", start, start), *tokens, make("RBRACE", "}", end, end)]


def argument_end(tokens: list[Token], index: int, pairs: dict[int, int]) -> int | None:
    """The index after a command's or script's argument."""
    if index >= len(tokens):
        return None
    if index in pairs:
        return pairs[index] + 1 if tokens[index].type == "LBRACE" else None
    if tokens[index].type in {"SQRT", "ROOT"}:
        return argument_end(tokens, index + 1, pairs)
    if tokens[index].type == "FRAC":
        above = argument_end(tokens, index + 1, pairs)
        return None if above is None else argument_end(tokens, above, pairs)
    return index + 1
