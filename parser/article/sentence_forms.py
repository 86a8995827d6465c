"""What form a sentence has: a question, a heading in its line, a remark on what stands above; and
where it is divided.

In: the pieces of a sentence. Out: what their form says of them, without what their words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shomei.languages.language import words as clause_words
from shomei.languages.phrases import matching
from shomei.parser.article.breadth import EXCLAIMED, is_bold, length
from shomei.parser.article.pieces import Piece, Text, divided, said_of

_LETTER: Final = re.compile(r"[^\W\d_]")
#: What comes after what is said, and says nothing of it.
CONCLUDES: Final = re.compile(
    r"[;；]|,\s*(?:and\s+|et\s+)?(?:"
    + "|".join(re.escape(each) for each in clause_words("clauses", "so", spaced=True))
    + r")\b",
    re.IGNORECASE,
)
OF_ABOVE: Final = matching("notation", "above")
ASKS: Final = matching("notation", "asks")
#: What speaks of what follows, and formulas without words, but for marks of a list.
ANNOUNCES: Final = matching("notation", "announces")
BARE: Final = re.compile(
    r"(?:[^\w·]{0,20}(?:(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\s?[).:][^\w·]{0,20})?·)+[^\w·]{0,20}"
)
#: What a question asks for that says that something above is not so.
FAULT: Final = matching("notation", "fault")
#: What a question asks for that is about what is claimed.
TRUTH: Final = matching("notation", "truth")
#: What a sentence has that says what it is about.
OF_TOPIC: Final = matching("notation", "topic")
EXPLETIVE: Final = matching("notation", "expletive")
#: What speaks of something further above.
FAR: Final = matching("notation", "far")
#: What says that all that follows is about real numbers.
REALS: Final = matching("notation", "reals")
#: What names its own topic, in a language in which a sentence need not begin with its subject.
OWN_TOPIC: Final = matching("notation", "own_topic")
#: What is emphasized as a whole, or stands in brackets, and says what comes next.
_RUN_IN: Final = re.compile(
    r"\s*(?:(\*\*|__|\*|_)[^*_]+(?:\1)?[.:。：]?(?:\1)?"
    r"|\\(?:textbf|textit|emph|textsc|underline|paragraph)\s*\{[^{}]*\}?[.:。：]?)\s*"
)


def asks(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence asks about what stands above it, rather than what comes next."""
    last = pieces[-1]
    if not isinstance(last, Text) or not last.words.rstrip().endswith(("?", "？")):
        return False
    said = said_of(pieces)
    return ASKS.search(said) is None and (
        length(said) <= EXCLAIMED or any(each.search(said) for each in (OF_ABOVE, FAULT, TRUTH))
    )


def is_heading_in_line(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence is a heading in its line that asks what comes next, and not whether what
    stands above is true.
    """
    said = said_of(pieces)
    return is_bold(said) and is_run_in(pieces) and TRUTH.search(said) is None


def is_run_in(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence is the opening of its paragraph, such as a heading in its line."""
    return _RUN_IN.fullmatch(said_of(pieces)) is not None


def segments(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of a sentence, divided before what it concludes and at semicolons."""
    for stretch, _ in divided(pieces, _conclusions):
        yield stretch


def _conclusions(words: str) -> Iterator[int]:
    return (match.start() for match in CONCLUDES.finditer(words))


def says_words(pieces: Sequence[Piece]) -> bool:
    """Whether there are words among some pieces."""
    return any(isinstance(piece, Text) and _LETTER.search(piece.words) for piece in pieces)
