"""What the words around a formula say about it: the patterns of all languages, in the order in
which they are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from shomei.languages.language import longest_first, merged, words
from shomei.languages.phrases import NEVER, matching


class Cue(Enum):
    """What to do with a formula."""

    FACT = "stated as true"
    BARE = "stands in a clause by itself: stated, or named"
    ALONE = "stands there without a word that describes it"
    MEASURED = "is called a quantity, as in `$a, b > 0$ are the sides of a box`"
    CALLED = "the same, in a clause that is not understood"
    UNCLEAR = "in a clause that is not understood: stated, or a condition, or only spoken of"
    EQUATION = "an equation to be solved, unless it holds for all numbers or for none"
    SINCE = "a reason for what is said next"
    SET = "a name is given a value, or a variable a condition"
    SUBSTITUTE = "a change of variable"
    WHEN = "a condition for what is said next"
    RANGE = "a condition for what is said next, unless it is an equation that is spoken of"
    GOAL = "announced, to be shown"
    DENIED = "denied or doubted"


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or NEVER, re.IGNORECASE)


#: How far the words around a formula are looked at.
_REACH: Final = 200


#: The kinds of numbers: `for all real numbers x > 0`.
_KINDS: Final = "|".join(
    re.escape(phrase)
    for phrase in longest_first(p for each in merged("number_kinds").values() for p in each)
)

#: What comes after a claim and says when it holds: `|x| = x for x \\ge 0`.
PROVISO: Final = re.compile(
    rf"\s*[,、]?\s*[(（]?\s*(?:{'|'.join(words('article', 'proviso')) or NEVER})"
    rf"(?:\s+(?:{_KINDS}))?\s*[、,]?\s*\Z",
    re.IGNORECASE,
)

#: Words that only open a definition.
SETTING: Final = re.compile(
    r"\W*(?:(?:and|then|now|next)\W+)*(?:"
    + "|".join(
        re.escape(word)
        for name in ("let", "put", "write")
        for word in words("clauses", name, spaced=True)
    )
    + r")\W*",
    re.IGNORECASE,
)

#: Between formulas of one list: `X = x と Y = x + h`, `a > 0, b > 0 and c > 0`.
JOINT: Final = re.compile(
    rf"[\s、,，;]*(?:{'|'.join((*words('article', 'joint'), ','))})?[\s、,，;]*\Z", re.IGNORECASE
)

#: `\\lim … を e とすると`
OBJECT: Final = matching("article", "object")
#: `a に ネイピア数 e を代入して`
INTO: Final = matching("article", "into")
PUT_IN: Final = matching("article", "put_in")

SENTENCE_END: Final = re.compile(
    "[。．！？!?]|(?:"
    + "".join(rf"(?<!\b{word})" for word in words("article", "abbreviations"))
    + r"(?:(?<=\d)\.(?=\s+[A-Z][a-z]|\s*$)|(?<=[^\d\s])\.(?=[*_~\"'”’»)\]]*(?:\s|$))(?!\s+[a-z\d]))"
    + r"|(?<=\s)\.(?=\s|$)|\A\.(?=[*_~)\]]*(?:\s|$)))"
)

#: A question claims nothing.
QUESTION: Final = re.compile(rf"(?:{'|'.join(('[?？]', *words('article', 'question')))})\s*\Z")

#: References in running text: `式(2.4)`, `Eq. (2.4)`.
#: `\\eqref{name}`, MyST's ``{eq}`name` `` and `[](#name)`, reStructuredText's ``:eq:`name` ``,
#: Quarto's and Pandoc's `@eq-name` and `(@eq:name)`, R Markdown's `\\@ref(eq:name)`.
REFERENCE: Final = re.compile(
    r"[(（]\s*(\d+(?:[.\-]\d+)*[a-z]?)\s*[)）]"
    r"|\\(?:eq|auto|[cC])?ref\*?\{([^{}]{1,80})\}"
    r"|(?:\{(?:eq|numref|ref|(?:prf|math):[a-z]+)\}|:(?:eq|numref|ref|(?:prf|math):(?!`)[a-z]+):)"
    r"`(?:[^`<>\n]{0,80}<)?([^`<>\n]{1,80})>?`"
    r"|\[\]\(#?([A-Za-z][\w:.-]{0,79})\)"
    r"|\\@ref\(([A-Za-z][\w:.-]{0,79})\)"
    r"|[(（\[]?-?(?<![\w@])@([A-Za-z]+[:-][\w:.-]{0,79}\w)[)）\]]?"
)


def label_of(reference: re.Match[str]) -> str:
    """What a reference names."""
    return str(reference[reference.lastindex or 0])


#: A reference that is used …
_USED_AFTER: Final = matching("article", "used_after")
_USED_BEFORE: Final = matching("article", "used_before")
#: … and one that is used as already proved.
_DRAWN_AFTER: Final = matching("article", "drawn_after")
_DRAWN_BEFORE: Final = matching("article", "drawn_before")
_MENTIONED: Final = matching("article", "mentioned")


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


#: What is done to the equation after it, so that this one does not follow: `solve A`.
ACTS_ON: Final = matching("article", "acts_on")
#: What says behind an equation, with · for a formula, that it is worked on.
ACTED_ON: Final = matching("article", "acted_on")
#: What says, right after a display, that it is an equation to be solved.
SOUGHT: Final = matching("article", "sought")
#: What says, right before a display, and right after it, that some numbers satisfy it.
EXISTS: Final = matching("article", "exists")
SATISFIED: Final = matching("article", "satisfied")
#: What claims the formula after it in all cases.
GENERALLY: Final = matching("article", "generally")
#: What stands before letters that are any numbers.
EVERY: Final = re.compile(
    rf"(?:{'|'.join(re.escape(each) for each in words('clauses', 'any'))})\s*\Z",
    re.IGNORECASE,
)

#: Reasons that are words: what the definition is of, and pattern.
DEFINITIONS: Final = tuple(
    (name, _any(patterns)) for name, patterns in merged("article_definitions").items()
)
DEFINITION_AFTER: Final = matching("article", "definition_after")
DEFINITION_BEFORE: Final = matching("article", "definition_before")
CONTINUITY_AFTER: Final = matching("article", "continuity_after")
CONTINUITY_BEFORE: Final = matching("article", "continuity_before")
#: The matching group is the continuous function.
CONTINUITY: Final = matching("article", "continuity")

#: The ids of other reasons, and pattern.
RULES: Final = tuple((name, _any(patterns)) for name, patterns in merged("article_reasons").items())

#: A paragraph that begins a part, and one that ends such parts.
PART_BEGIN: Final = re.compile(
    rf"[\W_]*(?:{'|'.join(words('article', 'part_begin')) or NEVER})", re.IGNORECASE
)
PART_END: Final = re.compile(
    rf"[\W_]*(?:{'|'.join(words('article', 'part_end')) or NEVER})", re.IGNORECASE
)

#: The headings of sections that say what is given in all that follow.
_SETS_UP: Final = re.compile(
    rf"[\W\d_]*(?:\\\w+\*?\{{)?[\W\d_]*(?:{'|'.join(words('article', 'sets_up')) or NEVER})[\W_]*",
    re.IGNORECASE,
)


def sets_up(heading: str) -> bool:
    """Whether a section of this heading says what is given in the sections after it."""
    return _SETS_UP.fullmatch(heading) is not None


#: What has an equation of its own for y: `the tangent`.
LINE: Final = matching("article", "line")
#: Words before a display that make it a law of its own, and one that its text goes on to justify.
LAW: Final = matching("article", "law")
#: A definition is stated: a second `f(x) = …` after these replaces the first.
DEFINING: Final = matching("article", "defining")
#: … unless these come between: then it is a claim.
CLAIMING: Final = matching("article", "claiming")
#: Words that call what stands beside them false, and those that do so alone in a cell.
DENYING: Final = matching("article", "denying")
NO: Final = matching("article", "no")
