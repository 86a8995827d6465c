"""Functions of several variables without arguments: `x \\frac{\\partial f}{\\partial x} = f`
after `f(x, y) = …`. They are taken at the letters of their definition.

In: the tokens of a formula, with its derivatives found. Out: the same with these letters as
arguments, where the formula speaks of one of them and none has a value or is bound.
"""

from __future__ import annotations

from lark import Token

from shomei.parser.declarations import Declarations
from shomei.parser.lexing.applications import bound_letters
from shomei.parser.lexing.differentials import Differential
from shomei.parser.lexing.tokens import end_of, kinds, make
from shomei.parser.source import Source
from shomei.parser.suffixes import kind_of


def apply_to_parameters(
    source: Source, tokens: list[Token], declarations: Declarations
) -> list[Token]:
    """The tokens with the arguments of such functions."""
    several = {
        name: parameters
        for name, parameters in declarations.functions.items()
        if len(parameters) > 1 and name not in declarations.families | declarations.declared
    }
    if not several or kind_of(source.path) == "plain":
        return tokens
    spoken = {str(each.value) for each in tokens if each.type == "NAME"}
    for each in tokens:
        if isinstance(each.value, Differential):
            spoken.update(name for name, _ in each.value.variables)
    taken = bound_letters(tokens) | set(declarations.functions)
    found: list[Token] = []
    for index, token in enumerate(tokens):
        found.append(token)
        parameters = several.get(str(token.value), ()) if token.type == "NAME" else ()
        if (
            parameters
            and kinds(tokens, index + 1, 1) not in (["LPAR"], ["PRIMES"], ["COMPOSE"])
            and not spoken.isdisjoint(parameters)
            and taken.isdisjoint(parameters)
            and all(declarations.value_of(each) is None for each in parameters)
        ):
            end = end_of(token)
            listed = [make("NAME", each, end, end) for each in parameters]
            commas = [make("COMMA", ",", end, end) for _ in parameters[1:]]
            inside = [each for pair in zip(listed, [*commas, None], strict=True) for each in pair]
            found += [
                make("LPAR", "(", end, end),
                *(each for each in inside if each is not None),
                make("RPAR", ")", end, end),
            ]
    return found
