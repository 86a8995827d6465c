"""What the words around a formula say about it: the patterns of all languages, in the order in
which they are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from shomei.languages.language import merged, words
from shomei.languages.phrases import NEVER
from shomei.terms.nodes import NumberSet


class Cue(Enum):
    """What to do with a formula."""

    FACT = "stated as true"
    SET = "a name is given a value, or a variable a condition"
    SUBSTITUTE = "a change of variable"
    WHEN = "a condition for what is said next"
    GOAL = "announced, to be shown"
    DENIED = "denied or doubted"


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or NEVER, re.IGNORECASE)


def _said(name: str) -> re.Pattern[str]:
    return _any(words("article", name))


#: What the languages' files call each cue: a condition that `suppose that` introduces is looked for
#: before a fact, one that `suppose` does after it.
_CUES: Final = {
    "denied": Cue.DENIED,
    "substitute": Cue.SUBSTITUTE,
    "set": Cue.SET,
    "supposed": Cue.SET,
    "goal": Cue.GOAL,
    "fact": Cue.FACT,
    "when": Cue.WHEN,
}


def _cues(section: str, order: tuple[str, ...]) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    patterns = merged(section)
    return tuple((_CUES[name], _any(patterns[name])) for name in order if name in patterns)


#: Japanese puts the cue after the formula. The first pattern that matches at the beginning of the
#: words decides.
_AFTER: Final = _cues("cues_after", ("denied", "substitute", "set", "goal", "fact", "when"))
#: English puts it before the formula. The last match in the words before the formula decides.
_BEFORE: Final = _cues(
    "cues_before", ("goal", "substitute", "denied", "supposed", "fact", "set", "when")
)


#: How many characters around a formula are considered.
_REACH: Final = 200


def cue_of(before: str, after: str) -> Cue:
    """The cue of the words right before and right after a formula (or a list of formulas)."""
    before, after = before[-_REACH:], after[:_REACH]
    for cue, pattern in _AFTER:
        if pattern.match(after):
            return cue
    for cue, pattern in _BEFORE:
        if pattern.search(before):
            return cue
    return Cue.FACT


#: A condition after a claim: `|x| = x for x \\ge 0`.
PROVISO: Final = re.compile(
    rf"\s*[,、]?\s*[(（]?\s*(?:{'|'.join(words('article', 'proviso')) or NEVER})\s*[、,]?\s*\Z",
    re.IGNORECASE,
)

#: Between formulas of one list: `X = x と Y = x + h`, `a > 0, b > 0 and c > 0`.
JOINT: Final = re.compile(
    rf"[\s、,，;]*(?:{'|'.join((*words('article', 'joint'), ','))})?[\s、,，;]*\Z", re.IGNORECASE
)

#: `\\lim … を e とすると`
OBJECT: Final = _said("object")
#: `a に ネイピア数 e を代入して`
INTO: Final = _said("into")
PUT_IN: Final = _said("put_in")

SENTENCE_END: Final = re.compile(
    "[。！？!?]|"
    + "".join(f"(?<!{word})" for word in words("article", "abbreviations"))
    + r"(?<=[^\d\s])\.(?=\s|$)|(?<=\s)\.(?=\s|$)|\A\.(?=\s|$)"
)

#: A question claims nothing.
QUESTION: Final = re.compile(rf"(?:{'|'.join(('[?？]', *words('article', 'question')))})\s*\Z")

#: References in running text: `式(2.4)`, `Eq. (2.4)`.
REFERENCE: Final = re.compile(
    r"[(（]\s*(?P<label>\d+(?:[.\-]\d+)*[a-z]?)\s*[)）]|\\(?:eq)?ref\{(?P<name>[^{}]{1,80})\}"
)

#: A reference that is used …
_USED_AFTER: Final = _said("used_after")
_USED_BEFORE: Final = _said("used_before")
#: … and one that is used as already proved.
_DRAWN_AFTER: Final = _said("drawn_after")
_DRAWN_BEFORE: Final = _said("drawn_before")
_MENTIONED: Final = _said("mentioned")


def is_used(before: str, after: str, *, proved: bool) -> bool:
    """Whether a reference is a reason for what follows. One that is not `proved` yet requires more
    explicit words.
    """
    before, after = before[-_REACH:], after[:_REACH]
    if _MENTIONED.match(after):
        return False
    if not proved:
        return bool(_DRAWN_AFTER.match(after) or _DRAWN_BEFORE.search(before))
    return bool(_USED_AFTER.match(after) or _USED_BEFORE.search(before) or not after.strip())


#: Reasons that are words: what the definition is of, and pattern.
DEFINITIONS: Final = tuple(
    (name, _any(patterns)) for name, patterns in merged("article_definitions").items()
)
DEFINITION_AFTER: Final = _said("definition_after")
DEFINITION_BEFORE: Final = _said("definition_before")
CONTINUITY_AFTER: Final = _said("continuity_after")
CONTINUITY_BEFORE: Final = _said("continuity_before")
#: The matching group is the continuous function.
CONTINUITY: Final = _said("continuity")

#: The ids of other reasons, and pattern.
RULES: Final = tuple((name, _any(patterns)) for name, patterns in merged("article_reasons").items())

#: The kinds of variables, narrowest first.
_KINDS: Final[tuple[tuple[str, NumberSet | str], ...]] = tuple(
    ("|".join(merged("kinds").get(kind, (NEVER,))), kind)
    for kind in ("base", "positive", "N+", "N", "Z", "Q", "R")
)
_KIND_LINK: Final = "|".join(words("article", "kind_link"))
_KIND_AFTER: Final = tuple(
    (kind, re.compile(rf"\s*(?:{_KIND_LINK})(?:{words})(?![A-Za-z])", re.IGNORECASE))
    for words, kind in _KINDS
)
_KIND_BEFORE: Final = tuple(
    (kind, re.compile(rf"(?:{words})\s*\Z", re.IGNORECASE)) for words, kind in _KINDS
)


def kind_of(before: str, after: str) -> str | None:
    """What a variable is: a set of numbers, "positive", or "base" (positive, not 1)."""
    for patterns, text in ((_KIND_AFTER, after[:_REACH]), (_KIND_BEFORE, before[-_REACH:])):
        for kind, pattern in patterns:
            if pattern.match(text) if patterns is _KIND_AFTER else pattern.search(text):
                return kind
    return None


#: Words before a display that make it a law of its own, and one that its text goes on to justify.
LAW: Final = _said("law")
#: A definition is stated: a second `f(x) = …` after these replaces the first.
DEFINING: Final = _said("defining")
