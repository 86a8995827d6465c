"""Formulas that list the values of a letter: `k = 1, 2, \\dots, n`, `x = \\frac{\\pi}{6},
\\frac{\\pi}{2}`, `y \\in \\{0, 1\\}`.

They say that the letter is a number, and no more that the language has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shomei.parser.declarations import Declarations
from shomei.parser.errors import SyntaxProblem
from shomei.parser.mathematics import parse_expression
from shomei.parser.source import Range, Source

_BEGIN: Final = re.compile(
    r"[$\s&]*(?:\\[(\[]|\\begin\{[a-z*]+\}|[\s&])*"
    r"(?P<letters>\\?[A-Za-z]+(?:\s*,\s*\\?[A-Za-z]+)*)\s*&?\s*"
    r"(?:(?P<sign>=)|(?:\\in(?![A-Za-z])|∈)\s*\\(?:l?brace(?![A-Za-z])|\{))"
)
_END: Final = re.compile(r"(?:[\s&$.。．,]|\\[\])]|\\\\|\\end\{[a-z*]+\}|\\(?:,|;|!|q?quad))*\Z")
_CLOSE: Final = re.compile(r"\\(?:r?brace(?![A-Za-z])|\})\s*\Z")
_DOTS: Final = re.compile(r"(?:\\[lc]?dots[bc]?(?![A-Za-z])|\.\.\.|…|⋯|\\[,;!: ]|\s)+")
_NESTING: Final = re.compile(r"\\[{}]|[{}()\[\],]")


def listed(source: Source, place: Range, declarations: Declarations) -> tuple[str, ...]:
    """The letters whose values a formula lists; none where it is no such list."""
    begin = _BEGIN.match(source.text, *place)
    if begin is None:
        return ()
    start = begin.end()
    end = _END.search(source.text, start, place[1])
    stop = end.start() if end else place[1]
    if not begin["sign"]:
        close = _CLOSE.search(source.text, start, stop)
        if close is None:
            return ()
        stop = close.start()
    parts = list(_parts(source.text, start, stop))
    letters = tuple(each.strip().removeprefix("\\") for each in begin["letters"].split(","))
    sets = "\\{" in source.text[start:stop] or "\\lbrace" in source.text[start:stop]
    if sets or (begin["sign"] and (len(parts) < 2 or len(letters) > 1)):
        return ()
    return letters if all(_is_value(source, part, declarations) for part in parts) else ()


def _parts(text: str, start: int, stop: int) -> Iterator[Range]:
    """The stretches between the commas outside all brackets."""
    depth, begin = 0, start
    for match in _NESTING.finditer(text, start, stop):
        if match.group() == "," and depth == 0:
            yield begin, match.start()
            begin = match.end()
        depth += (match.group() in "{([") - (match.group() in "})]")
    yield begin, stop


def _is_value(source: Source, part: Range, declarations: Declarations) -> bool:
    """Whether it is a number, or the dots of a list."""
    if _DOTS.fullmatch(source.text, *part):
        return True
    try:
        parse_expression(source, (part,), declarations.trial())
    except SyntaxProblem:
        return False
    return True
