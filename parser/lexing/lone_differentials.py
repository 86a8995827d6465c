"""Differentials that stand alone, as in a substitution: they are no numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token

from shomei.operations.letters import is_letter
from shomei.parser.declarations import Declarations
from shomei.parser.errors import OtherThings
from shomei.parser.lexing.tokens import end_of, kinds, start_of
from shomei.parser.source import Source


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
