"""Assembles names: subscripts, primes, and the names of functions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.languages.language import words
from shomei.operations.letters import GREEK, is_letter, plain_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings, SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of
from shomei.parser.source import Source
from shomei.terms.diagnostics import Diagnostic, note

#: Names that a reader takes for a function when a bracket follows, whatever is in it.
_FUNCTION_LIKE: Final = frozenset(
    ("f", "g", "F", "G", "phi", "varphi", "psi", "sigma", "Gamma", "zeta")
)
#: The same where the name has not been read as a variable: probabilities, expectations, orders.
_OFTEN_FUNCTIONS: Final = frozenset(("E", "P", "V", "O", "o", "Phi", "Psi", "B"))
#: Letters of which two primes are a second derivative.
_OFTEN_DIFFERENTIATED: Final = frozenset(("u", "v", "w", "x", "y", "z", "r", "s", "q", "theta"))
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
        after = _after_mark(tokens, index + 1)
        if token.type == "NAME" and (after > index + 1 or _primes_before_index(tokens, index + 1)):
            letter, index = _marked(source, tokens, index, warnings)
            joined.append(letter)
            continue
        if token.value in declarations.families and following == "UNDERSCORE":
            indices, index = _indices(source, tokens, index + 2, declarations)
            joined += [token, *indices]
        elif token.type in {"NAME", "CONSTANT"} and following == "UNDERSCORE":
            subscript, index = _subscript(source, tokens, index + 2, warnings)
            name = f"{token.value}_{subscript}"
            if (after := _after_mark(tokens, index)) > index and token.type == "NAME":
                name, index = f"{token.value}star_{subscript}", after
            joined.append(make("NAME", name, start_of(token), end_of(tokens[index - 1])))
        elif token.type == "PRIMES" or (
            token.type == "CARET" and _primes_in_exponent(tokens, index)
        ):
            index, primes = _primes(tokens, index)
            joined.append(primes)
        else:
            joined.append(token)
            index += 1
    return joined


#: Letters whose star is the complex conjugate where nothing else is said.
_CONJUGATED: Final = frozenset(("z", "w", "psi", "phi", "varphi", "Psi", "Phi"))
_STARS: Final = frozenset(("*", "＊", "ast", "star"))


def _after_mark(tokens: list[Token], index: int) -> int:
    """The index after a star in the exponent at `index`; `index` itself where there is none."""
    if kinds(tokens, index, 1) != ["CARET"]:
        return index
    braces = kinds(tokens, index + 1, 1) == ["LBRACE"]
    at = index + 2 if braces else index + 1
    if (
        kinds(tokens, at, 1) not in (["TIMES"], ["STAR"])
        or str(tokens[at].value) not in _STARS
        or (braces and kinds(tokens, at + 1, 1) != ["RBRACE"])
    ):
        return index
    return at + 2 if braces else at + 1


def _primes_before_index(tokens: list[Token], index: int) -> int:
    """How many primes begin at `index`, if an index of the letter follows them; else none."""
    if kinds(tokens, index, 1) != ["PRIMES"] and not (
        kinds(tokens, index, 1) == ["CARET"] and _primes_in_exponent(tokens, index)
    ):
        return 0
    after, primes = _primes(tokens, index)
    return int(primes.value) if kinds(tokens, after, 1) == ["UNDERSCORE"] else 0


def _marked(
    source: Source, tokens: list[Token], index: int, warnings: list[Diagnostic]
) -> tuple[Token, int]:
    """The name of a letter with a star (`x^*`), or with primes and then an index (`x'_1`), which
    begins at `index`, and the index after it.
    """
    first = tokens[index]
    base, subscript = str(first.value), ""
    index += 1
    while True:
        kind = kinds(tokens, index, 1)
        after = _after_mark(tokens, index)
        if after > index:
            if base in _CONJUGATED:
                raise OtherThings.of(
                    source.problem(
                        start_of(first),
                        end_of(tokens[after - 1]),
                        f"`{source.text[start_of(first) : end_of(tokens[after - 1])]}` can be a "
                        "complex conjugate, or a letter of its own",
                        hint="take another letter, such as u",
                    )
                )
            base += "star"
            index = after
        elif kind == ["UNDERSCORE"] and not subscript:
            subscript, index = _subscript(source, tokens, index + 1, warnings)
        elif count := _primes_before_index(tokens, index):
            base += "prime" * count
            index, _ = _primes(tokens, index)
        else:
            break
    name = f"{base}_{subscript}" if subscript else base
    return make("NAME", name, start_of(first), end_of(tokens[index - 1])), index


def _indices(
    source: Source, tokens: list[Token], index: int, declarations: Declarations
) -> tuple[list[Token], int]:
    """The indices of a declared family that begin at `index`, as arguments in brackets, and the
    index after them: `x_{i+1}`, `w_{ij}`.
    """
    if kinds(tokens, index, 1) != ["LBRACE"]:
        if index >= len(tokens):
            _subscript(source, tokens, index, declarations.warnings)
        inside, after = tokens[index : index + 1], index + 1
    else:
        after = partners(tokens)[index] + 1
        inside = join_names(source, tokens[index + 1 : after - 1], declarations)
    if not inside:
        _subscript(source, tokens, index, declarations.warnings)
    apart: list[Token] = []
    simple = all(token.type in {"NAME", "NUMBER"} for token in inside)
    letters = len(declarations.functions[str(tokens[index - 2].value)]) == len(inside) > 1
    for place, token in enumerate(inside):
        if place and simple and letters:
            apart.append(make("COMMA", ",", start_of(token), start_of(token)))
        apart.append(token)
    first, last = start_of(inside[0]), end_of(tokens[after - 1])
    return [make("LPAR", "(", first, first), *apart, make("RPAR", ")", last, last)], after


def _subscript(
    source: Source, tokens: list[Token], index: int, warnings: list[Diagnostic]
) -> tuple[str, int]:
    """The subscript that begins at `index`, as text, and the index after it."""
    first = tokens[index] if index < len(tokens) else None
    previous = tokens[index - 1]
    if first is not None and first.type in {"NAME", "CONSTANT", "NUMBER", "PROSE"}:
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
    skipped = -1
    for index, token in enumerate(tokens):
        if index == skipped:
            continue
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
            and kinds(tokens, index + 2, 1) != ["LPAR"]
            and _is_named_by_primes(source, str(token.value), int(following.value), declarations)
        ):
            name = with_primes(str(token.value), int(following.value))
            marked.append(make("NAME", name, start_of(token), end_of(following)))
            skipped = index + 1
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
            declarations.applied.add(str(token.value))
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
        and name not in declarations.renamed
        and not _differentiates(source.text)
        and not _applies(source.text, letter)
    )


@lru_cache(maxsize=8)
def _differentiates(text: str) -> bool:
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
    if letter in _FUNCTION_LIKE:
        return not (index and tokens[index - 1].type in {"FUNCTION", "LOG", "LN"})
    known = name in declarations.variables or name in declarations.renamed
    opening = tokens[index + 1]
    touching = end_of(tokens[index]) == start_of(opening)
    if not known and name in _OFTEN_FUNCTIONS:
        return True
    if not known and subscript and letter.isupper() and touching:
        return True
    if name not in declarations.renamed and touching and _applies(source.text, letter):
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
