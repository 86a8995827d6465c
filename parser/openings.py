"""The words that a line of plain text begins and ends with: `Then`, `Suppose that`, `If … then`,
`since …`, `とする`. Which they are stands in the languages' files (`lines`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from shomei.languages.language import longest_first, merged, words
from shomei.languages.phrases import NEVER, whole
from shomei.parser.lexing.vocabulary import BARE_COMMANDS, CONNECTING_WORDS
from shomei.parser.source import Range


def _any(listed: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in longest_first(listed))


def _lines(name: str) -> str:
    """The words of this name, those between blanks as whole words and in any case."""
    spaced, joined = words("lines", name, spaced=True), words("lines", name, spaced=False)
    whole = [rf"(?i:{_any(spaced)})(?![A-Za-z({{])"] if spaced else []
    return "|".join([*whole, *([_any(joined)] if joined else [])]) or NEVER


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
_CLAIM: Final = re.compile(rf"\s*(?:{_lines('claim')}){_AFTER}")
_ASSUME: Final = re.compile(rf"\s*(?:{_lines('assume')}){_AFTER}")
_KEYWORD: Final = re.compile(
    rf"\s*(?P<word>(?i:{_any(_KEYWORDS)}))(?![A-Za-z(]){_AFTER}" if _KEYWORDS else NEVER
)
_ASSUMED: Final = re.compile(rf"\s*(?:{_lines('assumed')})\s*[。.]?\s*\Z")
_IF: Final = re.compile(rf"\s*(?:{_lines('if')})\s*")
_THEN: Final = re.compile(rf"\s*[,、]?\s*(?:{_lines('then')}){_AFTER}")
_COMMA: Final = re.compile(r"\s*,\s+")
_NAME: Final = r"\$?\\?[A-Za-z](?:(?<=\\[A-Za-z])[A-Za-z]+)?(?![A-Za-z])\$?"
_EVERY: Final = re.compile(
    rf"\s*(?:{_lines('every')})\s+(?P<names>{_NAME}(?:\s*,\s*{_NAME}(?=\s*[,:]|\s))*)"
    rf"(?:\s*\\in\s*\\(?:mathbb|mathbf)\s*\{{?R\}}?)?\s*(?:(?=\s(?:{_lines('claim')}))|[,:])\s*"
)
_SINCE: Final = re.compile(rf"(?<=[\w)\]}}|!'$）\\])[\s,]+(?:{_lines('since')})\s*")
_BRACKETED: Final = re.compile(
    rf"\s+[(（]\s*(?P<inside>(?:{whole('begin', spaced=True)}\s|(?:{_lines('since')}))"
    r"[^()（）]*)[)）]\s*[.,;。]?\s*\Z"
)
#: After a short word these make it a product of letters.
_OPERATORS: Final = "=<>+*/^_≤≥≠!'"
#: What stands in formulas and is no product of letters: commands with what they print, indices.
_NO_LETTERS: Final = re.compile(
    r"\\(?:operatorname\*?|mathrm|mathit|mathsf|mathbb|mathcal|text(?:rm|bf|it)?|mbox|begin|end|label"
    r"|tag|(?:text)?color|[a-z]*ref|cite|input|include|[hv]space)\*?\s*\{[^{}]*\}"
    r"|\\[A-Za-z]+|_\s*\{[^{}]*\}"
)
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
        return Opening("assume", (assume.end(), end))
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


def _goes_on(text: str, words: re.Match[str], end: int) -> bool:
    """Whether a formula follows words, and they are no factors of it."""
    after = text[words.end() : end][:1]
    short = len(words.group().strip()) < _WORD
    return bool(after) and after not in _OPERATORS and not (short and after in "-−")


def find_closing(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A line's formula and its reason where that stands in brackets or after `since`."""
    if bracketed := _BRACKETED.search(text, start, end):
        return (start, bracketed.start()), bracketed.span("inside")
    if since := _SINCE.search(text, start, end):
        return (start, since.start()), (since.end(), end)
    return None


def find_word(text: str, start: int, end: int) -> Range | None:
    """The first run of letters in a formula that is a word and no product."""
    blanked = _NO_LETTERS.sub(lambda match: " " * len(match.group()), text[start:end])
    for run in _RUN.finditer(blanked):
        word = run.group()
        if word in CONNECTING_WORDS or word in BARE_COMMANDS:
            continue
        for known in BARE_COMMANDS:
            word = word.replace(known, "")
        alphabetical = word.lower() in "abcdefghijklmnopqrstuvwxyz"
        if (len(word) >= _WORD and not alphabetical) or word.lower() in _SHORT:
            return start + run.start(), start + run.end()
    return None
