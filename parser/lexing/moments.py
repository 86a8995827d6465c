"""Takes `E[X]`, `V(X)` and `\\operatorname{Cov}(X, Y)` for operators in an article that speaks of
probabilities or expectations, where the text does not say how the letters are distributed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.groups import partners
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of
from shomei.parser.moments import OPERATORS, is_random
from shomei.parser.source import Source

#: Operators of one letter, which are written with round brackets as other functions are.
_SHORT: Final = frozenset(("E", "V"))


def find_moments(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with `CALLEE LPAR … RPAR` for each such operator and its brackets."""
    if not declarations.speaks_of_chances:
        return tokens
    found = list(tokens)
    closing_at = partners(tokens)
    outside = names_outside(tokens)
    for index, token in enumerate(tokens):
        end = _end(tokens, index + 1, closing_at)
        if (
            token.type != "NAME"
            or token.value not in OPERATORS
            or end is None
            or not _is_free(str(token.value), declarations)
        ):
            continue
        inside = tokens[index + 2 : end]
        if not _is_of_randoms(source, token, tokens[index + 1], inside, declarations):
            continue
        if token.value in _SHORT and any(each.value in outside for each in inside):
            continue  # `E(T) = a T^2`: a function of a number
        opening, closing = tokens[index + 1], tokens[end]
        name = OPERATORS[str(token.value)]
        found[index] = make("CALLEE", name, start_of(token), end_of(token))
        found[index + 1] = make("LPAR", "(", start_of(opening), end_of(opening))
        found[end] = make("RPAR", ")", start_of(closing), end_of(closing))
    return found


def names_outside(tokens: list[Token]) -> frozenset[str]:
    """The capital letters that stand in a formula outside of the brackets of all such operators."""
    found: set[str] = set()
    closing_at = partners(tokens)
    until = 0
    for index, token in enumerate(tokens):
        if index >= until and token.type == "NAME":
            end = _end(tokens, index + 1, closing_at) if token.value in OPERATORS else None
            if end is not None:
                until = end
            elif str(token.value).isupper():
                found.add(str(token.value))
    return frozenset(found)


def _end(tokens: list[Token], begin: int, closing: Mapping[int, int]) -> int | None:
    """The index of the bracket that closes the one at `begin`; None if none opens there."""
    return closing.get(begin) if kinds(tokens, begin, 1) in (["LPAR"], ["LBRACKET"]) else None


def _is_free(name: str, declarations: Declarations) -> bool:
    """Whether the text has no other meaning for the letter."""
    taken = name in declarations.functions and name not in declarations.operators
    return not (taken or name in declarations.variables or name in declarations.renamed)


def _is_of_randoms(
    source: Source, operator: Token, opening: Token, inside: list[Token], known: Declarations
) -> bool:
    """Whether the brackets hold a letter of a random variable, and none whose distribution the text
    gives.
    """
    names = {str(each.value) for each in inside if each.type == "NAME"}
    if not known.randoms.keys().isdisjoint(names):
        return False
    small = operator.value not in _SHORT or opening.value == "["
    return any(
        is_random(name, source.text) and (small or not name.islower() or len(name) > 1)
        for name in names
    )
