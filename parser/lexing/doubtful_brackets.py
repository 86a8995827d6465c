"""Brackets with a second reading: `[x]` may be the greatest integer, `\\{x\\}` a set."""

from __future__ import annotations

from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.terminals import OPERAND_ENDS
from shomei.parser.lexing.tokens import end_of, start_of
from shomei.parser.lexing.unclear import unclear
from shomei.parser.source import Source

#: What stands in brackets that nothing outside asks for.
_SINGLE: Final = frozenset(("NAME", "NUMBER", "CONSTANT", "CARET", "UNDERSCORE", "FRAC", "BANG"))
_ROUND: Final = frozenset(("LPAR", "LBRACKET", "LEFT_BAR", "BAR"))
#: After one of these, or before one of those, brackets say something.
_ASKS_BEFORE: Final = OPERAND_ENDS | {
    "MINUS", "TIMES", "SLASH", "FUNCTION", "LOG", "LN", "CALLEE", "CARET", "SQRT"
}  # fmt: skip
ASKS_AFTER: Final = frozenset(
    (
        *("NAME", "NUMBER", "CONSTANT", "LPAR", "LBRACKET", "LEFT_BAR", "FRAC", "SQRT", "FUNCTION"),
        *("LOG", "LN", "CARET", "BANG", "TIMES", "SLASH", "PRIMES", "LBRACE", "BINOM"),
    )
)


def may_be_more(token: Token) -> bool:
    """Whether a bracket is one of `[` and `\\{`."""
    shape = str(token.value).lstrip("\\")
    return token.type == "LBRACKET" or (token.type == "LPAR" and shape in {"{", "lbrace", "lbrack"})


def is_expectation(tokens: list[Token], index: int, declarations: Declarations) -> bool:
    """`E[X]`, which another pass refuses or takes for a call."""
    before = tokens[index - 1] if index else None
    if before is not None and before.value in declarations.operators:
        return True
    return (
        before is not None
        and tokens[index].type == "LBRACKET"
        and before.type == "NAME"
        and str(before.value).isupper()
        and before.value not in declarations.variables | declarations.renamed
    )


def refuse_bracket(source: Source, tokens: list[Token], start: int, end: int) -> None:
    """`[x]` and `\\{x\\}`: the greatest integer, a fractional part, a set."""
    before = tokens[start - 1].type if start else ""
    after = tokens[end + 1].type if end + 1 < len(tokens) else ""
    inner = {token.type for token in tokens[start + 1 : end]}
    degree = before == "SQRT" and tokens[start].type == "LBRACKET"
    if degree or "COMMA" in inner or _is_differentiated(tokens, start):
        return
    asked = before in _ASKS_BEFORE or after in ASKS_AFTER
    alone = not inner & _ROUND and (inner <= _SINGLE | {"LBRACE", "RBRACE"} or not asked)
    shape = source.text[start_of(tokens[start]) : end_of(tokens[start])]
    if alone:
        raise unclear(
            source,
            tokens[start],
            tokens[end],
            (
                "these brackets can be read as `( … )`, or as those of the greatest integer"
                if shape.endswith("[")
                else "these brackets can be read as `( … )`, or as those of a set"
            ),
            hint="write ( … ) for brackets that only group",
        )


def _is_differentiated(tokens: list[Token], start: int) -> bool:
    """`\\frac{d}{dx} [x^2]`."""
    if not start or tokens[start - 1].type != "RBRACE":
        return False
    opened = {close: opening for opening, close in partners(tokens).items()}
    below = opened.get(start - 1, 0)
    return below > 0 and any(
        token.type == "PARTIAL" or token.value == "d" for token in tokens[below + 1 : below + 2]
    )
