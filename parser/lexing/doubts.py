"""Notation with a second reading, which is refused: `[x]` may be a floor, `x1` may be `x_1`,
`2\\frac{1}{3}` may be a mixed number, `A^T` a transpose, `\\varphi^{-1}(x)` an inverse function.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.operations.letters import is_letter, plain_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, SyntaxProblem
from shomei.parser.lexing.doubtful_brackets import (
    ASKS_AFTER,
    is_expectation,
    may_be_more,
    refuse_bracket,
)
from shomei.parser.lexing.doubtful_numerals import glued, grouped, leading_zero, mixed
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, start_of
from shomei.parser.lexing.unclear import Doubt, unclear
from shomei.parser.source import Source
from shomei.parser.suffixes import kind_of

#: Letters for functions, whose product and convolution both are written with a star.
_FUNCTIONS: Final = frozenset(("f", "g", "h", "F", "G", "H", "phi", "varphi", "psi"))


def refuse_doubtful(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens themselves. Raises `UnsupportedNotation` for the first that has a second
    reading.
    """
    pairs = partners(tokens)
    for index, token in enumerate(tokens):
        if may_be_more(token) and not is_expectation(tokens, index, declarations):
            refuse_bracket(source, tokens, index, pairs.get(index, index))
        for doubt in _DOUBTS.get(token.type, ()):
            if (problem := doubt(source, tokens, index, declarations)) is not None:
                raise problem
    return tokens


def _convolution(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`f * g`, and `f \\ast g`, of letters for functions."""
    if (
        kinds(tokens, index, 3) != ["NAME", "TIMES", "NAME"]
        or str(tokens[index + 1].value) not in {"*", "ast", "＊"}
        or tokens[index].value not in _FUNCTIONS
        or tokens[index + 2].value not in _FUNCTIONS
    ):
        return None
    shown = source.text[start_of(tokens[index]) : end_of(tokens[index + 2])]
    return unclear(
        source,
        tokens[index],
        tokens[index + 2],
        f"`{shown}` can be read as a product, or as a convolution",
        hint="write \\cdot for a product",
    )


def _transpose(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> SyntaxProblem | None:
    """`A^T`."""
    token = tokens[index]
    if token.type != "NAME" or not plain_letter(str(token.value))[0].isupper():
        return None
    after = kinds(tokens, index + 1, 4)
    if after[:2] == ["CARET", "NAME"]:
        exponent = tokens[index + 2]
    elif after == ["CARET", "LBRACE", "NAME", "RBRACE"]:
        exponent = tokens[index + 3]
    else:
        return None
    if exponent.value != "T" or "T" in declarations.variables | declarations.renamed:
        return None
    return OtherThings.of(
        source.problem(
            start_of(token), end_of(exponent), "matrices are not part of the language",
            hint="give the exponent T another name if it is a number",
        )
    )  # fmt: skip


def _inverse(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> SyntaxProblem | None:
    """`\\varphi^{-1}(x)`, unless `\\varphi` has been read as a number."""
    token = tokens[index]
    if (
        token.type != "NAME"
        or kinds(tokens, index + 1, 6) != ["CARET", "LBRACE", "MINUS", "NUMBER", "RBRACE", "LPAR"]
        or tokens[index + 4].value != "1"
        or not is_letter(str(token.value))
        or token.value in declarations.variables | declarations.renamed
        or kinds(tokens, index + 7, 2) not in (["NAME", "RPAR"], ["NUMBER", "RPAR"])
    ):
        return None
    return unclear(
        source,
        token,
        tokens[index + 5],
        f"`{source.text[start_of(token) : end_of(tokens[index + 5])]}` can mean the inverse "
        "function or the reciprocal",
        hint="write \\frac{1}{…} for the reciprocal",
    )


def _called_number(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`e(x)` and `\\pi(x)`."""
    token = tokens[index]
    if (
        token.type != "CONSTANT"
        or kinds(tokens, index + 1, 3) not in (["LPAR", "NAME", "RPAR"], ["LPAR", "NUMBER", "RPAR"])
        or (index and tokens[index - 1].type in {"CARET", "UNDERSCORE"})
    ):
        return None
    shown = source.text[start_of(token) : end_of(tokens[index + 3])]
    return unclear(
        source,
        token,
        tokens[index + 3],
        f"`{shown}` looks like a function, and `{source.text[start_of(token) : end_of(token)]}`"
        " is a number here",
        hint="give the function another name, or write \\cdot for a product",
    )


def _operator(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> SyntaxProblem | None:
    """`D_x y`."""
    token = tokens[index]
    if (
        token.type != "NAME"
        or re.fullmatch("D_[a-z]", str(token.value)) is None
        or kinds(tokens, index + 1, 1)[:1] == []
        or tokens[index + 1].type not in ASKS_AFTER - {"CARET", "BANG", "TIMES", "SLASH", "PRIMES"}
        or token.value in declarations.variables | declarations.renamed
    ):
        return None
    name = str(token.value)[2:]
    return unclear(
        source,
        token,
        token,
        f"`D_{name}` can be read as the derivative by {name}, or as a factor",
        hint=f"write \\frac{{d}}{{d{name}}}, or \\cdot after it",
    )


_ANGLES: Final = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))


def _degrees(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`\\sin x` where the text measures angles in degrees."""
    token = tokens[index]
    if token.type != "FUNCTION" or token.value not in _ANGLES or not _says(source, "degrees"):
        return None
    return unclear(source, token, token, "the text measures angles in degrees",
            hint="write them in radians",
        )  # fmt: skip


def _says(source: Source, name: str) -> bool:
    """Whether an article uses one of the words that the languages list under this name."""
    return kind_of(source.path) != "plain" and _finds(source.text, name)


@lru_cache(maxsize=32)
def _finds(text: str, name: str) -> bool:
    patterns = words("article", name)
    return bool(patterns) and re.search("|".join(patterns), text, re.IGNORECASE) is not None


def _indeterminate(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`\\frac{0}{0}` and `\\frac{\\infty}{\\infty}`: what an attempt of an article comes to."""
    after = kinds(tokens, index + 1, 6)
    braced = after[0:1] + after[2:4] + after[5:6] == ["LBRACE", "RBRACE", "LBRACE", "RBRACE"]
    if tokens[index].type != "FRAC" or not after or kind_of(source.path) == "plain":
        return None
    values = [tokens[index + 2], tokens[index + 5]] if braced else tokens[index + 1 : index + 2]
    shown = "".join(str(token.value) for token in values)
    kinds_of = {token.type for token in values}
    if not (kinds_of == {"INFINITY"} or (kinds_of == {"NUMBER"} and shown == "00")):
        return None
    end = index + 6 if braced else index + 1
    return OtherThings.of(
        source.problem(
            start_of(tokens[index]),
            end_of(tokens[end]),
            "indeterminate forms are not part of the language",
        )
    )


def _upper_index(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`q^1`, with neither q nor another power of it beside it, as a law such as `q^1 = q` has."""
    token = tokens[index]
    exponent = _numeral_in_exponent(tokens, index + 1)
    if token.type != "NAME" or exponent != "1" or kinds(tokens, index + 1, 2)[1:] != ["NUMBER"]:
        return None  # braces are what a power is printed with
    if any(
        each.type == "NAME"
        and each.value == token.value
        and _numeral_in_exponent(tokens, place + 1) != "1"
        for place, each in enumerate(tokens)
    ):
        return None
    return unclear(
        source,
        token,
        tokens[index + 2],
        f"`{token.value}^1` can be read as a power, or as a letter with an upper index",
        hint="write the index with `_`, or leave the exponent 1 out",
    )


def _numeral_in_exponent(tokens: list[Token], index: int) -> str:
    if kinds(tokens, index, 2) == ["CARET", "NUMBER"]:
        return str(tokens[index + 1].value)
    if kinds(tokens, index, 4) == ["CARET", "LBRACE", "NUMBER", "RBRACE"]:
        return str(tokens[index + 2].value)
    return ""


def _order_of_group(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`(f g)^{(0)}`."""
    if tokens[index].type != "RPAR" or kinds(tokens, index + 1, 6) not in (
        ["CARET", "LBRACE", "LPAR", "NUMBER", "RPAR", "RBRACE"],
        ["CARET", "LBRACE", "LPAR", "NAME", "RPAR", "RBRACE"],
    ):
        return None
    return unclear(
        source,
        tokens[index],
        tokens[index + 6],
        "this can be read as the order of a derivative, or as a power",
        hint="leave the brackets out for a power",
    )


def refuse_assignment(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens themselves. Raises for `x := 2` where no function is defined: a line of plain text
    has `let` for it.
    """
    for index, token in enumerate(tokens):
        if token.type == "EQ" and token.value == ":=" and kind_of(source.path) == "plain":
            if index and tokens[index - 1].type == "RPAR" and tokens[0].type in {"NAME", "CALLEE"}:
                continue
            raise unclear(
                source,
                token,
                token,
                "`:=` gives a name, and claims nothing",
                hint="write let x = …",
            )
    return tokens


#: What is doubtful about a token, by its terminal, in the order in which it is said.
_DOUBTS: Final[Mapping[str, tuple[Doubt, ...]]] = {
    "NUMBER": (glued, grouped, leading_zero, mixed),
    "NAME": (_convolution, _transpose, _inverse, _operator, _upper_index),
    "CONSTANT": (_called_number,),
    "RPAR": (_order_of_group,),
    "FRAC": (_indeterminate,),
    "FUNCTION": (_degrees,),
}
