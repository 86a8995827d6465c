"""The words that a line of plain text begins and ends with: `Then`, `Suppose that`, `If … then`,
`since …`, `とする`. Which they are stands in the languages' files (`lines`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from shomei.languages.language import merged, words
from shomei.languages.phrases import NEVER, whole
from shomei.parser.lexing.vocabulary import BARE_COMMANDS, CONNECTING_WORDS, TYPED_COMMANDS
from shomei.parser.provisos import any_of, line_words
from shomei.parser.source import Range


def _keywords() -> dict[str, Literal["let", "assume", "define", "therefore"]]:
    table = merged("keywords", spaced=True)
    kinds: tuple[Literal["let", "assume", "define", "therefore"], ...] = (
        "let",
        "assume",
        "define",
        "therefore",
    )
    return {word.lower(): kind for kind in kinds for word in table.get(kind, ())}


_KEYWORDS: Final = _keywords()
_AFTER: Final = r"[\s,:、：，]*"
_CLAIM: Final = re.compile(rf"\s*(?:{line_words('claim')}){_AFTER}")
_ASSUME: Final = re.compile(rf"\s*(?:{line_words('assume')}){_AFTER}")
_GIVEN: Final = re.compile(rf"\s*(?:{line_words('given')})")
#: A letter that is bounded.
_BOUND: Final = re.compile(
    r"\s*(?P<letter>\\?[A-Za-z]+)\s*(?:[<>≤≥≠]|!=|\\(?:leq?|geq?|neq?|in)(?![A-Za-z]))"
)
_KEYWORD: Final = re.compile(
    rf"\s*(?P<word>(?i:{any_of(_KEYWORDS)}))(?![A-Za-z(]){_AFTER}" if _KEYWORDS else NEVER
)
_ASSUMED: Final = re.compile(rf"\s*(?:{line_words('assumed')})\s*[。.]?\s*\Z")
_IF: Final = re.compile(rf"\s*(?:{line_words('if')})\s*")
_THEN: Final = re.compile(rf"\s*[,、]?\s*(?:{line_words('then')}){_AFTER}")
_COMMA: Final = re.compile(r"\s*,\s+")
_AND: Final = re.compile(rf"\s(?:{any_of(words('connectives', 'AND')) or NEVER})\s")
_NAME: Final = r"\$?\\?[A-Za-z](?:(?<=\\[A-Za-z])[A-Za-z]+)?(?![A-Za-z])\$?"
_EVERY: Final = re.compile(
    rf"\s*(?:{line_words('every')})\s+(?P<names>{_NAME}(?:\s*,\s*{_NAME}(?=\s*[,:]|\s))*)"
    rf"(?:\s*\\in\s*\\(?:mathbb|mathbf)\s*\{{?R\}}?)?\s*(?:(?=\s(?:{line_words('claim')}))|[,:])\s*"
)
_SINCE: Final = re.compile(rf"(?<=[\w)\]}}|!'$）\\])[\s,]+(?:{line_words('since')})\s*")
_BRACKETED: Final = re.compile(
    rf"\s+[(（]\s*(?P<inside>(?:{whole('begin', spaced=True)}\s|(?:{line_words('since')}))"
    r"[^()（）]*)[)）]\s*[.,;。]?\s*\Z"
    r"|\s+\[(?P<named>(?=[^\[\]]*[A-Za-z]{4})[A-Za-z][A-Za-z' -]*)\]\s*[.,;。]?\s*\Z"
    r"|\s*（(?P<because>[^（）]*(?:より|から))）\s*[.,;。]?\s*\Z"
)
#: After a short word these make it a product of letters.
_OPERATORS: Final = "=<>+*/^_≤≥≠!'"
#: What stands in formulas and is no product of letters: commands with what they print, indices.
_NO_LETTERS: Final = re.compile(
    r"\\(?:operatorname\*?|mathrm|mathit|mathsf|mathbb|mathcal|text(?:rm|bf|it)?|mbox|begin|end|label"
    r"|tag|(?:text)?color|[a-z]*ref|cite|input|include|[hv]space)\*?\s*\{[^{}]*\}"
    r"|\\[A-Za-z]+|_\s*\{[^{}]*\}"
)
#: Connectives of several words.
_CONNECTING: Final = re.compile(
    rf"(?<![A-Za-z])(?:{any_of(each for each in CONNECTING_WORDS if ' ' in each) or NEVER})"
    r"(?![A-Za-z])"
)
#: `1e3` is no product.
_SCIENTIFIC: Final = re.compile(r"(?<![A-Za-z\\\d.])\d+(?:\.\d+)?[eE][+-]?\d+(?![\w.])")
_RUN: Final = re.compile(r"[A-Za-z]{2,}")
#: From how many letters on a run is taken for a word.
_WORD: Final = 4
#: Shorter words.
_SHORT: Final = frozenset(words("lines", "short"))


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line's first words make of it. `content` is the rest; `premise` is what stands between
    `If` and `then`; `names` are those that `For all` introduces.
    """

    kind: Literal["let", "assume", "define", "therefore", "claim"]
    content: Range
    premise: Range | None = None
    names: tuple[str, ...] = ()


def find_opening(text: str, start: int, end: int) -> Opening | None:
    """The words that a line begins with, or ends with in `とする`; None for none."""
    if (claim := _CLAIM.match(text, start, end)) and _goes_on(text, claim, end):
        inner = find_opening(text, claim.end(), end)
        return inner or Opening("claim", (claim.end(), end))
    if (assume := _ASSUME.match(text, start, end)) and _goes_on(text, assume, end):
        given = _GIVEN.match(text, start, end) is not None
        return _assumption(text, assume.end(), end, given=given)
    if (keyword := _KEYWORD.match(text, start, end)) and _goes_on(text, keyword, end):
        kind = _KEYWORDS[keyword["word"].lower()]
        return Opening(kind, (keyword.end(), end))
    if (every := _EVERY.match(text, start, end)) and every.end() < end:
        names = tuple(re.findall(r"[A-Za-z]+", every["names"]))
        inner = find_opening(text, every.end(), end)
        if inner is not None and inner.kind != "claim":
            return None
        return replace(inner or Opening("claim", (every.end(), end)), names=names)
    if (opened := _IF.match(text, start, end)) and opened.end() < end:
        then = _THEN.search(text, opened.end(), end) or _COMMA.search(text, opened.end(), end)
        if then is not None and opened.end() < then.start() and then.end() < end:
            return Opening("claim", (then.end(), end), (opened.end(), then.start()))
        return None
    if (assumed := _ASSUMED.search(text, start, end)) and assumed.start() > start:
        return Opening("assume", (start, assumed.start()))
    return None


def _assumption(text: str, start: int, end: int, *, given: bool) -> Opening | None:
    """`Suppose A, B`; `Given A and B, C` is a claim under a premise."""
    then = _THEN.search(text, start, end)
    if then is not None and start < then.start() and then.end() < end:
        return Opening("claim", (then.end(), end), (start, then.start()))
    comma = _COMMA.search(text, start, end)
    joined = _AND.search(text, start, end)
    if comma is None or joined is None or joined.start() > comma.start():
        # `Given A, B` may claim B.
        parts = [_BOUND.match(part) for part in _COMMA.split(text[start:end])]
        letters = [bound["letter"] for bound in parts if bound is not None]
        unclear = given and comma is not None and len(set(letters)) < len(parts)
        return None if unclear else Opening("assume", (start, end))
    # What stands behind the comma is no further condition: `and` is before the last.
    if _COMMA.search(text, comma.end(), end):
        return None
    return Opening("claim", (comma.end(), end), (start, comma.start()))


def _goes_on(text: str, words: re.Match[str], end: int) -> bool:
    """Whether a formula follows words, and they are no factors of it."""
    after = text[words.end() : end][:1]
    short = len(words.group().strip()) < _WORD
    return bool(after) and after not in _OPERATORS and not (short and after in "-−")


def find_closing(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A line's formula and its reason where that stands in brackets or after `since`."""
    if bracketed := _BRACKETED.search(text, start, end):
        inside = next(name for name in ("inside", "named", "because") if bracketed[name])
        return (start, bracketed.start()), bracketed.span(inside)
    if since := _SINCE.search(text, start, end):
        return (start, since.start()), (since.end(), end)
    return None


def find_word(text: str, start: int, end: int) -> Range | None:
    """The first run of letters in a formula that is a word and no product."""
    if (number := _SCIENTIFIC.search(text, start, end)) is not None:
        return number.span()
    blanked = _NO_LETTERS.sub(lambda match: " " * len(match.group()), text[start:end])
    blanked = _CONNECTING.sub(lambda match: " " * len(match.group()), blanked)
    for run in _RUN.finditer(blanked):
        word = run.group()
        if word in CONNECTING_WORDS or word in BARE_COMMANDS or word in TYPED_COMMANDS:
            continue
        for known in BARE_COMMANDS:
            word = word.replace(known, "")
        alphabetical = word.lower() in "abcdefghijklmnopqrstuvwxyz"
        if (len(word) >= _WORD and not alphabetical) or word.lower() in _SHORT:
            return start + run.start(), start + run.end()
    return None
