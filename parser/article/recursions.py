"""Over which indices the recursion of a sequence holds, by the sentence that gives it.

In: the source, the places of the equations, and the letter of the index. Out: what the sentence
says of the index, if that is no more than that the recursion holds from somewhere on; `NotForAll`
is raised where it may hold for some indices only: where a word of the sentence is not known, or may
restrict, or where another formula of it speaks of the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from shomei.languages.phrases import matching
from shomei.parser.article.pieces import says_something
from shomei.parser.prose.coverage import barred_words
from shomei.parser.prose.lexicon import language_of
from shomei.parser.source import Range
from shomei.parser.stops import STOP

#: What a recursion is that may hold for some indices only.
SOME_INDICES: Final = "a recursion for some indices"
#: The words of a sentence that gives a sequence and restricts nothing.
_WORDS: Final = matching("recursion", "words")
_MARKS: Final = re.compile(r"[\s\W\d_]+")
#: What a sentence that gives a sequence may say of its index, or of the case that it is in, so that
#: the recursion need not hold for all indices. ◦ stands for a formula with a relation.
_RESTRICTS: Final = matching("recursion", "restricts")
#: What only tells which sum or term is meant.
_TELLS: Final = matching("recursion", "tells")
#: What says of it that it is any number: `n being a positive integer`, n は自然数.
_ANY: Final = matching("recursion", "any")
#: What follows the letter where it counts something, and where what follows begins.
_COUNTS: Final = matching("recursion", "counts")
_CONCLUDES: Final = matching("recursion", "concludes")
#: What announces a proof by induction.
INDUCTION: Final = matching("recursion", "induction")
#: What a sentence says that speaks of a sequence.
_SEQUENCE: Final = matching("recursion", "sequence")
#: What follows such values: のとき, に対して.
_HOLDS: Final = matching("recursion", "holds")
#: Words that say of a letter alone that it is any index: `for all`, 任意の.
_EVERY: Final = matching("recursion", "every")
#: What ends a sentence, before it and after it.
_BEFORE: Final = re.compile(
    STOP + r"|^#{1,6}\s.*$|\\(?:sub)*section\*?\{[^}]*\}|\\item\b|\\begin\{document\}|\A",
    re.MULTILINE,
)
_AFTER: Final = re.compile(
    r"[。．]|\.(?=\s|\$|\\[\])]|\\end|\Z)|\n\s*\n|\\(?:sub)*section|\\item\b|\Z"
)
_BLANK: Final = re.compile(r"\n\s*\n")
#: The beginning of a display, and its end.
_OPENS: Final = re.compile(
    r"\s*(?:\$\$|\\\[|\\begin|```\{?math\}?)(?:[^\w\\]|\\left|\\begin|\\\{|\{[a-z]+\*?\})*"
)
_CLOSES: Final = re.compile(r"(?:[^\w.。．]|\\[a-z]+\{[a-z]+\*?\}|\\[a-z]+)*?(?:\$\$|\\\]|\\end)")
#: What begins a sentence that speaks of the one before it, and what a paragraph goes on with.
_HERE: Final = re.compile(rf"\s*(?:{matching('recursion', 'here').pattern})")
_TAKES_BACK: Final = re.compile(rf"\W*(?:{matching('recursion', 'takes_back').pattern})")
_GOES_ON: Final = re.compile(rf"\s*(?:{matching('recursion', 'goes_on').pattern})")
_HEADING: Final = re.compile(r"\\(?:sub)*section\*?\{|^#{1,6}\s", re.MULTILINE)
_COMMANDS: Final = re.compile(
    r"\\(?:label|tag|ref|eqref)\*?\s*\{[^{}]*\}|\\(?:text|mathrm|mbox|textrm)(?=\s*\{)|\\(?:begin|end)\{[a-z]+\*?\}|\\[A-Za-z]+|\\[^A-Za-z]"
)
_FORMULA: Final = re.compile(r"\$\$?([^$]*)\$\$?|\\[(\[](.*?)\\[)\]]", re.DOTALL)
_SUBSCRIPT: Final = re.compile(r"_\s*(?:\{[^{}]*\}|\\?[A-Za-z0-9]+)")


class NotForAll(Exception):  # noqa: N818 (an outcome that the caller expects)
    """The sentence may restrict the index."""


def range_of(
    text: str,
    places: Iterable[Range],
    letter: str,
    language: str | None = None,
    *,
    listed: bool = False,
) -> tuple[bool, int | None]:
    """Whether the sentence says that the recursion holds for all values of the letter, and from
    which one on. Raises `NotForAll`. `listed`: only words may stand there that are listed as ones
    that restrict nothing, as where elements are bounded.
    """
    own = sorted(places)
    if _TAKES_BACK.match(text, sentence_end(text, own[-1][1])):
        raise NotForAll
    rest = "".join(
        " · " if any(begin <= index < until for begin, until in own) else text[index]
        for index in range(_begin(text, own[0][0]), sentence_end(text, own[-1][1]))
    )
    rest = re.sub(r"(?: · )+", " · ", rest)
    n = rf"(?<![A-Za-z\\]){re.escape(letter)}(?![A-Za-z_])"
    found: list[int] = []
    every = False

    def taken(match: re.Match[str]) -> str:
        nonlocal every
        if not counts_by_one(re.findall(r"\d+", match.group())):
            return match.group()
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
        rf"{n}\s*[$\\)]*\s*(?:{_ANY.pattern})(?P<least>)",
    ):
        rest = re.sub(rf"(?:{allowed})\s*[$\\)）]*\s*(?:{_HOLDS.pattern})?", taken, rest)
    if listed:
        if words := _MARKS.sub(" ", _WORDS.sub(" ", _COMMANDS.sub(" ", rest))).strip():
            raise NotForAll(words)
    else:
        _require_no_more(rest, n, language)
    return every, max(found, default=None)


def speaks_of_sequence(text: str, first: int) -> bool:
    """Whether a sentence speaks of a sequence before the formula at `first`."""
    return _SEQUENCE.search(text, _begin(text, first), first) is not None


def _begin(text: str, first: int) -> int:
    """Where the sentence begins that the formula at `first` stands in."""
    for match in reversed([*_BEFORE.finditer(text, 0, first + 1)]):
        led = _BLANK.fullmatch(match.group()) and _OPENS.fullmatch(text, match.end(), first)
        if not led:
            return min(match.end(), first)
    return 0


def sentence_end(text: str, last: int) -> int:
    """Where the sentence ends that the formula before `last` stands in, with a further one that
    says of the letters in it what they are.
    """
    for match in _AFTER.finditer(text, last):
        here = match.start()
        if _BLANK.fullmatch(match.group()):
            closed = _CLOSES.fullmatch(text, last, here)
            if _OPENS.match(text, match.end()) or (
                closed and (_GOES_ON.match(text, match.end()) or _HERE.match(text, match.end()))
            ):
                continue
        elif _HERE.match(text, match.end()):
            continue
        return here
    return len(text)


def _require_no_more(rest: str, n: str, language: str | None) -> None:
    """Raises `NotForAll` if what else a sentence says may restrict or deny something."""
    if language is None:
        raise NotForAll(rest)
    rest = _TELLS.sub(" ", rest)
    rest = re.sub(rf"\$\s*{n}\s*\$(?:{_COUNTS.pattern})", " ", rest)
    concludes = _CONCLUDES.search(rest, rest.rindex("·") if "·" in rest else 0)
    rest = rest[: concludes.start()] if concludes else rest

    def formula(match: re.Match[str]) -> str:
        inner = _SUBSCRIPT.sub(" ", match[1] or match[2] or "")
        if re.search(n, inner):
            raise NotForAll(match.group())
        if "·" in inner:
            return f" {inner} "
        return " ◦ " if says_something(inner) else " "

    words = _COMMANDS.sub(" ", _SUBSCRIPT.sub(" ", _FORMULA.sub(formula, rest)))
    if re.search(n, words):
        raise NotForAll(words)
    if says_something(words) or _RESTRICTS.search(words):
        raise NotForAll(words)
    if barred := barred_words(words, language_of(words, language), beside=True):
        raise NotForAll(" ".join(barred))


def counts_by_one(numbers: Sequence[str]) -> bool:
    """Whether each of some numbers is the one after that before it: 1, 2, 3."""
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers))


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
