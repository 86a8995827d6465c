"""Bounds of new letters that a sentence gives, in a language in which the verb comes last: 速さ
$v > 0$ で投げる, 利率は $r > 0$ です, 以下 $x > 1$ で考える.

In: the words around a formula, with · for each other one. Out: whether they may give the bound of a
new letter by it, and for how long. The rules are those of `given.py`: the words need only say that
they take the letter.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, TypeAlias

from shomei.languages.language import words
from shomei.languages.phrases import matching
from shomei.parser.article.calling import number_nouns

#: What speaks of one case, of others, or of any; what draws from the bound, or says more of it.
_CASE: Final = matching("given", "case_before")
_DRAWS: Final = matching("given", "draws_after")
#: What makes the sentence say what holds in its own case: 速さ $v > 0$ で投げると….
_CONDITIONAL: Final = matching("given", "conditional_after")
#: What lasts, before the bound, and what takes the bound for all that follows, after it.
_FROM_HERE: Final = matching("given", "from_here")
_ONLY_IT: Final = matching("given", "only_it")
#: What says that it is so, what is given so, and what says that it is a constant, after the bound.
_IS_SO: Final = matching("given", "is_so")
_THING: Final = matching("given", "thing_after")
_CONSTANT: Final = matching("given", "constant_after")
#: What says of letters before the bound that they satisfy it.
_OF_LETTERS: Final = re.compile(r"·(?:[、，と]\s*·)*\s*は\s*\Z")
_SATISFY: Final = matching("given", "satisfy_after")
#: The formulas of a list and their nouns, between a bound and what is said of all of them.
_LISTED: Final = re.compile(r"(?:\s*[、，と]\s*[^、，。·]{0,12}?·)+")
#: What says of a letter what it measures, so that the bound after it says more: 質量は $m$ で、.
_MEASURES: Final = re.compile(
    r"(?P<noun>[^、，·]*?)[はを]\s*·\s*(?:で|とし|として|であり)[、，]\s*\Z"
)
_COMMA: Final = re.compile("[、，]")
_NOUN: Final = re.compile(r"(?P<noun>[\w々ー]{1,12}?)\s*(?P<topic>[はが]?)\s*\Z")
_TOPIC: Final = re.compile("(?<!で)は")
#: What makes a thing of which this is said the next noun: 金利が $r > 0$ のローン.
_ATTRIBUTE: Final = re.compile(r"\s*の")


#: How long a bound holds: in its sentence, or from there on.
Given: TypeAlias = Literal["here", "lasting"]


def given_after(lead: str, after: str, code: str) -> Given | None:
    """For how long words before and after a bound may give it; None if they do not."""
    rest = _LISTED.sub("", after, count=1) if _LISTED.match(after) else after
    clause = _COMMA.split(lead)[-1]
    if _CASE.search(lead) or _DRAWS.search(rest):
        return None
    if _FROM_HERE.fullmatch(lead) and (_ONLY_IT.match(rest) or _IS_SO.match(rest)):
        return "lasting"
    if (told := _MEASURES.search(lead)) and _IS_SO.match(rest):
        return "lasting" if _calls(told["noun"], code) else None
    if not lead.strip() and _ONLY_IT.match(rest):
        return "lasting"
    if _CONSTANT.match(after) and (not clause.strip() or _calls(clause, code)):
        return "lasting"
    if _OF_LETTERS.search(lead) and _SATISFY.match(after):
        return "lasting"
    found = _NOUN.search(clause)
    if found is None or not _calls(clause, code):
        return None
    if found["topic"] and not (found["topic"] == "が" and _ATTRIBUTE.match(rest)):
        return "lasting" if _IS_SO.match(rest) and not _is_computed(found["noun"]) else None
    if not _THING.match(rest) or _TOPIC.search(rest):
        return None
    return "here" if _CONDITIONAL.search(rest) else "lasting"


def _calls(clause: str, code: str) -> bool:
    """Whether the words before a bound end in the noun of a quantity."""
    found = _NOUN.search(clause)
    if found is None:
        return False
    noun = clause[: found.end("noun")]
    return noun.endswith(_quantities(code)) and not noun.endswith(words("clauses", "equation"))


@cache
def _quantities(code: str) -> tuple[str, ...]:
    return (*number_nouns(code), *words("given", "quantity_endings"))


def _is_computed(noun: str) -> bool:
    return noun.endswith(words("given", "computed_after"))
