"""Assembles names: subscripts, primes, and the names of functions."""

from __future__ import annotations

import re
from typing import Final

from lark import Token

from shomei.operations.latex import GREEK
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic, note

#: Names that a reader takes for a function when a bracket follows, whatever is in it.
_FUNCTION_LIKE: Final = frozenset(("f", "g", "F", "G", "phi", "varphi", "psi", "sigma"))
#: The same where the name has not been read as a variable: probabilities, expectations, orders.
_OFTEN_FUNCTIONS: Final = frozenset(("E", "P", "V", "O", "o"))
#: Tokens that may follow a name directly as a further factor.
_FACTOR_STARTS: Final = frozenset(
    (
        "NAME",
        "NUMBER",
        "CONSTANT",
        "FRAC",
        "SQRT",
        "ROOT",
        "LPAR",
        "LBRACE",
        "FUNCTION",
        "LOG",
        "LN",
    )
)


def join_names(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with each subscripted name as one NAME (`x_{ij}` is `x_ij`) and each run of primes
    as one PRIMES, whose value is their number.
    """
    warnings = declarations.warnings
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1].type if index + 1 < len(tokens) else ""
        if token.type in {"NAME", "CONSTANT"} and following == "UNDERSCORE":
            subscript, index = _subscript(source, tokens, index + 2, warnings)
            joined.append(
                make(
                    "NAME", f"{token.value}_{subscript}", start_of(token), end_of(tokens[index - 1])
                )
            )
        elif token.type == "PRIMES" or (
            token.type == "CARET" and _primes_in_exponent(tokens, index)
        ):
            index, primes = _primes(tokens, index)
            joined.append(primes)
        else:
            joined.append(token)
            index += 1
    return joined


def _subscript(
    source: Source, tokens: list[Token], index: int, warnings: list[Diagnostic]
) -> tuple[str, int]:
    """The subscript that begins at `index`, as text, and the index after it."""
    first = tokens[index] if index < len(tokens) else None
    previous = tokens[index - 1]
    if first is not None and first.type in {"NAME", "CONSTANT", "NUMBER"}:
        if first.type == "NUMBER" and len(first.value) > 1:
            warn_missing_braces(source, first, "_", warnings)
        return _subscript_part(source, first), index + 1
    if first is None or first.type != "LBRACE":
        raise source.problem(
            start_of(previous),
            end_of(previous),
            "a subscript is missing",
            expected=("a letter, a number or `{`",),
        )
    parts: list[str] = []
    index += 1
    while tokens[index].type != "RBRACE":
        part = tokens[index]
        if part.type not in {"NAME", "CONSTANT", "NUMBER", "PROSE"}:
            raise UnsupportedNotation.of(
                source.problem(
                    start_of(part),
                    end_of(part),
                    "a subscript is made of letters and digits",
                    hint="write x_{12}, or a function a(n + 1)",
                ),
            )
        parts.append(_subscript_part(source, part))
        index += 1
    text = "".join(parts)
    spelled = len(parts) > 1 and (text in GREEK or text == "pi")
    if not parts or spelled or (len(parts) > 1 and any(part in GREEK for part in parts)):
        raise source.problem(
            start_of(first),
            end_of(tokens[index]),
            "this subscript is no name",
            expected=("letters and digits, or one Greek letter",),
            hint=f"write \\{text}" if spelled else None,
        )
    return text, index + 1


def _subscript_part(source: Source, token: Token) -> str:
    text = str(token.value).strip()
    if not re.fullmatch("[A-Za-z0-9]+", text):
        raise source.problem(
            start_of(token), end_of(token), "a subscript is made of letters and digits"
        )
    return text


def warn_missing_braces(
    source: Source, number: Token, mark: str, warnings: list[Diagnostic]
) -> None:
    """TeX takes only one digit after `^` and `_`, which nobody intends."""
    span = source.span(start_of(number), end_of(number))
    warnings.append(
        note(
            "missing-braces",
            f"read as `{mark}{{{number.value}}}`: without braces TeX takes the first digit only",
            span,
        )
    )


def _primes_in_exponent(tokens: list[Token], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if following.type == "PRIMES":
        return True
    return (
        following.type == "LBRACE"
        and index + 2 < len(tokens)
        and tokens[index + 2].type == "PRIMES"
    )


def _primes(tokens: list[Token], index: int) -> tuple[int, Token]:
    first = tokens[index]
    count = 0
    braces = 0
    while index < len(tokens):
        kind = tokens[index].type
        if kind == "PRIMES":
            count += 1
        elif kind == "CARET" and _primes_in_exponent(tokens, index):
            pass
        elif kind == "LBRACE" and tokens[index - 1].type == "CARET":
            braces += 1
        elif kind == "RBRACE" and braces:
            braces -= 1
        else:
            break
        index += 1
    return index, make("PRIMES", count, start_of(first), end_of(tokens[index - 1]))


def mark_functions(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with names of defined functions as CALLEE. Raises if `f(…)` could be a call of an
    undefined function.
    """
    marked: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type != "NAME":
            marked.append(token)
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        applied = following is not None and (
            following.type in {"LPAR", "PRIMES"} or _order_in_exponent(tokens, index + 1)
        )
        if declarations.is_function(token.value):
            if not applied:
                raise _bare_function(source, token)
            marked.append(retyped(token, "CALLEE"))
        elif (
            following is not None
            and following.type == "PRIMES"
            and token.value not in declarations.renamed
        ):
            raise UnsupportedNotation.of(
                source.problem(
                    start_of(token),
                    end_of(following),
                    f"nothing above defines the function `{token.value}`",
                    hint=f"define {token.value}(x) = …, or \\frac{{d}}{{dx}} of an expression",
                )
            )
        elif (
            following is not None
            and following.type == "LPAR"
            and not _is_tex_argument(marked)
            and _reads_as_call(source, tokens, index, declarations)
        ):
            raise _undefined_function(source, token, following)
        elif _higher_derivative(tokens, index + 1):
            raise _unknown_derivative(source, token, tokens[index + 5])
        elif (
            following is not None
            and following.type in _FACTOR_STARTS
            and _is_word(token.value)
            and token.value not in declarations.variables | declarations.renamed
            and not _is_tex_argument(marked)
        ):
            raise _undefined_function(source, token, token)
        else:
            marked.append(token)
    return marked


def _is_tex_argument(before: list[Token]) -> bool:
    """Whether the next token is an argument without braces: `\\log_a (x)`, `x^n (x)`, `\\frac 1 x
    (x)`.
    """
    if not before:
        return False
    last = before[-1].type
    return last in {"UNDERSCORE", "CARET", "FRAC", "SQRT", "ROOT", "BINOM"} or (
        len(before) > 1
        and before[-2].type in {"FRAC", "BINOM"}
        and last in {"NAME", "NUMBER", "CONSTANT"}
    )


def _order_in_exponent(tokens: list[Token], index: int) -> bool:
    """`^{(3)}`, the order of a derivative."""
    return kinds(tokens, index, 5) == ["CARET", "LBRACE", "LPAR", "NUMBER", "RPAR"]


def _higher_derivative(tokens: list[Token], index: int) -> bool:
    """`^{(k)}`, the order of a derivative in brackets."""
    return kinds(tokens, index, 3) == ["CARET", "LBRACE", "LPAR"] and kinds(
        tokens, index + 3, 3
    ) in (["NAME", "RPAR", "RBRACE"], ["NUMBER", "RPAR", "RBRACE"])


def _is_word(name: str) -> bool:
    """Whether the name has several letters, such as `rank`."""
    base = name.partition("_")[0]
    return len(base) > 1 and base not in GREEK


def _reads_as_call(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> bool:
    """`f(…)`, `u(x)`, `u(0)`, `u(x, y)` or `E[…]`: a reader would take these for applications, not
    for products.
    """
    name = tokens[index].value
    if _is_word(name):
        return True
    if name in _FUNCTION_LIKE:
        return not (index and tokens[index - 1].type in {"FUNCTION", "LOG", "LN"})
    known = name in declarations.variables or name in declarations.renamed
    opening = tokens[index + 1]
    touching = end_of(tokens[index]) == start_of(opening)
    if not known and name in _OFTEN_FUNCTIONS:
        return True
    if not known and touching and name.isupper() and source.text[start_of(opening)] == "[":
        return True
    if kinds(tokens, index + 2, 2) in (["NAME", "RPAR"], ["NUMBER", "RPAR"]):
        return True
    depth = 0
    for token in tokens[index + 1 : index + 60]:
        if token.type in {"LPAR", "LBRACE", "LEFT_BAR"}:
            depth += 1
        elif token.type in {"RPAR", "RBRACE", "RIGHT_BAR"}:
            depth -= 1
        if depth == 0:
            return False
        if depth == 1 and token.type == "COMMA":
            return True
    return False


def _bare_function(source: Source, token: Token) -> SyntaxProblem:
    return source.problem(
        start_of(token),
        end_of(token),
        f"`{token.value}` is a function and stands here without an argument",
        expected=("`(`",),
        hint=f"write {token.value}(x)",
    )


def _unknown_derivative(source: Source, token: Token, end: Token) -> SyntaxProblem:
    return UnsupportedNotation.of(
        source.problem(
            start_of(token),
            end_of(end) + 1,
            (
                f"`{source.text[start_of(token) : end_of(end) + 1]}` looks like a derivative of "
                f"`{token.value}`, which nothing above defines"
            ),
            hint=(
                f"write `define {token.value}(x) = …` above, or leave the brackets out for a power"
            ),
        )
    )


def _undefined_function(source: Source, token: Token, bracket: Token) -> SyntaxProblem:
    return UnsupportedNotation.of(
        source.problem(
            start_of(token),
            end_of(bracket),
            f"`{token.value}(…)` looks like a function, and nothing above defines `{token.value}`",
            hint=(
                f"write `define {token.value}(x) = …` above, or {token.value} \\cdot (…) for a "
                "product"
            ),
        )
    )
