"""Relations that are typed as several characters: `<=`, `!=`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lark import Token

from shomei.parser.lexing.found import Found
from shomei.parser.lexing.tokens import make
from shomei.parser.suffixes import kind_of

#: The terminal of each.
RELATIONS: Final = {
    "<=>": "IFF",
    ":=": "EQ",
    "<=": "LE",
    ">=": "GE",
    "!=": "NE",
    "=>": "IMPLIES",
    "->": "TO",
}
#: What the sign of a factorial may touch.
_ENDS_AN_OPERAND: Final = re.compile(r"[^\W_]|[)\]}|']")


def relation(found: Found) -> Iterator[Token]:
    """The relation; of `n!=…` in a text that is typeset, a factorial and `=`, as readers see it."""
    match = found.match
    before = match.string[match.start() - 1 : match.start()]
    if (
        found.text != "!="
        or kind_of(found.source.path) == "plain"
        or not _ENDS_AN_OPERAND.match(before)
    ):
        yield found.token(RELATIONS[found.text], found.text)
        return
    start, end = found.place
    middle = min(start + 1, end)
    yield make("BANG", "!", start, middle)
    yield make("EQ", "=", middle, end)
