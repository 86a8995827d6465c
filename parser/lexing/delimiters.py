"""Brackets and bars that mean more than a bracket, or less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lark import Token

from shomei.parser.lexing.found import Found, Reader
from shomei.parser.lexing.tokens import make

#: So far is looked for the other end.
_LONGEST_FORMULA: Final = 2000
#: The bar after `\\left.` that ends the values at bounds.
_EVALUATED: Final = re.compile(r"(?:(?!\\left)[^$])*?\\right\s*\\?\|\s*[_^]")
_DOT: Final = re.compile(r"\\left\s*\.")
_SCRIPT: Final = re.compile(r"\s*[_^]")


def bar(terminal: str) -> Reader:
    """A bar that is told apart by what stands before it."""

    def read(found: Found) -> Iterator[Token]:
        yield found.token(terminal, "|")

    return read


def escaped_brace(found: Found) -> Iterator[Token]:
    """`\\left\\\\{`, which an author of Markdown has escaped once more."""
    yield found.token("LPAR" if found.match.group("inner_brace") == "{" else "RPAR", found.text)


def set_brace(found: Found) -> Iterator[Token]:
    """`\\{`, which is a bracket."""
    yield found.token("LPAR" if found.match.group("brace") == "{" else "RPAR", found.text)


#: The rows that a brace embraces begin.
_ROWS_BEGIN: Final = re.compile(r"[\s>]*\\begin\s*\{(?:aligned|gathered|split|array|alignedat)\}")


def system(found: Found) -> Iterator[Token]:
    """`\\left\\{`, a bracket, unless it stands before the rows of a system of equations."""
    if _ROWS_BEGIN.match(found.match.string, found.match.end()) is None:
        start, end = found.place
        written = end - start == len(found.text)
        yield make("LPAR", "\\{", end - 2 if written else start, end)


#: The end of the rows that a brace embraces.
_ROWS_END: Final = re.compile(r"\\end\s*\{(?:aligned|gathered|split|array|alignedat)\}\s*\Z")


def right_bar(found: Found) -> Iterator[Token]:
    """`\\right|`, which ends the values at bounds after `\\left.`."""
    start, end = found.match.span()
    text = found.match.string
    opened = text.rfind("\\left", max(0, start - _LONGEST_FORMULA), start)
    if opened >= 0 and _DOT.match(text, opened) and _SCRIPT.match(text, end):
        return iter((found.token("RBRACKET", "]"),))
    return bar("RIGHT_BAR")(found)


def one_sided(found: Found) -> Iterator[Token]:
    """`\\right.` after the rows of a system of equations; anything else is refused."""
    before = found.match.string[: found.match.start()]
    if "left" in found.text and _EVALUATED.search(
        found.match.string, found.match.end(), found.match.end() + _LONGEST_FORMULA
    ):
        return iter((found.token("LBRACKET", "["),))
    if not ("right" in found.text and _ROWS_END.search(before, max(0, len(before) - 40))):
        raise found.unsupported("a one-sided delimiter is not part of the language")
    return iter(())
