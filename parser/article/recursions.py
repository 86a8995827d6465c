"""Over which indices the recursion of a sequence holds, by the sentence that gives it.

In: the source, the places of the equations, and the letter of the index. Out: what the sentence
says of the index, if that is no more than that the recursion holds from somewhere on; `NotForAll`
is raised where it may hold for some indices only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.source import Range
from shomei.parser.stops import STOP

#: What a recursion is that may hold for some indices only.
SOME_INDICES: Final = "a recursion for some indices"
#: The words of a sentence that gives a sequence and restricts nothing.
_WORDS: Final = matching("recursion", "words")
#: Words that say of a letter alone that it is any index: `for all`, 任意の.
_EVERY: Final = matching("recursion", "every")
#: What ends a sentence, before it and after it.
_BEFORE: Final = re.compile(
    STOP + r"|\\(?:sub)*section\*?\{[^}]*\}|\\item\b|\\begin\{document\}|\A"
)
_AFTER: Final = re.compile(
    r"[。．]|\.(?=\s|\$\$|\\\]|\\end|\Z)|\n\s*\n|\\(?:sub)*section|\\item\b|\Z"
)
_HEADING: Final = re.compile(r"\\(?:sub)*section\*?\{|^#{1,6}\s", re.MULTILINE)
_COMMANDS: Final = re.compile(
    r"\\(?:text|mathrm|mbox|textrm)(?=\s*\{)|\\(?:begin|end)\{[a-z]+\*?\}|\\[A-Za-z]+|\\[^A-Za-z]"
)
_MARKS: Final = re.compile(r"[\s\W\d_]+")


class NotForAll(Exception):  # noqa: N818 (an outcome that the caller expects)
    """The sentence may restrict the index."""


def range_of(text: str, places: Iterable[Range], letter: str) -> tuple[bool, int | None]:
    """Whether the sentence says that the recursion holds for all values of the letter, and from
    which one on. Raises `NotForAll`.
    """
    own = sorted(places)
    start = max(match.end() for match in _BEFORE.finditer(text, 0, own[0][0] + 1))
    end = _AFTER.search(text, own[-1][1])
    rest = "".join(
        " · " if any(begin <= index < until for begin, until in own) else text[index]
        for index in range(min(start, own[0][0]), end.start() if end else len(text))
    )
    rest = re.sub(r"(?: · )+", " · ", rest)
    n = rf"(?<![A-Za-z\\]){re.escape(letter)}(?![A-Za-z_])"
    found: list[int] = []
    every = False

    def taken(match: re.Match[str]) -> str:
        nonlocal every
        every = True
        if match["least"]:
            found.append(int(match["least"]))
        return " "

    number = r"(?P<least>\d{1,6})"
    for allowed in (
        _all_from(n),
        rf"{n}\s*(?:\\ge(?:q|qq|qslant)?(?![A-Za-z])|≥|>=|≧)\s*{number}(?!\d)",
        rf"{n}\s*(?:\\in(?![A-Za-z])|∈)\s*\\?(?:mathbb\s*\{{?\s*N\s*\}}?|N(?![A-Za-z])|ℕ)(?P<least>)",
        rf"(?:{_EVERY.pattern})\s*[$\\(]*\s*{n}\s*[$\\)]*(?P<least>)",
    ):
        rest = re.sub(allowed, taken, rest)
    words = _MARKS.sub(" ", _WORDS.sub(" ", _COMMANDS.sub(" ", rest))).strip()
    if words:
        raise NotForAll(words)
    return every, max(found, default=None)


def is_restricted(before: str, letter: str) -> bool:
    """Whether the section above says of a letter that it is less than, equal to or not equal to
    something, other than that it takes all values from one on. (As the index of a sum, it stands
    in a subscript.)
    """
    section = before[max((match.end() for match in _HEADING.finditer(before)), default=0) :]
    n = rf"(?<![A-Za-z\\_{{]){re.escape(letter)}(?![A-Za-z_])"
    section = re.sub(_all_from(n), " ", section)
    return (
        re.search(
            rf"{n}\s*(?:[<>=≤≠]|\\(?:l[et]|leq\w*|gt|neq?|not|equiv|mid)(?![A-Za-z]))"
            rf"|(?:<|≤|\\l[et]|\\leq\w*)\s*{n}",
            section,
        )
        is not None
    )


def _all_from(n: str) -> str:
    """The pattern of `n = 1, 2, …`, with the first value as `least`."""
    gap = r"(?:\\[,;!: ]|\s)*"
    return (
        rf"{n}\s*=\s*(?P<least>\d{{1,6}})\s*(?:,{gap}\d+\s*)*,{gap}\\[lc]?dots[bco]?"
        r"(?![A-Za-z])(?!\s*[,\d])"
    )
