"""Tells the names of functions from those of numbers: `f(x)` is a value where f is a function, and
otherwise a product, or a function that nothing defines.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.operations.letters import GREEK, is_letter, plain_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.amounts import amounts_in
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source

#: Names that a reader takes for a function when a bracket follows, whatever is in it.
_FUNCTION_LIKE: Final = frozenset(
    ("f", "g", "F", "G", "phi", "varphi", "psi", "sigma", "Gamma", "zeta")
)
#: The same where the name has not been read as a variable: probabilities, expectations, orders.
_OFTEN_FUNCTIONS: Final = frozenset(("E", "P", "V", "O", "o", "Phi", "Psi", "B", "D"))
#: Letters of which two primes are a second derivative.
_OFTEN_DIFFERENTIATED: Final = frozenset(("u", "v", "w", "x", "y", "z", "r", "s", "q", "theta"))
#: Tokens that may follow a name directly as a further factor.
_FACTOR_STARTS: Final = frozenset(
    (
        "NAME",
        "NUMBER",
        "CONSTANT",
        "PROBABILITY",
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


def mark_functions(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with names of defined functions as CALLEE. Raises if `f(…)` could be a call of an
    undefined function.
    """
    marked: list[Token] = []
    index = 0
    while index < len(tokens):
        if tokens[index].type == "NAME":
            token, taken = _marked(source, tokens, index, marked, declarations)
        else:
            token, taken = tokens[index], 1
        marked.append(token)
        index += taken
    return marked


def _marked(
    source: Source,
    tokens: list[Token],
    index: int,
    before: list[Token],
    declarations: Declarations,
) -> tuple[Token, int]:
    """The token for the name at `index`, after those that are `before` it, and how many tokens it
    stands for.
    """
    token = tokens[index]
    name = str(token.value)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    follows = "" if following is None else following.type
    if declarations.is_function(name):
        if follows not in {"LPAR", "PRIMES"} and not _order_in_exponent(tokens, index + 1):
            raise _bare_function(source, token)
        return retyped(token, "CALLEE"), 1
    if following is None:
        return token, 1
    if follows == "PRIMES":
        primes = int(following.value)
        called = kinds(tokens, index + 2, 1) == ["LPAR"]
        if not called and _is_named_by_primes(source, name, primes, declarations):
            whole = with_primes(name, primes)
            return make("NAME", whole, start_of(token), end_of(following)), 2
        if name not in declarations.renamed:
            raise UnsupportedNotation.of(
                source.problem(
                    start_of(token),
                    end_of(following),
                    f"nothing above defines the function `{name}`",
                    hint=(
                        f"define {name}(x) = …, let {name} \\colon \\mathbb{{R}} "
                        "\\to \\mathbb{R} differentiable, or \\frac{d}{dx} of an expression"
                    ),
                )
            )
    free = not _is_tex_argument(before)
    if follows == "LPAR" and free and _reads_as_call(source, tokens, index, declarations):
        declarations.applied.add(name)
        raise _undefined_function(source, token, following)
    if _higher_derivative(tokens, index + 1):
        raise _unknown_derivative(source, token, tokens[index + 5])
    known = declarations.variables | declarations.renamed
    if follows in _FACTOR_STARTS and free and _is_word(name) and name not in known:
        raise _undefined_function(source, token, token)
    return token, 1


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
    return not is_letter(name)


def with_primes(name: str, count: int) -> str:
    """The name of a letter with so many primes."""
    base, mark, subscript = name.partition("_")
    return f"{base}{'prime' * count}{mark}{subscript}"


#: Words of a text in which a prime may be a derivative.
_DIFFERENTIATES: Final = re.compile(
    "|".join(
        (
            *words("article", "differentiates"),
            r"\\frac\s*\{\s*(?:d|\\mathrm\s*\{\s*d\s*\}|\\partial)(?![a-z])",
            r"\\d?dot(?![a-z])",
            r"\\(?:int|partial)(?![a-z])",
            r"\)\s*\^?\s*\{?(?:'|\\prime)",
            r"(?<![A-Za-z\\])[fghFGH]\s*\^?\s*\{?(?:'|\\prime)",
        )
    ),
    re.IGNORECASE,
)


def _is_named_by_primes(source: Source, name: str, count: int, declarations: Declarations) -> bool:
    """Whether `x'` is another letter than x: no function is called so, and nothing in the text is
    differentiated.
    """
    letter = plain_letter(name).partition("_")[0]
    return (
        is_letter(name)
        and letter not in _FUNCTION_LIKE
        and (count == 1 or letter not in _OFTEN_DIFFERENTIATED)
        and (
            name not in declarations.renamed
            or with_primes(name, count) in declarations.renamed | declarations.variables
        )
        and not differentiates(source.text)
        and not _applies(source.text, letter)
    )


@lru_cache(maxsize=8)
def differentiates(text: str) -> bool:
    """Whether a text speaks of derivatives, or writes one."""
    return _DIFFERENTIATES.search(text) is not None


@lru_cache(maxsize=256)
def _applies(text: str, letter: str) -> bool:
    """Whether the letter is written like a function with an argument: `y(x)`."""
    written = rf"\\{letter}" if letter in GREEK else rf"(?<![A-Za-z\\]){letter}"
    return re.search(rf"{written}'*(?:\\left)?\((?:\\?[A-Za-z]+|\d+)\)", text) is not None


def _reads_as_call(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> bool:
    """`f(…)`, `u(x)`, `u(0)`, `u(x, y)` or `E[…]`: a reader would take these for applications, not
    for products.
    """
    name = tokens[index].value
    if _is_word(name):
        return True
    letter, _, subscript = plain_letter(str(name)).partition("_")
    if letter not in declarations.declared and _is_a_number(source, tokens, index, letter):
        return False
    if letter in _FUNCTION_LIKE:
        return not (index and tokens[index - 1].type in {"FUNCTION", "LOG", "LN"})
    known = name in declarations.variables or name in declarations.renamed
    opening = tokens[index + 1]
    touching = end_of(tokens[index]) == start_of(opening)
    if not known and name in _OFTEN_FUNCTIONS and not _is_amount(tokens, index):
        return True
    if not known and subscript and letter.isupper() and touching:
        return True
    if name not in declarations.renamed and touching and _applies(source.text, letter):
        return True
    if not known and touching and name.isupper() and source.text[start_of(opening)] == "[":
        return True
    if kinds(tokens, index + 2, 2) in (["NAME", "RPAR"], ["NUMBER", "RPAR"]):
        return True
    return _lists_arguments(tokens, index + 1)


def _is_a_number(source: Source, tokens: list[Token], index: int, letter: str) -> bool:
    """Whether the text has the letter before a bracket as a number everywhere."""
    return (
        tokens[index].value == letter
        and letter in amounts_in(source.text)
        and not _lists_arguments(tokens, index + 1)
    )


def _lists_arguments(tokens: list[Token], opening: int) -> bool:
    """Whether the bracket that opens here holds several terms."""
    depth = 0
    for token in tokens[opening : opening + 59]:
        if token.type in {"LPAR", "LBRACE", "LEFT_BAR"}:
            depth += 1
        elif token.type in {"RPAR", "RBRACE", "RIGHT_BAR"}:
            depth -= 1
        if depth == 0:
            return False
        if depth == 1 and token.type == "COMMA":
            return True
    return False


def _is_amount(tokens: list[Token], index: int) -> bool:
    """Whether the name before a bracket is a number, as in `P (1 + r)^t = P e^{st}`: the bracket
    begins with a number, and elsewhere in the formula the name is a factor of a small letter or a
    constant. (In `E(2 + X) = 2 + EX` it is the factor of nothing small.)
    """
    if kinds(tokens, index + 1, 2) != ["LPAR", "NUMBER"]:
        return False
    return any(
        token.type == "NAME"
        and token.value == tokens[index].value
        and (after.type == "CONSTANT" or (after.type == "NAME" and str(after.value).islower()))
        for token, after in pairwise(tokens)
    )


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
