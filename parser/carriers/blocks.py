"""The parts of an article in any carrier: paragraphs with inline formulas, displays, and directives
in comments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from shomei.parser.source import Fragment, Range


@dataclass(frozen=True, slots=True)
class Words:
    """Running text as in the source (in Markdown, one line of it)."""

    place: Range


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline formula: `place` with its delimiters, `formula` without."""

    place: Range
    formula: Fragment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words and inline formulas in order. `lines` are its lines in the source. A heading is a
    paragraph that asserts nothing; `heading` is its level, 1 for the article's own, 0 for none.
    """

    pieces: tuple[Words | Inline, ...]
    lines: tuple[Range, ...]
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Display:
    """A displayed formula: `place` with its delimiters, `formula` without. `label` is what it is
    cited by where that is written outside of it.
    """

    place: Range
    formula: Fragment
    label: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """Lines of the plain language, from a comment that begins with `shomei:`."""

    lines: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The beginning or end of a part of the article: a theorem, proof or definition, another
    environment or directive, an item of a list. `label` is what a theorem is cited by.
    `said` is its title, and `strange` its name if that says not, or in an unknown word, what it is.
    """

    kind: Literal[
        "theorem",
        "proof",
        "definition",
        "part",
        "item",
        "end theorem",
        "end proof",
        "end definition",
        "end part",
        "end item",
    ]
    label: str
    place: Range
    said: str = ""
    strange: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage that may contain mathematics but is not read, and why."""

    place: Range
    why: str


Block: TypeAlias = Paragraph | Display | Directive | Boundary | Unread
