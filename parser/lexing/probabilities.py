"""Probabilities of events, as they stand in a text: `P(A \\mid B)`, `\\Pr(A \\cup B)`,
`\\mathbb{P}(\\bar A)`.

The scanner takes one as a whole, so that the signs in its brackets are those of sets. Whether the
letters are events is known when the formula is parsed (`happenings.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from shomei.parser.events import LONGEST, Inside, names_in, read_inside
from shomei.parser.source import Range

_UPRIGHT: Final = r"\\(?:mathbb|mathrm|mathsf|mathbf|mathcal|operatorname|text|textrm|rm)"
#: The sign of a probability, up to the bracket after it.
_HEAD: Final = re.compile(
    r"(?P<sign>(?P<own>\\Pr(?![A-Za-z])|(?<![A-Za-z\\])Pr(?=\s*(?:\\left|\\[bB]igg?l?)?\s*[(\[])"
    rf"|{_UPRIGHT}\s*\{{\s*(?:P|Pr|Prob)\s*\}}|\\mathbb\s*P)|(?<![A-Za-z\\])P)"
    r"(?:\s|\\[,;:! ])*(?:\\(?:left|[bB]igg?l?)\s*)?(?P<bracket>\(|\[|\\\{)"
)
_SIGN: Final = re.compile(rf"\\Pr(?![A-Za-z])|{_UPRIGHT}\s*\{{?\s*P|(?<![A-Za-z\\])P")
_CLOSERS: Final = {"(": ")", "[": "]", "\\{": "\\}"}
_BRACKET: Final = re.compile(r"\\[{}]|[()\[\]]")
_SIZE: Final = re.compile(r"\\(?:right|[bB]igg?r?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Probability:
    """A probability as it stands in the text. `own`: its sign stands for nothing else."""

    inside: Inside
    own: bool


def probability_at(text: str, position: int, end: int) -> tuple[Probability, int] | None:
    """The probability of an event that begins here, and where it ends; None for anything else."""
    head = _HEAD.match(text, position, end) if text[position] in "P\\" else None
    if head is None or text[:position].rstrip(" \t{")[-1:] in {"_", "^"}:
        return None
    depth, closer = 0, _CLOSERS[head["bracket"]]
    for mark in _BRACKET.finditer(text, head.start("bracket"), min(end, head.end() + LONGEST)):
        depth += 1 if mark.group()[-1] in "([{" else -1
        if depth == 0:
            inside = text[head.end() : mark.start()] if mark.group() == closer else ""
            found = read_inside(_SIZE.sub("", inside))
            return None if found is None else (Probability(found, bool(head["own"])), mark.end())
    return None


def together(text: str, begin: int) -> Iterator[frozenset[str]]:
    """The events of each probability in the text from here on."""
    for found, _ in _all(text, begin):
        yield frozenset(names_in(found.inside))


def without_probabilities(text: str, events: Collection[str]) -> str:
    """A formula without the probabilities of these events."""
    for found, (start, end) in reversed(list(_all(text, 0))) if events else ():
        if set(names_in(found.inside)) <= set(events):
            text = f"{text[:start]} {text[end:]}"
    return text


def _all(text: str, begin: int) -> Iterator[tuple[Probability, Range]]:
    for sign in _SIGN.finditer(text, begin):
        found = probability_at(text, sign.start(), len(text))
        if found is not None:
            yield found[0], (sign.start(), found[1])
