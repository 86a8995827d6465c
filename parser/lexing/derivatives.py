"""The derivatives of letters that stand for a term: after `y = x^2`, `y'`, `D y` and `dy/dx` are
those of x², and after `s = \\frac{1}{2} g t^2` the dot of `\\dot s` differentiates by t.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.operations.letters import GREEK, is_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem, UnsupportedNotation
from shomei.parser.lexing.differentials import Differential
from shomei.parser.lexing.functions import differentiates
from shomei.parser.lexing.tokens import end_of, kinds, make, retyped, start_of, touches
from shomei.parser.source import Source
from shomei.terms.diagnostics import note
from shomei.terms.walk import free_variables

#: Letters by which authors differentiate without saying so.
_USUAL: Final = frozenset(
    ("x", "t", "u", "z", "s", "r", "y", "v", "w", "theta", "tau", "varphi", "phi")
)
#: Those that a dot differentiates by.
_TIMES: Final = ("t", "tau")
#: Letters that are often other letters with a prime than without: a slope m', an angle θ'.
_SELDOM: Final = frozenset(("y", "s", "u", "v", "w", "z", "r", "q", "h", "f", "g", "F", "S", "V"))


def differentiate_names(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with each derivative of a letter that stands for a term as an operator and the
    letter, in brackets. Raises where it is unclear by which letter to differentiate.
    """
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        for reading in (_dotted, _primed, _of_order, _by_slash, _by_operator):
            read = reading(source, tokens, index, declarations)
            if read is not None:
                made, index = read
                found += made
                break
        else:
            found.append(tokens[index])
            index += 1
    return found


_Reading = tuple[list[Token], int] | None


def _dotted(source: Source, tokens: list[Token], index: int, known: Declarations) -> _Reading:
    """`\\dot s`."""
    if kinds(tokens, index, 2) != ["NAME", "DOTTED"]:
        return None
    letter, dots = tokens[index : index + 2]
    name, order = str(letter.value), int(dots.value)
    if known.is_function(name):
        return [letter, retyped(dots, "PRIMES")], index + 2
    if not known.stands_for_a_term(name):
        place = start_of(dots), end_of(dots)
        raise UnsupportedNotation.of(
            source.problem(
                *place,
                f"nothing above defines `{name}`, so it is unclear how it depends on time",
                hint=f"write `{name} = …` above, or \\frac{{d}}{{dt}} of an expression",
            )
        )
    by = next((time for time in _TIMES if time in _depends_on(name, known)), None)
    if by is None:
        raise _unclear(source, letter, dots, name)
    return _derivative(letter, dots, by, order), index + 2


def _primed(source: Source, tokens: list[Token], index: int, known: Declarations) -> _Reading:
    """`y'`, also with its variable, `y'(x)`."""
    if kinds(tokens, index, 2) != ["NAME", "PRIMES"]:
        return None
    letter, primes = tokens[index : index + 2]
    name, order = str(letter.value), int(primes.value)
    if known.is_function(name) or not known.stands_for_a_term(name):
        return None
    by = _variable(source, name, known)
    argument = kinds(tokens, index + 2, 3) == ["LPAR", "NAME", "RPAR"]
    if argument:
        said = str(tokens[index + 3].value)
        by = said if said in _depends_on(name, known) else None
    elif kinds(tokens, index + 2, 1) == ["LPAR"] and touches(source, primes, tokens[index + 2]):
        return None
    if not (argument or differentiates(source.text) or name in _SELDOM):
        return None  # another letter
    if by is None or _is_primed(source.text, by):
        raise _unclear(source, letter, primes, name)
    if not argument and len(_depends_on(name, known)) > 1:
        place = source.span(start_of(letter), end_of(primes))
        said = f"the prime is read as the derivative by {by}"
        known.warnings.append(note("prime-variable", said, place))
    return _derivative(letter, primes, by, order), index + (5 if argument else 2)


def _of_order(_: Source, tokens: list[Token], index: int, known: Declarations) -> _Reading:
    """`y^{(3)}`."""
    if kinds(tokens, index, 6) != ["NAME", "CARET", "LBRACE", "LPAR", "NUMBER", "RPAR"]:
        return None
    letter, order = tokens[index], str(tokens[index + 4].value)
    name = str(letter.value)
    if known.is_function(name) or not (known.stands_for_a_term(name) and order.isdigit()):
        return None
    by = _variable(_, name, known)
    if by is None or not 1 <= int(order[:3]) <= 20:
        return None
    return _derivative(letter, tokens[index + 6], by, int(order)), index + 7


def _by_slash(_: Source, tokens: list[Token], index: int, known: Declarations) -> _Reading:
    """`dy/dx`, `d^2y/dx^2`."""
    order, at = _sign(tokens, index)
    if not order or kinds(tokens, at, 2) != ["NAME", "SLASH"]:
        return None
    letter = tokens[at]
    below, last = _sign(tokens, at + 2)
    name = str(letter.value)
    if (
        below != 1
        or kinds(tokens, last, 1) != ["NAME"]
        or not (known.is_function(name) or known.stands_for_a_term(name))
        or "d" in known.variables | known.renamed
    ):
        return None
    variable = tokens[last]
    exponent, after = _exponent(tokens, last + 1)
    if exponent != order or str(variable.value) in known.renamed:
        return None
    end = tokens[after - 1]
    if known.is_function(name):
        operator = Differential(((str(variable.value), order),), partial=False, function=name)
        return [make("DIFFERENTIAL_OF", operator, start_of(tokens[index]), end_of(end))], after
    return _derivative(letter, end, str(variable.value), order), after


def _by_operator(source: Source, tokens: list[Token], index: int, known: Declarations) -> _Reading:
    """`D y`."""
    if kinds(tokens, index, 2) != ["NAME", "NAME"] or tokens[index].value != "D":
        return None
    letter = tokens[index + 1]
    name = str(letter.value)
    if "D" in known.variables | known.renamed or not known.stands_for_a_term(name):
        return None
    by = _variable(source, name, known)
    if by is None:
        raise _unclear(source, tokens[index], letter, name)
    return _derivative(letter, letter, by, 1), index + 2


def _sign(tokens: list[Token], index: int) -> tuple[int, int]:
    """The order of a differential sign d that begins at `index`, 0 for none, and the index after
    it.
    """
    if kinds(tokens, index, 1) != ["NAME"] or tokens[index].value != "d":
        return 0, index
    order, after = _exponent(tokens, index + 1)
    touches = after < len(tokens) and end_of(tokens[after - 1]) == start_of(tokens[after])
    return (order if touches else 0), after


def _exponent(tokens: list[Token], index: int) -> tuple[int, int]:
    """The exponent at `index`, 1 for none, and the index after it."""
    braces = kinds(tokens, index, 4) == ["CARET", "LBRACE", "NUMBER", "RBRACE"]
    if not braces and kinds(tokens, index, 2) != ["CARET", "NUMBER"]:
        return 1, index
    number = str(tokens[index + (2 if braces else 1)].value)
    return (int(number) if number.isdigit() and len(number) < 3 else 0), index + (
        4 if braces else 2
    )


def _derivative(letter: Token, last: Token, variable: str, order: int) -> list[Token]:
    start, end = start_of(letter), max(end_of(letter), end_of(last))
    operator = Differential(((variable, order),), partial=False)
    return [
        make("LPAR", "(", start, start),
        make("DIFFERENTIAL_GROUP", operator, start, start),
        make("LPAR", "(", start, start),
        letter,
        make("RPAR", ")", end_of(letter), end_of(letter)),
        make("RPAR", ")", end, end),
    ]


def _depends_on(name: str, known: Declarations) -> frozenset[str]:
    """The letters of a name's value that have no value themselves."""
    found: set[str] = set()
    seen: set[str] = set()
    pending = [name]
    while pending:
        each = pending.pop()
        value = known.value_of(each)
        if value is None:
            found.add(each)
        elif each not in seen:
            seen.add(each)
            pending += free_variables(value)
    return frozenset(found)


def _variable(source: Source, name: str, known: Declarations) -> str | None:
    """The letter by which a prime differentiates; None where it could be one of several."""
    letters = _depends_on(name, known)
    written = letters & _written_variables(source.text)
    usual = letters & _USUAL
    for choice in (written, usual):
        if len(choice) == 1:
            return next(iter(choice))
        if choice:
            return None
    return None


@lru_cache(maxsize=8)
def _written_variables(text: str) -> frozenset[str]:
    """The letters by which the text differentiates: x in `\\frac{dy}{dx}`."""
    sign = r"(?:d|\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|\\partial|\\dd?)"
    letter = r"\s*\\?([A-Za-z]+)"
    below = re.compile(
        rf"\\[dt]?frac\s*\{{\s*{sign}(?:\s*\^\s*\{{?\d\}}?)?\s*[^{{}}]{{0,20}}\}}\s*\{{\s*{sign}{letter}"
        rf"|(?<![A-Za-z])d[a-z]?/d{letter}"
    )
    return frozenset(name for match in below.finditer(text) for name in match.groups() if name)


@lru_cache(maxsize=64)
def _is_primed(text: str, letter: str) -> bool:
    """Whether the letter has a prime somewhere, as new coordinates have."""
    written = rf"\\{letter}(?![A-Za-z])" if letter in GREEK else rf"(?<![A-Za-z\\]){letter}"
    return (
        is_letter(letter) and re.search(rf"{written}\s*\^?\s*\{{?(?:'|\\prime)", text) is not None
    )


def _unclear(source: Source, first: Token, last: Token, name: str) -> SyntaxProblem:
    start, end = start_of(first), end_of(last)
    return UnsupportedNotation.of(
        source.problem(
            start,
            end,
            f"it is unclear by which letter `{source.text[start:end]}` differentiates",
            hint=f"write \\frac{{d{name}}}{{dx}}",
        )
    )
