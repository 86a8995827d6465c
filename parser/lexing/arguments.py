"""TeX's rules for arguments: `\\frac12` is 1/2, `\\sqrt[3]{x}` has a degree, and other `[ ]` are
brackets.
"""

from __future__ import annotations

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.errors import UnsupportedNotation
from shomei.parser.lexing.names import warn_missing_braces
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source

_MAX_DEGREE = 1000


def settle_arguments(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with numbers after `\\frac` split into digits, `\\sqrt[n]` as one ROOT token, and
    brackets as parentheses.
    """
    settled: list[Token] = []
    pending = list(reversed(tokens))
    arguments = 0
    while pending:
        token = pending.pop()
        if token.type == "NUMBER" and arguments and len(token.value) > 1 and token.value.isdigit():
            start = start_of(token)
            # In an author's command all digits may stand in one place.
            after = min(start + 1, end_of(token))
            pending.append(make("NUMBER", token.value[1:], after, end_of(token)))
            token = make("NUMBER", token.value[0], start, after)
        elif (
            token.type == "NUMBER"
            and len(token.value) > 1
            and settled
            and settled[-1].type in {"CARET", "UNDERSCORE"}
        ):
            sign = "^" if settled[-1].type == "CARET" else "_"
            warn_missing_braces(source, token, sign, declarations.warnings)
        elif token.type == "SQRT" and pending and pending[-1].type == "LBRACKET":
            token = _root(source, token, pending)
        elif token.type in {"LBRACKET", "RBRACKET"}:
            token = retyped(token, "LPAR" if token.type == "LBRACKET" else "RPAR")
        arguments = (
            2
            if token.type in {"FRAC", "BINOM"}
            else 1
            if arguments == 2 and token.type in {"NUMBER", "NAME", "CONSTANT"}
            else 0
        )
        settled.append(token)
    return settled


def _root(source: Source, sqrt: Token, pending: list[Token]) -> Token:
    """Takes `[n]` from the following tokens and returns the ROOT token of degree n."""
    if (
        kinds(pending[::-1][:3], 0, 3) != ["LBRACKET", "NUMBER", "RBRACKET"]
        or not pending[-2].value.isdigit()
        or not 2 <= int(pending[-2].value) <= _MAX_DEGREE
    ):
        bracket = pending[-1]
        raise UnsupportedNotation.of(
            source.problem(
                start_of(bracket),
                end_of(bracket),
                f"the degree of a root is a whole number from 2 to {_MAX_DEGREE}",
                hint="write x^{\\frac{1}{n}} for other degrees",
            )
        )
    degree = int(pending[-2].value)
    end = end_of(pending[-3])
    del pending[-3:]
    return make("ROOT", degree, start_of(sqrt), end)
