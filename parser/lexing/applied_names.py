"""Names with an argument: after `V = p - p^2`, `V(p)` and `V(\\frac{1}{2})` are values of the
function that V is of p, if the text writes `V(p)` and no other letter in these brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lark import Token

from shomei.operations.letters import GREEK, is_letter
from shomei.parser.ast import Define
from shomei.parser.declarations import Declarations
from shomei.parser.inner import function_in, letters_behind
from shomei.parser.lexing.tokens import end_of, kinds, make, start_of, touches
from shomei.parser.source import Source

#: What a name stands behind as an argument without braces, or as a function's.
_TAKES: Final = frozenset(("UNDERSCORE", "CARET", "FRAC", "SQRT", "ROOT", "BINOM"))


def apply_names(source: Source, tokens: list[Token], declarations: Declarations) -> list[Token]:
    """The tokens with the function of each name that has an argument."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        after = index + 2 if kinds(tokens, index + 1, 1) == ["PRIMES"] else index + 1
        taken = bool(found) and found[-1].type in _TAKES
        if token.type == "NAME" and kinds(tokens, after, 1) == ["LPAR"] and not taken:
            name = str(token.value)
            applied = touches(source, tokens[after - 1], tokens[after])
            item = _function(source.text, name, declarations) if applied else None
            if item is not None:
                declarations.inner[item.name] = item
                declarations.functions[item.name] = item.parameters
                found.append(make("NAME", item.name, start_of(token), end_of(token)))
                continue
        found.append(token)
    return found


def _function(text: str, name: str, known: Declarations) -> Define | None:
    """The function that a name is where the text applies it to a letter."""
    if not is_letter(name) or known.is_function(name) or not known.stands_for_a_term(name):
        return None
    letters = _arguments(text, name) & letters_behind(name, known)
    return function_in(name, next(iter(letters)), known) if len(letters) == 1 else None


@lru_cache(maxsize=256)
def _arguments(text: str, name: str) -> frozenset[str]:
    """The letters that a text applies a name to."""
    written = rf"\\{name}(?![A-Za-z])" if name in GREEK else rf"(?<![A-Za-z\\]){re.escape(name)}"
    applied = re.compile(
        rf"{written}\s*(?:'|\\prime)*(?:\\left)?\(\s*\\?([A-Za-z]+)\s*(?:\\right)?\)"
    )
    return frozenset(applied.findall(text))
