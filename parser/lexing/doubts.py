"""Notation with a second reading, which is refused: `[x]` may be a floor, `x1` may be `x_1`,
`2\\frac{1}{3}` may be a mixed number, `A^T` a transpose, `\\varphi^{-1}(x)` an inverse function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from lark import Token

from shomei.languages.language import words
from shomei.operations.letters import is_letter, plain_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, start_of
from shomei.parser.source import Source
from shomei.parser.suffixes import kind_of

#: What stands in brackets that nothing outside asks for.
_SINGLE: Final = frozenset(("NAME", "NUMBER", "CONSTANT", "CARET", "UNDERSCORE", "FRAC", "BANG"))
_ROUND: Final = frozenset(("LPAR", "LBRACKET", "LEFT_BAR", "BAR"))
_OPERAND_ENDS: Final = frozenset(
    (
        "NAME",
        "NUMBER",
        "CONSTANT",
        "PROBABILITY",
        "RPAR",
        "RBRACE",
        "RBRACKET",
        "RIGHT_BAR",
        "BANG",
        "PRIMES",
        "DOTTED",
    )
)
#: After one of these, or before one of those, brackets say something.
_ASKS_BEFORE: Final = _OPERAND_ENDS | {
    "MINUS", "TIMES", "SLASH", "FUNCTION", "LOG", "LN", "CALLEE", "CARET", "SQRT"
}  # fmt: skip
_ASKS_AFTER: Final = frozenset(
    (
        *("NAME", "NUMBER", "CONSTANT", "LPAR", "LBRACKET", "LEFT_BAR", "FRAC", "SQRT", "FUNCTION"),
        *("LOG", "LN", "CARET", "BANG", "TIMES", "SLASH", "PRIMES", "LBRACE", "BINOM"),
    )
)

#: Letters for functions, whose product and convolution both are written with a star.
_FUNCTIONS: Final = frozenset(("f", "g", "h", "F", "G", "H", "phi", "varphi", "psi"))

Doubt: TypeAlias = Callable[[Source, list[Token], int, Declarations], SyntaxProblem | None]


def refuse_doubtful(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens themselves. Raises `UnsupportedNotation` for the first that has a second
    reading.
    """
    pairs = partners(tokens)
    for index, token in enumerate(tokens):
        if _may_be_more(token) and not _is_expectation(tokens, index, declarations):
            _refuse_bracket(source, tokens, index, pairs.get(index, index))
        for doubt in _DOUBTS:
            if (problem := doubt(source, tokens, index, declarations)) is not None:
                raise problem
    return tokens


def _unclear(
    source: Source, first: Token, last: Token, message: str, *, hint: str | None = None
) -> UnsupportedNotation:
    """The problem with what stands from one token to another."""
    return UnsupportedNotation.of(source.problem(start_of(first), end_of(last), message, hint=hint))


def _may_be_more(token: Token) -> bool:
    """Whether a bracket is one of `[` and `\\{`."""
    shape = str(token.value).lstrip("\\")
    return token.type == "LBRACKET" or (token.type == "LPAR" and shape in {"{", "lbrace", "lbrack"})


def _is_expectation(tokens: list[Token], index: int, declarations: Declarations) -> bool:
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


def _refuse_bracket(source: Source, tokens: list[Token], start: int, end: int) -> None:
    """`[x]` and `\\{x\\}`: the greatest integer, a fractional part, a set."""
    before = tokens[start - 1].type if start else ""
    after = tokens[end + 1].type if end + 1 < len(tokens) else ""
    inner = {token.type for token in tokens[start + 1 : end]}
    degree = before == "SQRT" and tokens[start].type == "LBRACKET"
    if degree or "COMMA" in inner or _is_differentiated(tokens, start):
        return
    asked = before in _ASKS_BEFORE or after in _ASKS_AFTER
    alone = not inner & _ROUND and (inner <= _SINGLE | {"LBRACE", "RBRACE"} or not asked)
    shape = source.text[start_of(tokens[start]) : end_of(tokens[start])]
    if alone:
        raise _unclear(
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


def _is_written(source: Source, token: Token) -> bool:
    """Whether a token stands in the text as it is, and comes from no command."""
    return source.text[start_of(token) : end_of(token)] == str(token.value)


def _touch(source: Source, one: Token, other: Token) -> bool:
    return (
        end_of(one) == start_of(other) and _is_written(source, one) and _is_written(source, other)
    )


def _glued(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`x1`, `2x3`, `1e3`, but `n2^n`, and `\\frac x2`, whose arguments these are."""
    if (
        not index
        or tokens[index].type != "NUMBER"
        or tokens[index - 1].type not in {"NAME", "CONSTANT"}
        or (index > 1 and tokens[index - 2].type in {"FRAC", "BINOM"})
        or not _touch(source, tokens[index - 1], tokens[index])
        or kinds(tokens, index + 1, 1) == ["CARET"]
    ):
        return None
    letter, number = tokens[index - 1], tokens[index]
    return _unclear(
        source,
        letter,
        number,
        f"`{letter.value}{number.value}` can be read as `{letter.value}_{number.value}`, or as "
        f"`{letter.value} \\cdot {number.value}`",
        hint="write the index with `_`, the product with \\cdot or a blank",
    )


def _leading_zero(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    token = tokens[index]
    if token.type != "NUMBER" or not re.match(r"0\d", source.text[start_of(token) : end_of(token)]):
        return None
    return _unclear(source, token, token, "a numeral that begins with 0 may be part of a date")


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
    return _unclear(
        source,
        tokens[index],
        tokens[index + 2],
        f"`{shown}` can be read as a product, or as a convolution",
        hint="write \\cdot for a product",
    )


def _grouped(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`2\\,100`."""
    if kinds(tokens, index, 2) != ["NUMBER", "NUMBER"]:
        return None
    first, second = tokens[index : index + 2]
    between = source.text[end_of(first) : start_of(second)]
    if re.fullmatch(r"\\[,;:]|~", between) is None or len(str(second.value)) != 3:
        return None
    shown = source.text[start_of(first) : end_of(second)]
    return _unclear(
        source,
        first,
        second,
        f"`{shown}` can be read as one number, or as a product",
        hint="write the digits without a space, or \\cdot between the numbers",
    )


def _mixed(
    source: Source, tokens: list[Token], index: int, _: Declarations
) -> SyntaxProblem | None:
    """`2\\frac{1}{3}`."""
    if (
        tokens[index].type != "NUMBER"
        or not str(tokens[index].value).isdigit()
        or (index and tokens[index - 1].type in {"CARET", "UNDERSCORE", "FRAC", "BINOM"})
    ):
        return None
    found = _plain_fraction(tokens, index + 1)
    if found is None or found[0] >= found[1]:
        return None
    above, below, last = found
    whole = tokens[index].value
    return _unclear(
        source,
        tokens[index],
        last,
        f"this can be read as `{whole} + \\frac{{{above}}}{{{below}}}`, or as "
        f"`{whole} \\cdot \\frac{{{above}}}{{{below}}}`",
        hint="write the sign between them",
    )


def _plain_fraction(tokens: list[Token], index: int) -> tuple[int, int, Token] | None:
    """The two numbers of `\\frac{1}{3}` or `\\frac13` at `index`, and the last token."""
    if kinds(tokens, index, 1) != ["FRAC"]:
        return None
    if kinds(tokens, index + 1, 6) == ["LBRACE", "NUMBER", "RBRACE"] * 2:
        above, below, last = tokens[index + 2], tokens[index + 5], tokens[index + 6]
    elif kinds(tokens, index + 1, 1) == ["NUMBER"] and len(str(tokens[index + 1].value)) == 2:
        last = tokens[index + 1]
        digits = str(last.value)
        return (int(digits[0]), int(digits[1]), last) if digits.isdigit() else None
    else:
        return None
    if not (str(above.value).isdigit() and str(below.value).isdigit()):
        return None
    return int(above.value), int(below.value), last


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
    return _unclear(
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
    return _unclear(
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
        or tokens[index + 1].type not in _ASKS_AFTER - {"CARET", "BANG", "TIMES", "SLASH", "PRIMES"}
        or token.value in declarations.variables | declarations.renamed
    ):
        return None
    name = str(token.value)[2:]
    return _unclear(
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
    return _unclear(source, token, token, "the text measures angles in degrees",
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
    return _unclear(
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
    return _unclear(
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
            raise _unclear(
                source,
                token,
                token,
                "`:=` gives a name, and claims nothing",
                hint="write let x = …",
            )
    return tokens


_DOUBTS: Final[tuple[Doubt, ...]] = (
    _glued,
    _grouped,
    _convolution,
    _leading_zero,
    _mixed,
    _transpose,
    _inverse,
    _called_number,
    _operator,
    _order_of_group,
    _indeterminate,
    _upper_index,
    _degrees,
)


def refuse_differentials(source: Source, tokens: list[Token], _: Declarations) -> list[Token]:
    """The tokens themselves. Raises where several differentials stand alone (`dx = x \\, du`) or
    one is divided by: they are no numbers.
    """
    found = list(_differentials(source, tokens))
    if len({token.value for token in found}) > 1 or any(
        kinds(tokens, index, 3) == ["FRAC", "LBRACE", "NUMBER"]
        and kinds(tokens, index + 3, 3) == ["RBRACE", "LBRACE", "NAME"]
        and tokens[index + 5] in found
        for index in range(len(tokens))
    ):
        raise OtherThings.of(
            source.problem(
                start_of(found[0]), end_of(found[0]), "differentials are not part of the language"
            )
        )
    return tokens


def _differentials(source: Source, tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        name = str(token.value)
        if (
            token.type == "NAME"
            and len(name) > 1
            and name[0] == "d"
            and is_letter(name[1:])
            and source.text[start_of(token)] in "d\\"
            and not is_letter(name)
        ):
            yield token
