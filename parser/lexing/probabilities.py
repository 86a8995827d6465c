"""Probabilities, as they stand in a text: `P(A \\mid B)`, `\\Pr(A \\cup B)`,
`\\mathbb{P}(\\bar A)`, `P_A(B)`, `P(X \\le 2)`.

The scanner takes one as a whole, so that the signs in its brackets are those of sets. Whether the
letters are events is known when the formula is parsed (`happenings.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shomei.parser.events import LONGEST, Inside, names_in, read_inside
from shomei.parser.quantities import Compared, read_comparison
from shomei.parser.source import Range

_UPRIGHT: Final = r"\\(?:mathbb|mathrm|mathsf|mathbf|mathcal|operatorname|text|textrm|rm)"
#: The sign of a probability, up to the bracket after it.
_HEAD: Final = re.compile(
    r"(?P<sign>(?P<own>\\Pr(?![A-Za-z])|(?<![A-Za-z\\])Pr(?=\s*(?:\\left|\\[bB]igg?l?)?\s*[(\[])"
    rf"|{_UPRIGHT}\s*\{{\s*(?:P|Pr|Prob)\s*\}}|\\mathbb\s*P)|(?<![A-Za-z\\])P)"
    r"(?:\s*_\s*(?P<given>[A-Z](?![A-Za-z])"
    r"|\{\s*(?:[A-Z]|\\(?:overline|bar)\s*(?:\{\s*[A-Z]\s*\}|[A-Z]))\s*\}"
    r"|\\(?:overline|bar)\s*\{\s*[A-Z]\s*\}))?"
    r"(?:\s|\\[,;:! ])*(?:\\(?:left|[bB]igg?l?)\s*)?(?P<bracket>\(|\[|\\\{)"
)
_SIGN: Final = re.compile(rf"\\Pr(?![A-Za-z])|{_UPRIGHT}\s*\{{?\s*P|(?<![A-Za-z\\])P")
#: A number that something is equal to, and nothing besides.
_NUMBER: Final = re.compile(
    r"\s*&?\s*=\s*(?:[\d.]+|\\[dt]?frac\s*(?:\d\s*\d|\{\s*\d+\s*\}\s*\{\s*\d+\s*\})|\d+\s*/\s*\d+)"
    r"(?:\s|\\[,;:! ]|\\%)*(?:[$,;.。、&}=]|\\(?:[)\]\\]|q?quad|text|mbox|end))"
)
_CLOSERS: Final = {"(": ")", "[": "]", "\\{": "\\}"}
_BRACKET: Final = re.compile(r"\\[{}]|[()\[\]]")
_SIZE: Final = re.compile(r"\\(?:right|[bB]igg?r?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Probability:
    """A probability as it stands in the text: of an event, or of what is compared. `own`: its sign
    stands for nothing else.
    """

    inside: Inside | None
    own: bool
    compared: Compared | None = None


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
            return _read(head, _SIZE.sub("", inside), mark.end())
    return None


def _read(head: re.Match[str], inside: str, end: int) -> tuple[Probability, int] | None:
    own, given = bool(head["own"]), head["given"]
    if given is None and (compared := read_comparison(inside, head.end())) is not None:
        return Probability(None, own, compared), end
    condition = re.sub(r"\A\{(.*)\}\Z", r"\1", given or "", flags=re.DOTALL)
    event = read_inside(inside if given is None else f"{inside} \\mid {condition}")
    return None if event is None else (Probability(event, own), end)


def together(text: str, begin: int) -> Iterator[frozenset[str]]:
    """The events of each probability in the text from here on."""
    for found, _ in _all(text, begin):
        if found.inside is not None:
            yield frozenset(names_in(found.inside))


@lru_cache(maxsize=8)
def valued(text: str) -> frozenset[str]:
    """The events in probabilities that a text gives numbers as values: it speaks of these events,
    and not of any.
    """
    return frozenset(
        name
        for found, (_, end) in _all(text, 0)
        if found.inside is not None and _NUMBER.match(text, end)
        for name in names_in(found.inside)
    )


def without_probabilities(text: str, events: Collection[str] | None) -> str:
    """A formula without the probabilities of these events; of any for None."""
    for found, (start, end) in reversed(list(_all(text, 0))) if events != frozenset() else ():
        if events is None or (found.inside and set(names_in(found.inside)) <= set(events)):
            text = f"{text[:start]} {text[end:]}"
    return text


def _all(text: str, begin: int) -> Iterator[tuple[Probability, Range]]:
    for sign in _SIGN.finditer(text, begin):
        found = probability_at(text, sign.start(), len(text))
        if found is not None:
            yield found[0], (sign.start(), found[1])
